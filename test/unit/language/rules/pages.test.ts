/** Every rule has a page that shows it: what is wrong there is found, what is right there is not. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseScratch } from '../../../../src/language/index.ts';
import { rules } from '../../../../src/language/rules/index.ts';
import type { Rule } from '../../../../src/language/rules/rule.ts';
import { connected, lintText } from './linting.ts';

const folder = fileURLToPath(new URL('../../../../docs/rules/', import.meta.url));

const shownAs = { error: 'an error', warning: 'a warning', information: 'information', hint: 'a hint' };

/** The lines that a page begins with. */
function headingOf({ code, title, severity, rows }: Rule): string {
  const named = `${rows.length === 1 ? 'Row' : 'Rows'} ${rows.join(' and ')}`;
  return `# ${code}\n\n${title}.\n\nShown as ${shownAs[severity]}. ${named} of the vendor's best practices.\n\n## Why\n`;
}

/** The index of the pages, as it must be. */
function indexOf(all: readonly Rule[]): string {
  const cells = all.map(({ code, title, severity, rows }) => [
    `[${code}](${code}.md)`,
    title,
    severity,
    rows.join(', '),
  ]);
  const table = [['rule', 'what it asks for', 'shown as', 'rows'], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [head = [], ...rest] = table;
  return [line(head), rule, ...rest.map(line)].join('\n');
}

/** The example below a heading; `<!-- N times -->` stands before what is to be imagined N times. */
function exampleOf(page: string, heading: 'Wrong' | 'Right'): string {
  const example = new RegExp(`## ${heading}\\n\\n\`\`\`xml\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1];
  assert.ok(example !== undefined, `no example below ${heading}`);
  return repeated(example);
}

function repeated(text: string): string {
  const mark = /<!-- (\d+) times -->\s*/.exec(text);
  if (mark === null) return text;
  const from = mark.index + mark[0].length;
  const [node] = parseScratch(text.slice(from)).requests;
  assert.ok(node?.root, 'nothing to repeat');
  const element = text.slice(from, from + node.root.range.end);
  const inner = repeated(element);
  return (
    text.slice(0, mark.index) + inner.repeat(Number(mark[1])) + repeated(text.slice(from + element.length))
  );
}

describe('the pages of the rules', () => {
  it('are one for each rule, and the index names them all', () => {
    const pages = readdirSync(folder).filter((name) => !['README.md', 'schema.md', 'file.md'].includes(name));
    assert.deepEqual(pages.sort(), rules.map(({ code }) => `${code}.md`).sort());
    const file = `${folder}README.md`;
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const wanted = text.replace(/\| rule [\s\S]*?\n(?=\n|$)|$/, `${indexOf(rules)}\n`);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, wanted);
    else assert.ok(text.includes(indexOf(rules)), 'renew the index: UPDATE_GOLDEN=1');
  });

  for (const rule of rules) {
    it(`${rule.code}: finds what is wrong, and nothing of it in what is right (${rule.rows.join(', ')})`, () => {
      const page = readFileSync(`${folder}${rule.code}.md`, 'utf8');
      assert.equal(page.slice(0, headingOf(rule).length), headingOf(rule));
      const codes = (heading: 'Wrong' | 'Right'): string[] =>
        lintText(exampleOf(page, heading), connected).map(({ code }) => code);
      assert.ok(codes('Wrong').includes(rule.code), 'the wrong example is not found');
      assert.ok(!codes('Right').includes(rule.code), 'the right example is found');
      const problems = [exampleOf(page, 'Wrong'), exampleOf(page, 'Right')].flatMap(
        (example) => parseScratch(example).problems,
      );
      assert.deepEqual(problems, []);
    });
  }
});
