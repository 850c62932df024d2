/**
 * How a million rows are borne, against its aims: memory of the extension that stays flat, nothing held up for long, and
 * sixty frames a second while they are scrolled in the real page. Rows come from the sandbox org's large seed.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { SandboxConnection } from '../../src/sandbox/index.ts';
import { ClientCredentialsSource, NodeTransport, SoapClient, textAt, where } from '../../src/soap/index.ts';
import { stopSharedBrowser } from '../support/browser.ts';
import { newSession } from '../support/rowsOrg.ts';
import { RowsPage, stateOf } from '../support/rowsPage.ts';

const program = fileURLToPath(new URL('../../dist/sandbox/cli.js', import.meta.url));
const name = 'Everybody';
/** Frames that are looked at while the page scrolls. */
const frames = 300;

type Session = ReturnType<typeof newSession>;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Megabytes of heap and buffers that are in use. */
function usedMemory(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 1e6);
}

/** The longest time that anything else had to wait while the work was done, in milliseconds. */
async function longestHoldUp(work: () => Promise<void>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  await work();
  clearInterval(timer);
  return Math.round(longest);
}

async function connect(address: string): Promise<{ client: SoapClient; transport: NodeTransport }> {
  const connection = (await (await fetch(`${address}/_sandbox/connection`)).json()) as SandboxConnection;
  const transport = new NodeTransport();
  const credentials = {
    authAddress: `${address}/`,
    clientId: connection.clientId,
    clientSecret: () => Promise.resolve(connection.clientSecret),
    accountId: connection.enterpriseId,
  };
  const tokens = new ClientCredentialsSource(credentials, { transport });
  return { client: new SoapClient({ tokens, transport }), transport };
}

async function open(client: SoapClient): Promise<Session> {
  const [found] = await client.retrieveAll({
    objectType: 'DataExtension',
    properties: ['CustomerKey'],
    filter: where('Name', 'equals', name),
  });
  const key = found === undefined ? '' : (textAt(found, 'CustomerKey') ?? '');
  return newSession({ client }, key);
}

async function loadAll(session: Session): Promise<void> {
  await session.load();
  session.loadAll();
  await new Promise<void>((resolve) => {
    let told = 0;
    session.listen({
      edited: () => undefined,
      stateChanged: () => {
        if (session.loaded >= told + 250_000) {
          told = session.loaded;
          console.log(`${told.toLocaleString()} rows: ${String(usedMemory())} MB`);
        }
        if (session.status !== 'loading' && session.status !== 'paused') resolve();
      },
    });
  });
}

async function sort(session: Session, column: string): Promise<void> {
  const begin = performance.now();
  const heldUp = await longestHoldUp(() => session.sortBy({ column, ascending: false }));
  const sorted = performance.now();
  for (let place = 0; place < 10; place += 1) session.rows(place * 90_000, place * 90_000 + 100);
  const shown = (performance.now() - sorted) / 10;
  console.log(
    `Sorted by ${column}: ${String(Math.round(sorted - begin))} ms, others waited ${String(heldUp)} ms at most; a hundred rows anywhere: ${shown.toFixed(1)} ms; ${String(usedMemory())} MB`,
  );
}

async function measureSession(address: string): Promise<void> {
  const { client, transport } = await connect(address);
  const session = await open(client);
  console.log(`Before: ${String(usedMemory())} MB`);
  const begin = performance.now();
  const heldUp = await longestHoldUp(() => loadAll(session));
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(
    `${session.status}: ${session.loaded.toLocaleString()} rows of ${String(session.fields.length)} columns in ${seconds} s, others waited ${String(heldUp)} ms at most`,
  );
  for (const { name: column } of session.fields.slice(0, 2)) await sort(session, column);
  await transport.close();
}

/** Scrolls by a dozen rows a frame, as a hand on a wheel does, and looks at how long frames take. */
async function measurePage(): Promise<void> {
  const rows = await RowsPage.open(stateOf(1_000_000));
  await rows.page.getByText('K0000001').waitFor();
  const script = `new Promise((resolve) => {
    const viewport = [...document.querySelectorAll('.slick-viewport')].sort((a, b) => b.scrollHeight * b.clientWidth - a.scrollHeight * a.clientWidth)[0];
    const times = [];
    let last;
    const step = (now) => {
      if (last !== undefined) times.push(now - last);
      last = now;
      viewport.scrollTop += 288;
      if (times.length < ${String(frames)}) requestAnimationFrame(step);
      else resolve(times.sort((a, b) => a - b));
    };
    requestAnimationFrame(step);
  })`;
  const times = await rows.page.evaluate<number[]>(script);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  console.log(
    `Frames while scrolling: median ${at(0.5)} ms, 95% within ${at(0.95)} ms, longest ${at(0.999)} ms`,
  );
  await rows.dispose();
  await stopSharedBrowser();
}

const sandbox = spawn(process.execPath, [program, '--json', '--stop-with-parent', '--seed', 'large'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
for await (const line of createInterface({ input: sandbox.stdout })) {
  await measureSession((JSON.parse(line) as { address: string }).address);
  break;
}
sandbox.kill();
await measurePage();
