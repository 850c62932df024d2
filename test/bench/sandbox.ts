/**
 * How fast the sandbox org is, against its aims: 100,000 rows at 300,000 rows a second, 20 clients at once, and the large
 * org in two seconds and 300 MB. It measures the built program, in a process of its own, as people run it, and judges by
 * the processor time of that process where the system tells it, so that what else runs on the machine does not count.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request, Agent } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { SandboxConnection } from '../../src/sandbox/index.ts';

const program = fileURLToPath(new URL('../../dist/sandbox/cli.js', import.meta.url));
const rowCount = 100_000;
const clients = 20;
const callsOfClient = 50;

interface Running {
  readonly address: string;
  readonly process: ChildProcess;
  /** From the start of the process until it answers. */
  readonly startMilliseconds: number;
}

async function start(...options: readonly string[]): Promise<Running> {
  const begin = performance.now();
  const child = spawn(process.execPath, [program, '--json', '--stop-with-parent', ...options], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const { address } = JSON.parse(line) as { address: string };
    return { address, process: child, startMilliseconds: performance.now() - begin };
  }
  throw new Error('The sandbox did not start; run `npm run build` first.');
}

/** Resident memory of a process in megabytes; undefined where the system does not tell it this way. */
function memoryOf({ pid }: ChildProcess): number | undefined {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  } catch {
    return undefined;
  }
}

/** Processor time that a process has taken so far, in seconds; undefined where the system does not tell it this way. */
function processorTimeOf({ pid }: ChildProcess): number | undefined {
  try {
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    // User and system time, in hundredths of a second.
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}

async function tokenOf(address: string): Promise<string> {
  const { clientId, clientSecret } = (await (
    await fetch(`${address}/_sandbox/connection`)
  ).json()) as SandboxConnection;
  const body = JSON.stringify({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const response = await fetch(`${address}/v2/token`, { method: 'POST', body });
  return ((await response.json()) as { access_token: string }).access_token;
}

const agent = new Agent({ keepAlive: true, maxSockets: clients });

/** Posts a message and gives the start of the answer; the rest is read and let go, for reading it is not what counts. */
function call(address: string, token: string, content: string): Promise<string> {
  const envelope =
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>' +
    `<fueloauth xmlns="http://exacttarget.com">${token}</fueloauth></s:Header><s:Body>` +
    `<RetrieveRequestMsg xmlns="http://exacttarget.com/wsdl/partnerAPI"><RetrieveRequest>${content}</RetrieveRequest></RetrieveRequestMsg></s:Body></s:Envelope>`;
  const headers = {
    'content-type': 'text/xml',
    soapaction: 'Retrieve',
    'content-length': Buffer.byteLength(envelope),
  };
  return new Promise((resolve, reject) => {
    const post = request(`${address}/Service.asmx`, { method: 'POST', headers, agent }, (response) => {
      let head = '';
      response.on('data', (part: Buffer) => {
        if (head.length < 4096) head += part.toString('latin1');
      });
      response.on('end', () => resolve(head));
      response.on('error', reject);
    });
    post.on('error', reject);
    post.end(envelope);
  });
}

const columns = [
  'CustomerKey',
  'EmailAddress',
  'FirstName',
  'LastName',
  'City',
  'LoyaltyPoints',
  'EmailOptIn',
]
  .map((name) => `<Properties>${name}</Properties>`)
  .join('');

async function readAllRows(address: string, token: string): Promise<number> {
  let pages = 0;
  let content = `<ObjectType>DataExtensionObject[Customers]</ObjectType>${columns}`;
  for (;;) {
    const head = await call(address, token, content);
    pages += 1;
    if (!head.includes('<OverallStatus>MoreDataAvailable<')) return pages * 2500;
    const id = /<RequestID>([^<]+)</.exec(head)?.[1] ?? '';
    content = `<ContinueRequest>${id}</ContinueRequest>`;
  }
}

/** By the clock, and by the processor time of the server. */
interface Rate {
  readonly byClock: number;
  readonly byProcessor: number;
}

async function rowsPerSecond(running: Running): Promise<Rate> {
  const token = await tokenOf(running.address);
  await readAllRows(running.address, token);
  const rates: number[] = [];
  const before = processorTimeOf(running.process);
  for (let round = 0; round < 5; round++) {
    const begin = performance.now();
    const rows = await readAllRows(running.address, token);
    if (rows !== rowCount) throw new Error(`${String(rows)} rows came.`);
    rates.push((rows / (performance.now() - begin)) * 1000);
  }
  const byClock = rates.sort((a, b) => a - b)[2] ?? 0;
  const after = processorTimeOf(running.process);
  if (before === undefined || after === undefined) return { byClock, byProcessor: byClock };
  return { byClock, byProcessor: (rowCount * rates.length) / (after - before) };
}

/** Many clients that each read folders again and again; every answer must be a good one. */
async function callsPerSecond({ address }: Running): Promise<number> {
  const token = await tokenOf(address);
  const content =
    '<ObjectType>DataFolder</ObjectType><Properties>ID</Properties><Properties>Name</Properties>';
  const begin = performance.now();
  const client = async (): Promise<void> => {
    for (let number = 0; number < callsOfClient; number++) {
      const head = await call(address, token, content);
      if (!head.includes('<OverallStatus>OK<')) throw new Error(`A call failed: ${head.slice(0, 500)}`);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return ((clients * callsOfClient) / (performance.now() - begin)) * 1000;
}

function show(what: string, value: string, aim: string, isMet: boolean): void {
  console.log(`| ${what} | ${value} | ${aim} | ${isMet ? 'met' : 'MISSED'} |`);
  if (!isMet) process.exitCode = 1;
}

const thousands = (value: number): string => Math.round(value).toLocaleString('en');

console.log('| what | measured | aim | |\n| -- | -- | -- | -- |');
const demo = await start();
try {
  const { byClock, byProcessor } = await rowsPerSecond(demo);
  const shown = `${thousands(byProcessor)} rows a processor second (${thousands(byClock)} by the clock)`;
  show(`${thousands(rowCount)} rows × 7 columns`, shown, '≥ 300,000 rows/s', byProcessor >= 300_000);
  const calls = await callsPerSecond(demo);
  show(`${String(clients)} clients at once`, `${thousands(calls)} calls/s`, 'all answered', true);
} finally {
  demo.process.kill();
}
const large = await start('--seed', 'large');
try {
  const byClock = large.startMilliseconds / 1000;
  const seconds = processorTimeOf(large.process) ?? byClock;
  const shown = `${seconds.toFixed(2)} processor s (${byClock.toFixed(2)} by the clock)`;
  show('large: start', shown, '< 2 s', seconds < 2);
  const memory = memoryOf(large.process);
  if (memory !== undefined) show('large: memory', `${memory.toFixed(0)} MB`, '< 300 MB', memory < 300);
} finally {
  large.process.kill();
  agent.destroy();
}
