/** What VS Code calls to run the tests of this folder in its extension host. */
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/**
 * Runs every test file beside this one. What a host that is not the desktop has to know goes to the file that
 * MC_TEST_RESULT names, as `{ failures, output }`; MC_MOCHA_REPORTER names the reporter. Both may be left out.
 *
 * @throws {Error} when a test failed: the desktop turns that into its exit code
 */
export async function run(): Promise<void> {
  const { MC_TEST_RESULT: resultFile, MC_MOCHA_REPORTER: reporter = 'spec' } = process.env;
  const output: string[] = [];
  if (resultFile !== undefined) divertOutput((line) => output.push(line));
  const failures = await runMocha(reporter).catch((error: unknown) => {
    output.push(format(error));
    return 1;
  });
  if (resultFile !== undefined) writeFileSync(resultFile, JSON.stringify({ failures, output }));
  if (failures > 0) throw new Error(`${String(failures)} tests failed.`);
}

/** Mocha's reporters print through this one function; its type declarations leave it out. */
function divertOutput(print: (line: string) => void): void {
  const base = Mocha.reporters.Base as unknown as { consoleLog: (...values: unknown[]) => void };
  base.consoleLog = (...values) => print(format(...values));
}

function runMocha(reporter: string): Promise<number> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 60_000, forbidOnly: true, reporter });
  const folder = import.meta.dirname;
  const tests = readdirSync(folder).filter((name) => name.endsWith('.test.cjs'));
  for (const name of tests.sort()) mocha.addFile(path.join(folder, name));
  return new Promise((resolve) => {
    mocha.run(resolve);
  });
}
