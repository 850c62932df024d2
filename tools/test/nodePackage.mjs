/**
 * Packs the package for npm, and lets a small program of somebody else use it: a strict compiler checks it by the
 * declarations that are shipped, and must find the mistakes that are in it; then it runs.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../run/problem.mjs';
import { runNpm } from '../run/npm.mjs';
import { inCache, inProject, root } from '../run/project.mjs';

const program = `
import { ClientCredentialsSource, NodeTransport, SoapClient, type SoapObject } from 'marketing-cloud-soap/client';
import { createSandbox, manualClock, seedNames, type OwnSeed, type RequestRecord, type Sandbox } from 'marketing-cloud-soap/sandbox';

const clock = manualClock(Date.UTC(2030, 0, 1));
const seed: OwnSeed = { objects: [{ type: 'List', ListName: 'News', CustomerKey: 'news' }] };
const sandbox: Sandbox = await createSandbox({ seed, clock });
const { address, clientId, clientSecret, enterpriseId } = sandbox.connection;
const transport = new NodeTransport();
const tokens = new ClientCredentialsSource(
  { authAddress: address + '/', clientId, clientSecret: () => Promise.resolve(clientSecret), accountId: enterpriseId },
  { transport },
);
const client = new SoapClient({ tokens, transport });
const lists: SoapObject[] = await client.retrieveAll({
  objectType: 'List',
  properties: ['ListName'],
  filter: { property: 'CustomerKey', operator: 'equals', values: ['news'] },
});
const requests: readonly RequestRecord[] = sandbox.requests();
sandbox.faults.add({ kind: 'throttling', next: 1 });
sandbox.traps.set('unknown-column', true);
clock.advance(1000);
await transport.close();
await sandbox.stop();
if (lists[0]?.['ListName'] !== 'News' || requests.length === 0 || !seedNames.includes('demo')) {
  throw new Error('The package does not do what it says.');
}

// Were the declarations not found, nothing would be wrong with these.
// @ts-expect-error There is no such trap.
const set = () => sandbox.traps.set('nonsense', true);
// @ts-expect-error A query has an object type.
const ask = () => client.retrieveAll({ properties: ['ID'] });
void [set, ask];
`;

const settings = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    lib: ['ES2023'],
    target: 'ES2023',
    module: 'NodeNext',
    types: ['node'],
    typeRoots: [inProject('node_modules/@types')],
    rootDir: '.',
    outDir: 'out',
  },
  files: ['program.ts'],
};

/**
 * @param {import('../run/processes.mjs').Processes} processes
 * @throws {Problem} when the package is not whole, or the program cannot be checked or run
 */
export async function checkNodePackage(processes) {
  const folder = inCache('tests', 'node-package');
  const installed = path.join(folder, 'node_modules', 'marketing-cloud-soap');
  await rm(folder, { recursive: true, force: true });
  await mkdir(installed, { recursive: true });
  await runNpm(processes, ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  const { name, version } = JSON.parse(await readFile(inProject('package.json'), 'utf8'));
  /** @type {(command: string, args: string[]) => Promise<void>} */
  const must = async (command, args) => {
    const { code, output } = await processes.run(command, args, { cwd: folder });
    if (code !== 0) throw new Problem(`The npm package cannot be used:\n${output.trim()}`);
  };
  await must('tar', ['-xzf', `${name}-${version}.tgz`, '-C', installed, '--strip-components=1']);
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(settings));
  await writeFile(path.join(folder, 'program.ts'), program);
  await must(process.execPath, [inProject('node_modules/typescript/bin/tsc'), '-p', '.']);
  await must(process.execPath, [path.join('out', 'program.js')]);
  console.log('The npm package: a strictly typed program uses its sandbox and its client.');
}
