/** Refuses to go on with a Node that is too old; written so that an old Node can still read it. */

const oldest = [20, 18, 1];

/**
 * Ends the process with one sentence when this Node is older than the project supports.
 * @param {string} [version] the version to judge, this Node's own by default
 */
export function requireNode(version = process.versions.node) {
  const parts = version.split('.').map(Number);
  const difference = oldest.map((part, index) => (parts[index] || 0) - part).find((step) => step !== 0) || 0;
  if (difference >= 0) return;
  console.error(
    `This needs Node.js ${oldest.join('.')} or newer, and this is ${version}: install the current LTS release from nodejs.org.`,
  );
  process.exit(1);
}
