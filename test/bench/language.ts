/** The language server in its own process, on a file of 2 MB and 10,000 objects: a key is typed, and the answers are waited for. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';

const server = fileURLToPath(new URL('../../src/language/main.ts', import.meta.url));
const objectCount = 10_000;
const keys = 60;
const uri = 'file:///bench.mcsoap';

export interface LanguageFigures {
  readonly megabytes: number;
  /** Milliseconds from the key to the list of suggestions, at the 95th percentile. */
  readonly completion: number;
  /** Milliseconds from the key to the diagnostics, at the 95th percentile. */
  readonly diagnostics: number;
}

function largeFile(): string {
  const objects = Array.from(
    { length: objectCount },
    (_, index) => `  <Objects xsi:type="Subscriber">
    <EmailAddress>person${String(index)}@example.com</EmailAddress>
    <Attributes><Name>City</Name><Value>Leeds ${String(index)}</Value></Attributes>
    <SubscriberKey>key-${String(index)}</SubscriberKey>
    <Status>Active</Status>
  </Objects>`,
  );
  return `### Many\n<CreateRequest>\n  <Options/>\n${objects.join('\n')}\n</CreateRequest>\n`;
}

/** Starts the server, types `keys` letters in the middle of the file, and stops it. */
export async function measureLanguageServer(): Promise<LanguageFigures> {
  const child = spawn(process.execPath, ['--import=tsx', server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  try {
    return await typeInto(connection);
  } finally {
    connection.dispose();
    child.kill();
  }
}

async function typeInto(connection: ProtocolConnection): Promise<LanguageFigures> {
  const waiting = new Map<number, () => void>();
  connection.onNotification('textDocument/publishDiagnostics', ({ version }: { version: number }) => {
    waiting.get(version)?.();
  });
  // The server asks to be told of settings, and to have lenses drawn anew; there is nobody to do so.
  connection.onRequest('client/registerCapability', () => null);
  for (const refresh of ['codeLens', 'inlayHint', 'semanticTokens']) {
    connection.onRequest(`workspace/${refresh}/refresh`, () => null);
  }
  connection.onRequest('workspace/configuration', () => [null]);
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  const text = largeFile();
  const checked = (version: number): Promise<void> =>
    new Promise((resolve) => {
      waiting.set(version, () => resolve());
    });
  const opened = checked(1);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'mcsoap', version: 1, text },
  });
  await opened;
  const line = text.slice(0, text.indexOf('key-5000<')).split('\n').length;
  const [completions, diagnostics]: [number[], number[]] = [[], []];
  for (let key = 0; key < keys; key += 1) {
    const version = key + 2;
    const position = { line, character: 4 + key };
    const done = checked(version);
    const started = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end: position }, text: key === 0 ? '<' : 'S' }],
    });
    await connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: { line, character: position.character + 1 },
    });
    completions.push(performance.now() - started);
    await done;
    diagnostics.push(performance.now() - started);
  }
  const megabytes = text.length / 1e6;
  return { megabytes, completion: percentile(completions), diagnostics: percentile(diagnostics) };
}

/** The 95th. */
function percentile(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}
