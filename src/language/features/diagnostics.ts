/** Tells the editor what is found in the files that are open. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver/node';
import type { Finding, Severity } from '../diagnostics/finding.ts';
import type { OpenFile } from '../server/openFile.ts';
import type { Feature, Server } from '../server/server.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** More findings of one file nobody reads, and the editor shows no more. */
const mostFindings = 1000;

export const diagnostics: Feature = {
  register(server) {
    const { connection, documents } = server;
    const waiting = new WaitingFiles(server);
    documents.onDidChangeContent(({ document }) => waiting.add(document.uri));
    documents.onDidClose(async ({ document }) => {
      waiting.remove(document.uri);
      await connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    });
    server.onDidChangeKnowledge(() => {
      for (const uri of documents.keys()) waiting.add(uri);
    });
  },
};

/** Files to be looked at as soon as nobody types: in a large one, looking at it takes longer than a key does. */
class WaitingFiles {
  private readonly server: Server;
  private readonly timers = new Map<string, NodeJS.Timeout>();
  /** How long looking at each took the last time, in milliseconds. */
  private readonly durations = new Map<string, number>();

  constructor(server: Server) {
    this.server = server;
  }

  add(uri: string): void {
    clearTimeout(this.timers.get(uri));
    // A moment for what else the key asks for, such as completion; where looking takes long, until nobody types.
    const last = this.durations.get(uri) ?? 0;
    const delay = last < 100 ? 20 : Math.min(last, 1000);
    this.timers.set(
      uri,
      setTimeout(() => this.look(uri), delay),
    );
  }

  remove(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.durations.delete(uri);
  }

  private look(uri: string): void {
    this.timers.delete(uri);
    const started = performance.now();
    send(this.server, uri).catch((error: unknown) => this.server.connection.console.error(String(error)));
    this.durations.set(uri, performance.now() - started);
  }
}

async function send(server: Server, uri: string): Promise<void> {
  const file = server.fileAt(uri);
  if (file === undefined) return;
  const found = server.findings(file).slice(0, mostFindings);
  const shown = found.map((finding) => toDiagnostic(file, finding));
  await server.connection.sendDiagnostics({ uri, version: file.version, diagnostics: shown });
}

/** A finding as the protocol has it. */
export function toDiagnostic(file: OpenFile, finding: Finding): Diagnostic {
  const { message, code, range, severity, href, tag } = finding;
  return {
    message,
    code,
    range: file.rangeOf(range),
    severity: severities[severity],
    source: 'Marketing Cloud',
    ...(href === undefined ? {} : { codeDescription: { href } }),
    ...(tag === undefined ? {} : { tags: [tags[tag]] }),
  };
}
