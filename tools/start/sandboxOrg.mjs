/** Starts the sandbox org that the window is connected to. */
import { createInterface } from 'node:readline';
import { Problem } from '../run/problem.mjs';
import { inProject } from '../run/project.mjs';

/**
 * Resolves with its address once it listens. It stops when its standard input closes, so it cannot outlive this process.
 * @param {import('../run/processes.mjs').Processes} processes
 * @returns {Promise<{ address: string, process: import('node:child_process').ChildProcess }>}
 * @throws {Problem} when it does not come up, with what it said
 */
export function startSandboxOrg(processes) {
  const child = processes.start(
    process.execPath,
    [inProject('dist/sandbox/cli.js'), '--json', '--stop-with-parent'],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-2_000);
    });
    if (child.stdout !== null) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const address = addressIn(line);
        if (address !== undefined) resolve({ address, process: child });
      });
    }
    child.on('error', () => reject(new Problem('The sandbox org could not be started.')));
    child.on('close', () => reject(new Problem(`The sandbox org did not start. It said:\n${said.trim()}`)));
  });
}

/**
 * @param {string} line
 * @returns {string | undefined}
 */
function addressIn(line) {
  try {
    const { address } = JSON.parse(line);
    return typeof address === 'string' ? address : undefined;
  } catch {
    return undefined;
  }
}
