/** The file that translators work from has every text of the sources, and no other. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { readJson } from '../../support/manifest.ts';

const sources = path.resolve(import.meta.dirname, '../../../src');

/** What `l10n.t` is given first in a file; its source where that is no text that stands there as it is. */
function textsOf(name: string): string[] {
  const contents = readFileSync(path.join(sources, name), 'utf8');
  if (!contents.includes('l10n.t(')) return [];
  const file = ts.createSourceFile(name, contents, ts.ScriptTarget.Latest);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    const [given] = ts.isCallExpression(node) ? node.arguments : [];
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'l10n.t' && given !== undefined)
      texts.push(ts.isStringLiteralLike(given) ? given.text : `${name}: ${given.getText(file)}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}

describe('the texts for translators', () => {
  const bundle = Object.keys(readJson('l10n/bundle.l10n.json') as object);

  it('are those of the sources; when not, run `npm run l10n`', () => {
    const files = readdirSync(sources, { recursive: true, encoding: 'utf8' });
    const texts = files.filter((name) => name.endsWith('.ts')).flatMap(textsOf);
    assert.deepEqual(bundle.toSorted(), [...new Set(texts)].sort());
  });

  it('number their values from 0, none left out', () => {
    for (const text of bundle) {
      const numbers = new Set([...text.matchAll(/\{(\d+)\}/g)].map(([, number]) => Number(number)));
      assert.deepEqual(
        [...numbers].sort(),
        [...numbers.keys()].map((_, index) => index),
        text,
      );
    }
  });
});
