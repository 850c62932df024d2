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

/** In milliseconds: a moment for what else a key asks for, such as completion. */
const delay = 20;

/** Files to be looked at as soon as nobody types. */
class WaitingFiles {
  private readonly server: Server;
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(server: Server) {
    this.server = server;
  }

  add(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.set(
      uri,
      setTimeout(() => this.look(uri), delay),
    );
  }

  remove(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
  }

  private look(uri: string): void {
    this.timers.delete(uri);
    send(this.server, uri).catch((error: unknown) => this.server.connection.console.error(String(error)));
  }
}

async function send(server: Server, uri: string): Promise<void> {
  const file = server.fileAt(uri);
  const found = file === undefined ? undefined : await server.findings(file);
  // What changed meanwhile is waiting already.
  if (file === undefined || found === undefined || !server.isPresent(file)) return;
  const shown = found.slice(0, mostFindings).map((finding) => toDiagnostic(file, finding));
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
