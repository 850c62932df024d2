/** The program of pipelines as it ships: bundled, and run as a process of its own. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import esbuild from 'esbuild';
import { bundles } from '../../tools/build/bundles.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const outdir = path.join(root, 'out/cli');

/** Absolute path of the bundled program. */
export const pipelineProgram = path.join(outdir, 'marketing-cloud-soap.js');

export async function bundlePipelineProgram(): Promise<void> {
  const all = await bundles(root, { production: true, tests: false });
  const own = all.find((bundle) => bundle.outdir === 'dist/cli');
  if (own === undefined) throw new Error('The program of pipelines is not among what is bundled.');
  await esbuild.build({ ...own, outdir });
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command, with these variables and no others of this process but PATH, and waits for its end. */
export function runProgram(
  command: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<Ended> {
  const child = spawn(command, args, { cwd, env: { PATH: process.env['PATH'], ...env } });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output, errors }));
  });
}
