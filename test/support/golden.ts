/** Golden folders: a folder is a test; its files are what goes in and what must come out. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One folder. */
export interface GoldenCase {
  readonly name: string;
  /** A file that the case brings. */
  read(file: string): string;
  has(file: string): boolean;
  /** Holds what came out against the file. With UPDATE_GOLDEN=1 the file is written instead, to be reviewed as a diff. */
  expect(file: string, actual: string): void;
}

/** The cases below a folder of `test/golden`. */
export function goldenCases(folder: string): GoldenCase[] {
  const root = fileURLToPath(new URL(`../golden/${folder}`, import.meta.url));
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => goldenCase(join(root, name), name));
}

function goldenCase(path: string, name: string): GoldenCase {
  return {
    name,
    read: (file) => readFileSync(join(path, file), 'utf8'),
    has: (file) => existsSync(join(path, file)),
    expect: (file, actual) => {
      const target = join(path, file);
      const text = `${actual.trimEnd()}\n`;
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(target, text);
      else assert.equal(text, existsSync(target) ? readFileSync(target, 'utf8') : '(no such file)');
    },
  };
}
