/** Marks in the file what failed when it was run: objects, assertions, what could not be filled in; until the text changes. */
import * as vscode from 'vscode';
import type { StepOutcome } from '../../runs/index.ts';
import { marksOf, type Mark } from './marksOf.ts';

/** What was run: a text as it stood in a document. */
export interface RunText {
  readonly document: vscode.TextDocument;
  /** Version of the document that was run. */
  readonly version: number;
  /** Where the text begins in the document. */
  readonly offset: number;
}

export class FailureMarks {
  private readonly collection = vscode.languages.createDiagnosticCollection('Marketing Cloud runs');
  private readonly subscriptions: vscode.Disposable;

  constructor() {
    this.subscriptions = vscode.Disposable.from(
      this.collection,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.collection.delete(document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.collection.delete(uri)),
    );
  }

  /** Takes the marks of an earlier run of this part of the file away. */
  clear({ document, offset }: RunText, range: Mark['range']): void {
    const start = document.positionAt(offset + range.start);
    const end = document.positionAt(offset + range.end);
    const part = new vscode.Range(start, end);
    const others = (this.collection.get(document.uri) ?? []).filter(
      (mark) => part.intersection(mark.range) === undefined,
    );
    this.collection.set(document.uri, others);
  }

  /** Marks what failed. A text that has changed meanwhile is left alone: the places are no longer those. */
  add(ran: RunText, outcome: StepOutcome, marks: readonly Mark[] = marksOf(outcome)): void {
    const { document, version, offset } = ran;
    if (document.isClosed || document.version !== version) return;
    this.clear(ran, outcome.range);
    const diagnostics = marks.map(({ message, range, code }) => {
      const place = new vscode.Range(
        document.positionAt(offset + range.start),
        document.positionAt(offset + range.end),
      );
      const diagnostic = new vscode.Diagnostic(place, message, vscode.DiagnosticSeverity.Error);
      diagnostic.source = 'Marketing Cloud';
      if (code !== undefined) diagnostic.code = code;
      return diagnostic;
    });
    this.collection.set(document.uri, [...(this.collection.get(document.uri) ?? []), ...diagnostics]);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}
