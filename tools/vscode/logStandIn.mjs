/**
 * A stand-in in plain JavaScript for `@vscode/spdlog`, the one native module whose absence VS Code's server notices:
 * without it there are no log files. The original has to be compiled, which would ask every machine for a C++ compiler.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const manifest = { name: '@vscode/spdlog', version: '0.0.0', main: 'index.js' };

/** The part of the original's interface that VS Code calls; lines reach the file at once, as with `setFlushOn(trace)`. */
const source = `'use strict';
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

class Logger {
  #file;
  #level = 2;
  #plain = false;

  constructor(kind, name, file) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
  }

  #write(level, message) {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const line = this.#plain ? String(message) : time + ' [' + names[level] + '] ' + message + '\\n';
    try {
      appendFileSync(this.#file, line);
    } catch {
      // The folder of a finished session may be gone; a log line is not worth a crash.
    }
  }

  trace(message) { this.#write(0, message); }
  debug(message) { this.#write(1, message); }
  info(message) { this.#write(2, message); }
  warn(message) { this.#write(3, message); }
  error(message) { this.#write(4, message); }
  critical(message) { this.#write(5, message); }
  getLevel() { return this.#level; }
  setLevel(level) { this.#level = level; }
  setPattern() { this.#plain = false; }
  clearFormatters() { this.#plain = true; }
  flush() {}
  drop() {}
}

const create = async (name, file) => new Logger('rotating', name, file);

// One by one, as that is how Node finds the names when the server imports this as an ES module.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`;

/**
 * Puts the stand-in where the server looks for the original.
 * @param {string} server absolute path of the server's folder, which has its own `node_modules`
 */
export async function putLogStandIn(server) {
  const folder = path.join(server, 'node_modules/@vscode/spdlog');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'index.js'), source);
}
