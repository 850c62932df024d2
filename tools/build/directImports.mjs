/**
 * An esbuild plugin that lets imports through a front door (`index.ts`) go straight to the file behind it.
 *
 * A bundle that is split follows whole files: whoever enters by the front door would have everything behind it loaded
 * at once, however late it is needed. The sources keep to the front doors; only the bundle goes around them.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** `import { … } from '…/index.ts'`, not `import type`. */
const importsOfDoor = /^import \{([^}]*)\} from '(\.[^']*\/(?:index|pure)\.ts)';$/gm;
const exportsOfDoor = /^export (?:(\*)|\{([^}]*)\}) from '([^']+)';$/gm;

/**
 * What stands between braces: names that are there when the program runs.
 * @param {string} list
 * @returns {{ name: string, as: string }[]}
 */
function values(list) {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '' && !entry.startsWith('type '))
    .map((entry) => {
      const [name = '', as = name] = entry.split(' as ');
      return { name, as };
    });
}

/**
 * Where each name that a front door hands out comes from.
 * @param {string} door path of the file
 * @returns {Promise<Map<string, { name: string, file: string }>>}
 */
async function behind(door) {
  const source = await readFile(door, 'utf8');
  const found = new Map();
  for (const [, all, list = '', from = ''] of source.matchAll(exportsOfDoor)) {
    const file = path.resolve(path.dirname(door), from);
    if (all !== undefined) for (const [as, place] of await behind(file)) found.set(as, place);
    else for (const { name, as } of values(list)) found.set(as, { name, file });
  }
  return found;
}

/** @returns {import('esbuild').Plugin} */
export function directImports() {
  /** @type {Map<string, Promise<Map<string, { name: string, file: string }>>>} */
  const doors = new Map();
  return {
    name: 'direct imports',
    setup(build) {
      build.onStart(() => doors.clear());
      build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) => {
        const source = await readFile(file, 'utf8');
        const folder = path.dirname(file);
        /** @type {Map<string, Map<string, { name: string, file: string }>>} */
        const known = new Map();
        for (const [, , door = ''] of source.matchAll(importsOfDoor)) {
          const target = path.resolve(folder, door);
          const places = doors.get(target) ?? behind(target);
          doors.set(target, places);
          known.set(target, await places);
        }
        const contents = source.replace(importsOfDoor, (statement, list, door) =>
          direct(statement, values(list), known.get(path.resolve(folder, door))),
        );
        return { contents, loader: 'ts', resolveDir: folder };
      });
    },
  };
}

/**
 * One import for each file behind the door, on the lines that the statement had.
 * @param {string} statement
 * @param {{ name: string, as: string }[]} names
 * @param {Map<string, { name: string, file: string }> | undefined} places
 */
function direct(statement, names, places) {
  const imports = names.map(({ name, as }) => {
    const place = places?.get(name);
    return place && `import { ${place.name} as ${as} } from ${JSON.stringify(place.file)};`;
  });
  // A name that the door makes itself is had from the door.
  if (imports.includes(undefined)) return statement;
  return imports.join(' ') + '\n'.repeat(statement.split('\n').length - 1);
}
