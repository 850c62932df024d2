/** The manifest and the file of ids say the same, in both directions. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import {
  commandIds,
  contextKeys,
  editorIds,
  settingIds,
  viewIds,
} from '../../../src/shared/contributions.ts';
import { manifestTexts, readJson, readManifest } from '../../support/manifest.ts';
import { scratchLanguageId } from '../../../src/shared/languageMessages.ts';
import { addressOf } from '../../../src/views/panels/rows/target.ts';

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

interface Manifest {
  readonly description: string;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsContainers: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly submenus: readonly { readonly id: string }[];
    readonly keybindings: readonly { readonly command: string }[];
    readonly languages: readonly { readonly id: string; readonly filenamePatterns?: readonly string[] }[];
    readonly grammars: readonly { readonly language: string; readonly path: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly markdown: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly scope: string; readonly markdownDescription: string }>
      >;
    };
  };
}

const manifest = readManifest() as Manifest;
const { contributes } = manifest;

/** Settings that a workspace may bring: nothing is sent, run or shown to anyone by them. */
const harmless: ReadonlySet<string> = new Set(['marketingCloud.lint.rules']);

describe('manifest', () => {
  it('has all texts for people in a file of their own, so that they can be translated', () => {
    const keys: string[] = [];
    const { description, contributes: content, capabilities } = readJson('package.json') as Manifest;
    for (const [place, text] of textsOf({ description, contributes: content, capabilities })) {
      const key = /^%(.+)%$/.exec(text)?.[1];
      assert.ok(key, `${place}: “${text}” belongs in package.nls.json, and its %key% here`);
      keys.push(key);
    }
    assert.deepEqual([...new Set(keys)].sort(), Object.keys(manifestTexts()).sort());
  });

  it('contributes the commands that the code has, all in one category', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), [...commandIds].sort());
    for (const { category } of contributes.commands) assert.equal(category, 'Marketing Cloud');
  });

  it('contributes the views that the code has', () => {
    const views = Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id));
    assert.deepEqual(views.sort(), Object.values(viewIds).sort());
    const containers = Object.values(contributes.viewsContainers).flatMap((list) => list.map(({ id }) => id));
    assert.deepEqual(Object.keys(contributes.views).sort(), containers.sort());
  });

  it('contributes the settings that the code reads, each described', () => {
    const ids = Object.values(settingIds).map((id) => `marketingCloud.${id}`);
    assert.deepEqual(Object.keys(contributes.configuration.properties).sort(), ids.sort());
    for (const { markdownDescription } of Object.values(contributes.configuration.properties)) {
      assert.match(markdownDescription, /default/);
    }
  });

  it('takes no setting from a workspace that is not trusted, unless it is harmless', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    const ofWorkspaces = Object.entries(contributes.configuration.properties)
      .filter(([id, { scope }]) => scope !== 'application' && !harmless.has(id))
      .map(([id]) => id);
    assert.deepEqual(ofWorkspaces.sort(), [...restrictedConfigurations].sort());
  });

  it('names in menus and keys only commands, views and context keys that there are', () => {
    const known = new Set<string>(commandIds);
    const items = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    const submenus = contributes.submenus.map(({ id }) => id);
    for (const { command, submenu } of items.map((item): MenuItem => item)) {
      assert.ok(
        command === undefined ? submenus.includes(submenu ?? '') : known.has(command),
        command ?? submenu,
      );
    }
    for (const id of submenus) assert.ok((contributes.menus[id]?.length ?? 0) > 1, id);
    const names = new Set<string>([viewIds, contextKeys, editorIds].flatMap((ids) => Object.values(ids)));
    for (const { when = '' } of Object.values(contributes.menus).flat()) {
      for (const [name] of when.matchAll(/marketingCloud\.\w+/g))
        assert.ok(names.has(name), `${name} in ${when}`);
    }
  });

  it('brings the language of scratch files, with its grammar', async () => {
    assert.deepEqual(
      contributes.languages.map(({ id }) => id),
      // The second is that of the addresses of rows: a name to turn saving by itself off by.
      [scratchLanguageId, 'marketing-cloud-rows'],
    );
    const rowsScheme = addressOf({ connectionId: '', mid: 1, key: '', name: '' }).scheme;
    const patterns = contributes.languages[1]?.filenamePatterns ?? [];
    assert.ok(patterns.includes(`**/${rowsScheme}/**`));
    // VS Code's other address of such an editor, by which it saves after a delay.
    assert.ok(patterns.includes(`**/${Buffer.from(`${rowsScheme}:`, 'utf16le').toString('base64')}*`));
    const [grammar] = contributes.grammars;
    assert.equal(grammar?.language, scratchLanguageId);
    JSON.parse(await readFile(new URL(`../../../${grammar.path}`, import.meta.url), 'utf8'));
  });

  it('leads a newcomer by steps that can be taken, each with its text and what completes it', () => {
    const known = new Set<string>(commandIds.map((id) => `command:${id}`));
    for (const { description, media, completionEvents } of contributes.walkthroughs.flatMap(
      ({ steps }) => steps,
    )) {
      assert.ok(existsSync(new URL(`../../../${media.markdown}`, import.meta.url)), media.markdown);
      assert.ok(completionEvents.length > 0);
      const links = [...description.matchAll(/\((command:[^)]+)\)/g)].map(([, link = '']) => link);
      const events = completionEvents.map((event) => event.replace(/^onCommand:/, 'command:'));
      for (const command of [...links, ...events]) assert.ok(known.has(command), command);
    }
  });

  it('is typed against the oldest VS Code that it accepts', () => {
    assert.equal(`^${manifest.devDependencies['@types/vscode'] ?? ''}`, manifest.engines.vscode);
  });
});

/** Members of the manifest that people read. */
const readByPeople =
  /^(?:title|category|label|displayName|contents|description|markdownDescription|enumDescriptions|markdownEnumDescriptions|aliases|\w+Message)$/;

/** Every text for people, with its place. @param member what holds the value; the parts of a list are held by its member */
function* textsOf(value: unknown, member = '', place = ''): Iterable<readonly [place: string, text: string]> {
  if (typeof value === 'string') {
    if (readByPeople.test(member)) yield [place, value];
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* textsOf(each, member, `${place}/${String(index)}`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      // A view has a name where others have a title.
      const isTitle = name === 'name' && place.startsWith('/contributes/views/');
      yield* textsOf(each, isTitle ? 'title' : name, `${place}/${name}`);
    }
  }
}
