/** User settings that keep VS Code's own invitations out of a window that is there to show one extension. */

/** @type {Readonly<Record<string, unknown>>} */
export const calmSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  // The window is on the same machine as its server: there is no port to forward, and no word to lose about one.
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/**
 * Sets settings in the text of a settings file and leaves everything else in it, comments too, as the person wrote it.
 * @param {string} text JSON with comments: one object; empty for a new file
 * @param {Readonly<Record<string, unknown>>} settings
 * @param {{ keep?: boolean }} [how] `keep`: a setting that is there already keeps its value
 */
export function withSettings(text, settings, { keep = false } = {}) {
  let result = /\{/.test(text) ? text : '{\n}\n';
  for (const [name, value] of Object.entries(settings)) result = withSetting(result, name, value, keep);
  return result;
}

/**
 * @param {string} text
 * @param {string} name
 * @param {unknown} value a string, number or boolean where it is to replace another
 * @param {boolean} keep
 */
function withSetting(text, name, value, keep) {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const present = new RegExp(`(^[ \\t{]*"${escaped}"[ \\t]*:[ \\t]*)("(?:[^"\\\\]|\\\\.)*"|[-\\w.]+)`, 'm');
  if (present.test(text)) {
    return keep ? text : text.replace(present, (_, before) => before + JSON.stringify(value));
  }
  const rest = text.slice(text.indexOf('{') + 1);
  const comma = /^(?:\s|\/\/.*|\/\*[^]*?\*\/)*\}/.test(rest) ? '' : ',';
  const start = text.slice(0, text.indexOf('{') + 1);
  return `${start}\n  ${JSON.stringify(name)}: ${JSON.stringify(value)}${comma}${rest}`;
}
