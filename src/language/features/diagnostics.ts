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

export const diagnostics: Feature = {
  register(server) {
    const { connection, documents } = server;
    documents.onDidChangeContent(({ document }) => send(server, document.uri));
    documents.onDidClose(({ document }) =>
      connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }),
    );
    server.onDidChangeKnowledge(() => Promise.all(documents.keys().map((uri) => send(server, uri))));
  },
};

async function send(server: Server, uri: string): Promise<void> {
  const file = server.fileAt(uri);
  if (file === undefined) return;
  const found = server.findings(file).map((finding) => toDiagnostic(file, finding));
  await server.connection.sendDiagnostics({ uri, version: file.version, diagnostics: found });
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
