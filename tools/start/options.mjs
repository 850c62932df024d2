/** The command line of `npm start`. */
import { parseArgs } from 'node:util';
import { Problem } from '../run/problem.mjs';

const usage = 'npm start -- [--port N] [--no-open]';

/**
 * @typedef {object} Options
 * @property {number | undefined} port where the window is served; nothing for any
 * @property {boolean} open whether a window may be opened; without, its address is printed only
 */

/**
 * @param {readonly string[]} args
 * @returns {Options}
 * @throws {Problem} for what it does not know
 */
export function readOptions(args) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
    });
    return { port: readPort(values.port), open: values['no-open'] !== true };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(`That command line was not understood; it is: ${usage}`);
  }
}

/** @param {string | undefined} text */
function readPort(text) {
  if (text === undefined) return undefined;
  const port = /^\d+$/.test(text) ? Number(text) : NaN;
  if (port >= 1 && port <= 65_535) return port;
  throw new Problem(`"${text}" is no port: give a number from 1 to 65535.`);
}
