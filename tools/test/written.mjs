/** Where a run of the tests writes, for the search for the canary secret. */
import path from 'node:path';
import { cache, inProject, results } from '../run/project.mjs';

/** Absolute paths of the folders to search. */
export const written = [results, cache, inProject('out'), inProject('dist'), inProject('docs/images')];

/** Installed programs: nothing in them is written by a run. */
const installed = /^(?:code-server|chromium|vscode|incoming)-[^/\\]*$/;

/**
 * Whether a path is not searched. Nothing that a run writes is exempt, SecretStorage neither: in a browser VS Code
 * keeps it, unencrypted, in the page's local storage, and windows of tests are private ones, whose storage is memory.
 * @param {string} file absolute path
 */
export function isExempt(file) {
  return path.dirname(file) === cache && installed.test(path.basename(file));
}
