/** The manifest as VS Code reads it: with its texts, which stand in a file of their own. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** A file of JSON in the project's root, as it stands. */
export function readJson(name: string): unknown {
  return JSON.parse(readFileSync(path.join(root, name), 'utf8'));
}

/** The texts of the manifest by their keys. */
export function manifestTexts(): Readonly<Record<string, string>> {
  return readJson('package.nls.json') as Record<string, string>;
}

/** @throws Error for a key without a text */
export function readManifest(): unknown {
  return filled(readJson('package.json'), manifestTexts());
}

function filled(value: unknown, texts: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') {
    const key = /^%(.+)%$/.exec(value)?.[1];
    if (key === undefined) return value;
    const text = texts[key];
    if (text === undefined) throw new Error(`package.nls.json has no text ${key}.`);
    return text;
  }
  if (Array.isArray(value)) return value.map((each) => filled(each, texts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, texts)]));
}
