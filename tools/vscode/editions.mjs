/** The versions of VS Code that the project is tried on. */
import { Problem } from '../run/problem.mjs';

/**
 * @typedef {object} Edition
 * @property {string} server version of the npm package `code-server`, which carries Code-OSS 1.x as 4.x
 * @property {string} node the major version of Node that its server wants
 */

/** @type {Readonly<Record<string, Edition>>} */
const editions = {
  newest: { server: '4.139.1', node: '24' },
  // The oldest that `engines.vscode` of package.json accepts.
  oldest: { server: '4.103.2', node: '22' },
};

/**
 * The edition of the npm registry to use.
 * @param {string} [name] `newest` or `oldest`; from the environment variable MC_VSCODE by default, else the newest
 * @returns {Edition}
 * @throws {Problem} for another name
 */
export function chosenEdition(name = process.env['MC_VSCODE'] ?? 'newest') {
  const edition = editions[name];
  if (edition === undefined) {
    throw new Problem(`MC_VSCODE is "${name}": set it to newest, oldest or desktop, or leave it unset.`);
  }
  return edition;
}

/** Whether tests are to run in the desktop build, which is then downloaded. */
export const wantsDesktop = () => process.env['MC_VSCODE'] === 'desktop';
