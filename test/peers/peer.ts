/** What a SOAP client that knows nothing of us is asked to do, and what comes of it. */
import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Assignment, Work } from './scenario.ts';
import type { SandboxConnection } from '../../src/sandbox/index.ts';

/** The data extension whose rows are read: text that every client carries, in more than one page. */
export const readExtension = {
  key: 'Loyalty_Gold_GB',
  columns: ['SubscriberKey', 'EmailAddress', 'FirstName'],
};

/** A column of texts that careless clients change, and how many of its cells are read. */
export const awkward = { key: 'Customers', column: 'Notes', count: 4000 };

/** The size of page to ask for, where a client has a way to. */
export const pageSize = 100;

/** What a client brought back. */
export interface Harvest {
  /** Key and name of every data extension, in the order of the answers. */
  readonly extensions: readonly (readonly [key: string, name: string])[];
  /** The cells of `readExtension`, row by row. */
  readonly rows: readonly (readonly string[])[];
  /** The first texts of the `awkward` column; undefined for clients that are known to change texts. */
  readonly awkward?: readonly string[];
}

export interface Peer {
  readonly name: string;
  /** What must be installed to run it; undefined when nothing is missing. */
  missing(): string | undefined;
  harvest(connection: SandboxConnection): Promise<Harvest>;
  /** Does the scenario of `scenario.ts`. */
  work(connection: SandboxConnection, assignment: Assignment): Promise<Work>;
}

/** Runs a program beside this file, hands it everything it needs, and reads what it prints as JSON. */
export async function runProgram(
  command: string,
  file: string,
  connection: SandboxConnection,
): Promise<Harvest> {
  return (await run(command, file, { ...connection, readExtension, awkward, pageSize })) as Harvest;
}

/** Like `runProgram`, for the scenario. */
export async function runWork(
  program: { readonly command: string; readonly file: string },
  connection: SandboxConnection,
  work: Assignment,
): Promise<Work> {
  return (await run(program.command, program.file, { ...connection, work })) as Work;
}

async function run(command: string, file: string, input: object): Promise<unknown> {
  const task = JSON.stringify(input);
  const path = fileURLToPath(new URL(file, import.meta.url));
  const { stdout } = await promisify(execFile)(command, [path, task], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as unknown;
}

/** True when a program runs and ends well with these arguments. */
export function runs(command: string, ...options: readonly string[]): boolean {
  return spawnSync(command, options).status === 0;
}

/** Fetches a token, for clients that leave that to their user. */
export async function fetchToken({ address, clientId, clientSecret }: SandboxConnection): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const response = await fetch(`${address}/v2/token`, { method: 'POST', body });
  return ((await response.json()) as { access_token: string }).access_token;
}
