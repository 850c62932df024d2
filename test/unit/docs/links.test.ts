/** The documentation points at what is there, and every picture in it is shown somewhere. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const documents = [...markdownIn('.', false), ...markdownIn('docs', true)];

/** Paths from the project's root. */
function markdownIn(folder: string, recursive: boolean): string[] {
  return readdirSync(path.join(root, folder), { recursive, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name));
}

/** The targets of a document's links and pictures that are files, from the project's root. */
function targetsOf(document: string): string[] {
  const text = readFileSync(path.join(root, document), 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map((target) => path.join(path.dirname(document), target));
}

describe('the documentation', () => {
  it('links to nothing that is not there', () => {
    const broken = documents.flatMap((document) =>
      targetsOf(document)
        .filter((target) => !existsSync(path.join(root, target)))
        .map((target) => `${document}: ${target}`),
    );
    assert.deepEqual(broken, []);
  });

  it('shows every picture that it has', () => {
    const shown = new Set(documents.flatMap(targetsOf));
    const pictures = readdirSync(path.join(root, 'docs/images')).map((name) =>
      path.join('docs/images', name),
    );
    assert.ok(pictures.length > 0);
    assert.deepEqual(
      pictures.filter((picture) => !shown.has(picture)),
      [],
    );
  });
});
