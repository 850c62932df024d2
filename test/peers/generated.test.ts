/** Requests that are copied as programs, run: what arrives is the request, and what comes back is what our client gets (G4). */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { shippedCatalogue } from '../../src/catalogue/index.ts';
import { readRequest, targets } from '../../src/codegen/index.ts';
import { parseScratch, resolveRequest, templateOf, type SystemContext } from '../../src/language/index.ts';
import { manualClock } from '../../src/sandbox/index.ts';
import type { RequestTemplate, TemplateElement } from '../../src/shared/requestTemplate.ts';
import { ClientCredentialsSource, SoapClient, NodeTransport } from '../../src/soap/index.ts';
import { goldenCases } from '../support/golden.ts';
import { startSandbox, type TestSandbox } from '../support/sandbox.ts';
import { runs } from './peer.ts';
import { phpSoapClient, python, zeep } from './programs.ts';
import { startProxy, type RecordingProxy } from './recordingProxy.ts';

interface Runner {
  readonly command: () => string;
  readonly missing: () => string | undefined;
}

const installed = (command: string): string | undefined => (runs(command, '--version') ? undefined : command);

/** What a program of each target is run with. */
const runners: Readonly<Record<string, Runner>> = {
  curl: { command: () => 'sh', missing: () => installed('curl') },
  node: { command: () => process.execPath, missing: () => undefined },
  python: { command: () => python() ?? '', missing: () => zeep.missing() },
  php: { command: () => 'php', missing: () => phpSoapClient.missing() },
};

/** What variables of the environment hold while a program runs. */
const outside: Readonly<Record<string, string>> = {
  NEW_CITY: 'Bath & <Wells>',
  FOUND_RESULTS_1_ID: '42',
  SUBSCRIBER: 'someone',
  ACCOUNT_USER_PASSWORD: 'seven-tangerine-moons-7',
};

const context: SystemContext = {
  now: Date.UTC(2026, 10, 20, 12),
  guid: () => '7e0cca04-57bd-4481-864c-6ea8039d2ea0',
  random: () => 0.25,
  mid: 100_000_002,
  eid: 100_000_001,
};

function templateIn(text: string): RequestTemplate {
  const file = parseScratch(text);
  const [request] = file.requests;
  assert.ok(request);
  const result = templateOf(file, request, shippedCatalogue, context);
  assert.ok('template' in result, text);
  return result.template;
}

/** A request as it has to arrive: variables filled in, and no difference where XML makes none. */
function arrived(element: TemplateElement): TemplateElement {
  const text = (element.text ?? []).map((piece) =>
    typeof piece === 'string' ? piece : (outside[constantOf(piece.variable)] ?? ''),
  );
  const { name, type, children } = element;
  const isSecret = name === 'Password';
  return {
    name,
    ...(type === undefined ? {} : { type }),
    text: [isSecret ? (outside['ACCOUNT_USER_PASSWORD'] ?? '') : text.join('')],
    children: children.map((child) => arrived(child)),
  };
}

function constantOf(variable: string): string {
  if (variable.startsWith('$')) return variable.split(' ')[1] ?? '';
  return 'FOUND_RESULTS_1_ID';
}

/** The message of an answer, without what differs from one call to the next. */
function messageOf(envelope: string): string {
  const body = /<(?:\w+:)?Body[^>]*>([\s\S]*)<\/(?:\w+:)?Body>/.exec(envelope)?.[1] ?? envelope;
  return body.replaceAll(/<RequestID>[^<]*<\/RequestID>/g, '');
}

describe('requests copied as programs, run on the sandbox (G4)', function () {
  this.timeout(120_000);
  let sandbox: TestSandbox;
  let proxy: RecordingProxy;
  let folder: string;
  before(async () => {
    sandbox = await startSandbox({ clock: manualClock(Date.UTC(2026, 10, 20, 12)), randomSeed: 7 });
    proxy = await startProxy(sandbox.connection.address);
    folder = await mkdtemp(path.join(tmpdir(), 'mc-generated-'));
  });
  after(async () => {
    await proxy.stop();
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const run = async (command: string, file: string): Promise<string> => {
    const { address, clientId, clientSecret } = sandbox.connection;
    assert.notEqual(address, proxy.address);
    const env = {
      ...process.env,
      ...outside,
      MC_AUTH_URL: proxy.address,
      MC_CLIENT_ID: clientId,
      MC_CLIENT_SECRET: clientSecret,
    };
    const { stdout } = await promisify(execFile)(command, [file], { env, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  };

  /** What our own client is answered to the request of a file. */
  const ourAnswer = async (text: string): Promise<string> => {
    const file = parseScratch(text);
    const [request] = file.requests;
    assert.ok(request);
    const resolution = resolveRequest(file, request, shippedCatalogue, context);
    assert.ok('request' in resolution);
    const { address, clientId, clientSecret } = sandbox.connection;
    const transport = new NodeTransport();
    const credentials = {
      authAddress: `${address}/`,
      clientId,
      clientSecret: () => Promise.resolve(clientSecret),
    };
    const client = new SoapClient({
      tokens: new ClientCredentialsSource(credentials, { transport }),
      transport,
    });
    try {
      return (await client.send(resolution.request.operation, resolution.request.body)).text;
    } finally {
      await transport.close();
    }
  };

  for (const golden of goldenCases('codegen')) {
    const template = templateIn(golden.read('request.mcsoap'));
    for (const [id, { command, missing }] of Object.entries(runners)) {
      it(`${golden.name} as ${id}`, async function () {
        const lacking = missing();
        if (lacking !== undefined) {
          console.warn(`      SKIPPED: ${id} needs ${lacking}.`);
          this.skip();
        }
        const target = targets.find((candidate) => candidate.id === id);
        assert.ok(target);
        const file = path.join(folder, `${golden.name}.${target.ending}`);
        await writeFile(file, target.write(readRequest(template, shippedCatalogue)));
        const printed = await run(command(), file);
        const [exchange, ...more] = proxy.taken();
        assert.ok(exchange, 'nothing was sent');
        assert.deepEqual(more, []);
        const received = templateIn(exchange.request);
        assert.equal(received.operation, template.operation);
        assert.deepEqual(arrived(received.message), arrived(template.message));
        // The program shows the answer: its status, or of a Describe, which has none, the object.
        const status = /<OverallStatus>([^<]*)</.exec(exchange.response)?.[1] ?? 'Subscriber';
        assert.ok(printed.includes(status), printed);
        if (template.operation !== 'Retrieve' && template.operation !== 'Describe') return;
        assert.equal(messageOf(exchange.response), messageOf(await ourAnswer(golden.read('request.mcsoap'))));
      });
    }
  }
});
