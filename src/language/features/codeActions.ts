/** The lightbulb: fixes for what was found, "fix all" of a kind, and ways to rework a request. */
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { refactorActions } from '../actions/actions.ts';
import type { Edit, Finding } from '../diagnostics/finding.ts';
import type { OpenFile } from '../server/openFile.ts';
import type { Feature, Server } from '../server/server.ts';
import type { TextRange } from '../xml/node.ts';
import { toDiagnostic } from './diagnostics.ts';

export const codeActions: Feature = {
  capabilities: {
    codeActionProvider: {
      codeActionKinds: [
        CodeActionKind.QuickFix,
        CodeActionKind.RefactorExtract,
        CodeActionKind.RefactorRewrite,
        CodeActionKind.SourceFixAll,
      ],
    },
  },
  register(server) {
    server.connection.onCodeAction(
      server.answer([] as CodeAction[], async (file, { range, context: { only } }: CodeActionParams) => {
        const findings = (await server.findings(file)) ?? [];
        const selection = file.offsetsOf(range);
        // Nobody sees these before they are asked for by name, and they are made of every finding of the file.
        const isForAll = only?.some((kind) => isKind(CodeActionKind.SourceFixAll, kind)) === true;
        return [
          ...offers(file, findings, selection),
          ...(isForAll ? fixAll(file, findings) : []),
          ...refactorings(server, file, selection),
        ].filter(({ kind = '' }) => only?.some((asked) => isKind(kind, asked)) ?? true);
      }),
    );
  },
};

/** True for `refactor.extract` when `refactor` is asked for. */
function isKind(kind: string, asked: string): boolean {
  return kind === asked || kind.startsWith(`${asked}.`);
}

function offers(file: OpenFile, findings: readonly Finding[], selection: TextRange): CodeAction[] {
  const here = findings.filter(({ range }) => range.start <= selection.end && range.end >= selection.start);
  return [
    ...here.flatMap((finding) => quickFixes(file, finding)),
    ...[...new Set(here.map(({ code }) => code))].flatMap((code) => fixAllOf(file, code, findings)),
  ];
}

function refactorings(server: Server, file: OpenFile, selection: TextRange): CodeAction[] {
  return refactorActions(server.inspection(file), selection).map(({ title, kind, edits }) => ({
    title,
    kind,
    edit: workspaceEdit(file, edits),
  }));
}

function quickFixes(file: OpenFile, finding: Finding): CodeAction[] {
  return (finding.fixes?.() ?? []).map(({ title, edits, safe }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(file, finding)],
    edit: workspaceEdit(file, edits),
    ...(safe === true ? { isPreferred: true } : {}),
  }));
}

/** Offered where there is more than one of a kind. */
function fixAllOf(file: OpenFile, code: string, findings: readonly Finding[]): CodeAction[] {
  const edits = safeEdits(findings.filter((finding) => finding.code === code));
  if (edits.length < 2) return [];
  const title = `Fix all ${String(edits.length)} of ${code} in this file`;
  return [{ title, kind: CodeActionKind.QuickFix, edit: workspaceEdit(file, edits.flat()) }];
}

function fixAll(file: OpenFile, findings: readonly Finding[]): CodeAction[] {
  const edits = safeEdits(findings);
  if (edits.length === 0) return [];
  const title = 'Fix everything that can be fixed safely';
  return [{ title, kind: CodeActionKind.SourceFixAll, edit: workspaceEdit(file, edits.flat()) }];
}

/** The edits of the safe fixes, one group a finding; where two touch the same text, the first is taken. */
function safeEdits(findings: readonly Finding[]): (readonly Edit[])[] {
  const taken: Edit[] = [];
  return findings.flatMap((finding) => {
    const fix = finding.fixes?.().find(({ safe }) => safe === true);
    if (fix === undefined || fix.edits.some((edit) => taken.some((other) => touches(edit, other)))) return [];
    taken.push(...fix.edits);
    return [fix.edits];
  });
}

function touches({ range: a }: Edit, { range: b }: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function workspaceEdit(file: OpenFile, edits: readonly Edit[]): WorkspaceEdit {
  const changes = edits.map(({ range, newText }) => ({ range: file.rangeOf(range), newText }));
  return { documentChanges: [{ textDocument: { uri: file.uri, version: file.version }, edits: changes }] };
}
