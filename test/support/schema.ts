/** Validates messages of the service against the schema, with xmllint, which shares nothing with our own code. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedCatalogue, writeSchema } from '../../src/catalogue/index.ts';

/** A program of libxml2; it shares nothing with our own readers and writers. */
const validator = 'xmllint';

/** More messages than this do not go into one call of xmllint. */
const mostTogether = 200;

interface Waiting {
  readonly message: string;
  readonly resolve: (problems: string[]) => void;
  readonly reject: (reason: unknown) => void;
}

let waiting: Waiting[] = [];

let available: boolean | undefined;

/** True when xmllint is installed. Says so loudly, once, when it is not. */
export function schemaAvailable(): boolean {
  if (available === undefined) {
    available = spawnSync(validator, ['--version']).status === 0;
    if (!available) {
      console.warn(
        '      SKIPPED: no answer is checked against the schema; install xmllint (libxml2-utils).',
      );
    }
  }
  return available;
}

/**
 * What is wrong with one message, the child of a SOAP body, by the schema of the catalogue and, when the environment
 * variable MC_XSD names one, by that schema too. Messages given in one turn of the event loop are checked together.
 */
export function schemaProblems(message: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    waiting.push({ message, resolve, reject });
    if (waiting.length === 1) setImmediate(flush);
  });
}

function flush(): void {
  const batch = waiting;
  waiting = [];
  for (let from = 0; from < batch.length; from += mostTogether) {
    const part = batch.slice(from, from + mostTogether);
    check(part).catch((error: unknown) => part.forEach(({ reject }) => reject(error)));
  }
}

async function check(batch: readonly Waiting[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mc-schema-'));
  try {
    const schema = join(folder, 'schema.xsd');
    await writeFile(schema, writeSchema(shippedCatalogue));
    const files = batch.map((_, index) => join(folder, `${String(index)}.xml`));
    await Promise.all(batch.map(({ message }, index) => writeFile(files[index] ?? '', message)));
    const schemas = [schema, process.env['MC_XSD'] ?? ''].filter((path) => path !== '');
    const reports = await Promise.all(schemas.map((path) => xmllint(path, files)));
    batch.forEach(({ resolve }, index) => resolve(problemsOf(reports.join('\n'), files[index] ?? '')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What xmllint says of these files: a line for each problem, and one for each file at the end. */
function xmllint(schema: string, files: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(validator, ['--noout', '--huge', '--schema', schema, ...files]);
    let report = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (report += text));
    child.once('error', reject);
    child.once('close', (code) => {
      // 0: all valid; 1: not well-formed; 3 and 4: not valid. Anything else says that the schema was not usable.
      if (code === 0 || code === 1 || code === 3 || code === 4) resolve(report);
      else reject(new Error(`xmllint ended with ${String(code)}: ${report.slice(0, 2000)}`));
    });
  });
}

function problemsOf(report: string, file: string): string[] {
  return report
    .split('\n')
    .filter((line) => line.startsWith(`${file}:`))
    .map((line) => line.slice(file.length + 1).replaceAll('{http://exacttarget.com/wsdl/partnerAPI}', ''));
}
