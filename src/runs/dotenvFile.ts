/** The `.env` file that belongs to a scratch file: the one beside it, or the nearest one above. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'dotenv';

/** Largest file that is looked at, in characters. */
const longest = 1_000_000;

/**
 * The variables of the nearest `.env`; none when there is no such file.
 * @param folder absolute path of the scratch file's folder.
 * @param root folder above which is not looked.
 */
export function readDotenv(folder: string, root: string): ReadonlyMap<string, string> {
  let current = path.resolve(folder);
  for (;;) {
    const text = readIfThere(path.join(current, '.env'));
    if (text !== undefined) return new Map(Object.entries(parse(text)));
    const parent = path.dirname(current);
    if (current === path.resolve(root) || parent === current) return new Map();
    current = parent;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').slice(0, longest);
  } catch {
    return undefined;
  }
}
