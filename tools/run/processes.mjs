/** The processes that one command of this project started, so that all of them end with it. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from './problem.mjs';
import { endTree, endTreeNow } from './processTree.mjs';

const leash = path.join(path.dirname(fileURLToPath(import.meta.url)), 'leash.mjs');

/**
 * @typedef {object} StartOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment; this process' own by default
 * @property {boolean} [shell] through the shell: only for commands that Windows cannot start otherwise
 * @property {import('node:child_process').StdioOptions} [stdio] piped by default
 */

/** @typedef {{ code: number, output: string }} Outcome */

/** Starts processes, each the leader of its own group, and ends them all at once. */
export class Processes {
  /** @type {Set<import('node:child_process').ChildProcess>} */
  #running = new Set();
  #ending = false;

  constructor() {
    // The last resort, for an end that could not be awaited.
    process.on('exit', () => {
      for (const { pid } of this.#running) if (pid !== undefined) endTreeNow(pid);
    });
  }

  /** Whether everything is being ended: what fails from then on fails for that reason. */
  get ending() {
    return this.#ending;
  }

  /**
   * @param {string} command
   * @param {readonly string[]} args
   * @param {StartOptions} [options]
   * @returns {import('node:child_process').ChildProcess}
   * @throws {Problem} when everything is being ended already: nothing may start behind that
   */
  start(command, args, options = {}) {
    if (this.#ending) throw new Problem('Stopped.');
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      detached: process.platform !== 'win32',
      ...options,
    });
    this.#running.add(child);
    child.on('exit', () => {
      this.#running.delete(child);
      // What a process leaves behind when it goes by itself goes too.
      if (child.pid !== undefined && process.platform !== 'win32') endTreeNow(child.pid);
    });
    return child;
  }

  /**
   * Starts a process that ends by itself when this one is gone, even when this one was killed outright.
   * @param {string} command
   * @param {readonly string[]} args
   * @param {StartOptions} [options] its `stdio` is fixed: output is piped
   */
  startOnLeash(command, args, options = {}) {
    return this.start(process.execPath, [leash, command, ...args], {
      ...options,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  }

  /**
   * Runs a command to its end and gathers what it printed.
   * @param {string} command
   * @param {readonly string[]} args
   * @param {StartOptions} [options]
   * @returns {Promise<Outcome>} code 127 when there is no such command
   */
  run(command, args, options = {}) {
    return new Promise((resolve) => {
      const child = this.start(command, args, options);
      let output = '';
      child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
      child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
      child.on('error', (error) => {
        this.#running.delete(child);
        resolve({ code: 127, output: error.message });
      });
      child.on('close', (code) => resolve({ code: code ?? 1, output }));
    });
  }

  /**
   * Ends one process that was started here, and waits until it is gone.
   * @param {import('node:child_process').ChildProcess} child
   */
  async end(child) {
    if (child.pid !== undefined && this.#running.has(child)) await endTree(child.pid);
    this.#running.delete(child);
  }

  /** Ends everything and lets nothing new start. */
  async endAll() {
    this.#ending = true;
    await Promise.all([...this.#running].map((child) => this.end(child)));
  }
}
