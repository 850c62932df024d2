/** Where things lie: the project, and the one folder beside it that everything started from here writes to. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Absolute path of the cache folder: editors, browsers, their user data, logs. Safe to delete at any time. */
export const cache = path.join(root, '.vscode-test');

/** Absolute path of the folder that a test run leaves its results in. */
export const results = path.join(root, 'test-results');

/** @param {string[]} parts */
export const inProject = (...parts) => path.join(root, ...parts);

/** @param {string[]} parts */
export const inCache = (...parts) => path.join(cache, ...parts);
