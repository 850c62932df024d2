#!/usr/bin/env node
/** The program `marketing-cloud-soap`: runs SOAP request files in a pipeline. */
import { writeFileSync } from 'node:fs';
import { NodeTransport, redact } from '../../soap/index.ts';
import { readArguments, usage } from './arguments.ts';
import { counts, reporters, type FileReport } from './reporters/index.ts';
import { runFiles } from './runFiles.ts';
import { isAboutCredentials } from './tenant.ts';

/**
 * Exit codes: 0 all passed, 1 something did not, 2 the program was called wrongly, or its credentials are no good; 130,
 * as shells have it, when it was interrupted.
 */
async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2));
  if ('problem' in args) {
    const isHelp = args.problem === '';
    (isHelp ? process.stdout : process.stderr).write(isHelp ? usage : `${args.problem}\n\n${usage}`);
    return isHelp ? 0 : 2;
  }
  const transport = new NodeTransport();
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  try {
    const files = await runFiles(args, { variables: process.env, transport, signal: controller.signal });
    const report = reporters[args.reporter](files);
    if (args.output === undefined) process.stdout.write(report);
    else writeFileSync(args.output, report);
    if (!controller.signal.aborted) return exitCodeOf(files);
    process.stderr.write('Cancelled. What is not in the report was not sent.\n');
    return 130;
  } catch (error) {
    process.stderr.write(`${redact(error instanceof Error ? error.message : String(error))}\n`);
    return 2;
  } finally {
    await transport.close();
  }
}

function exitCodeOf(files: readonly FileReport[]): 0 | 1 | 2 {
  const failures = files.flatMap(({ outcomes }) => outcomes.map(({ failure }) => failure));
  const isRefused = failures.some(
    (failure) => failure?.kind === 'thrown' && isAboutCredentials(failure.error),
  );
  if (isRefused) return 2;
  return counts(files).failed === 0 ? 0 : 1;
}

process.exitCode = await main();
