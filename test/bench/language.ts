/** The language server in its own process: large files are opened, keys are typed, and the answers are waited for. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import type { MeasuredFile } from './languageFiles.ts';

const keys = 60;
const uri = 'file:///bench.mcsoap';

/** Milliseconds; NaN for what was not measured. */
export interface LanguageFigures {
  /** From opening the file to its diagnostics. */
  readonly opening: number;
  /** The longest that anything had to wait for an answer meanwhile, the file's own first reading included. */
  readonly longestWait: number;
  /** From a key to the list of suggestions, at the 95th percentile. */
  readonly completion: number;
  /** From a key to the diagnostics, at the 95th percentile. */
  readonly diagnostics: number;
  /** How long the server works for a key, whatever else the machine does. */
  readonly work: number;
}

/** @param server its program, as it ships. */
export async function measureLanguageServer(server: string, file: MeasuredFile): Promise<LanguageFigures> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  try {
    const editor = new Editor(connection, file.text);
    await editor.start();
    const { opening, longestWait } = await open(editor);
    const before = workOf(child.pid);
    const typed =
      file.typedBehind === undefined
        ? { completion: Number.NaN, diagnostics: Number.NaN }
        : await typeBehind(file.typedBehind, editor);
    return { opening, longestWait, ...typed, work: (workOf(child.pid) - before) / keys };
  } finally {
    connection.dispose();
    child.kill();
  }
}

/** What an editor does with one file. */
class Editor {
  readonly text: string;
  readonly connection: ProtocolConnection;
  private version = 0;
  private readonly waiting = new Map<number, () => void>();

  constructor(connection: ProtocolConnection, text: string) {
    this.connection = connection;
    this.text = text;
    connection.onNotification('textDocument/publishDiagnostics', ({ version }: { version: number }) => {
      this.waiting.get(version)?.();
    });
    // The server asks to be told of settings, and to have lenses drawn anew; there is nobody to do so.
    connection.onRequest('client/registerCapability', () => null);
    for (const refresh of ['codeLens', 'inlayHint', 'semanticTokens']) {
      connection.onRequest(`workspace/${refresh}/refresh`, () => null);
    }
    connection.onRequest('workspace/configuration', () => [null]);
  }

  async start(): Promise<void> {
    const { connection } = this;
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    await connection.sendNotification('initialized', {});
  }

  /** Sends the next version of the file. @returns when its diagnostics are there */
  async send(method: 'didOpen' | 'didChange', content: object): Promise<{ readonly checked: Promise<void> }> {
    this.version += 1;
    const { version } = this;
    const checked = new Promise<void>((resolve) => {
      this.waiting.set(version, resolve);
    });
    const textDocument = { uri, languageId: 'mcsoap', version };
    const params =
      method === 'didOpen'
        ? { textDocument: { ...textDocument, ...content } }
        : { textDocument, contentChanges: [content] };
    await this.connection.sendNotification(`textDocument/${method}`, params);
    return { checked };
  }

  async ask(feature: 'hover' | 'completion', position: object): Promise<void> {
    await this.connection.sendRequest(`textDocument/${feature}`, { textDocument: { uri }, position });
  }
}

async function open(editor: Editor): Promise<Pick<LanguageFigures, 'opening' | 'longestWait'>> {
  const started = performance.now();
  const { checked } = await editor.send('didOpen', { text: editor.text });
  let [isChecked, longestWait] = [false, 0];
  const done = checked.then(() => {
    isChecked = true;
  });
  const opened = checked.then(() => performance.now() - started);
  while (!isChecked) {
    const asked = performance.now();
    await editor.ask('hover', { line: 3, character: 4 });
    longestWait = Math.max(longestWait, performance.now() - asked);
  }
  await done;
  return { opening: await opened, longestWait };
}

async function typeBehind(
  mark: string,
  editor: Editor,
): Promise<Pick<LanguageFigures, 'completion' | 'diagnostics'>> {
  const lines = editor.text.slice(0, editor.text.indexOf(mark) + mark.length).split('\n');
  const [line, column] = [lines.length - 1, lines.at(-1)?.length ?? 0];
  const [completions, diagnostics]: [number[], number[]] = [[], []];
  for (let key = 0; key < keys; key += 1) {
    const start = { line, character: column + key };
    const started = performance.now();
    const { checked } = await editor.send('didChange', {
      range: { start, end: start },
      text: key === 0 ? '<' : 'S',
    });
    await editor.ask('completion', { line, character: start.character + 1 });
    completions.push(performance.now() - started);
    await checked;
    diagnostics.push(performance.now() - started);
  }
  return { completion: percentile(completions), diagnostics: percentile(diagnostics) };
}

/** The 95th. */
function percentile(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}

/** Milliseconds that a process has worked so far; NaN where the system does not tell. */
function workOf(pid: number | undefined): number {
  try {
    const fields =
      readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
        .split(') ')[1]
        ?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}
