/**
 * The rows editor as VS Code knows it: tabs that are restored, undo and redo, saving, and changes kept over a crash. It is
 * there from the start; what works on rows is loaded with the first of them.
 */
import * as vscode from 'vscode';
import { editorIds } from '../../../shared/contributions.ts';
import type { Account, DescribeError } from '../../account.ts';
import type { RowsView } from '../../../shared/rowsMessages.ts';
import { formatNumber } from '../../display.ts';
import type { RowEdit, SavedChanges } from './rowChanges.ts';
import type { RowsPanel } from './rowsPanel.ts';
import type { SaveOutcome } from './saveRows.ts';
import type { RowsSession } from './session.ts';
import { addressOf, targetOf, type RowsTarget } from './target.ts';

export interface RowsEditorParts {
  readonly extensionUri: vscode.Uri;
  readonly accountFor: (target: RowsTarget) => Account;
  readonly describeError: DescribeError;
  /** Asked before a write that is more dangerous than others. */
  readonly confirm: (account: Account, rows: number, summary: string) => Promise<boolean>;
  /** Tells of what went wrong. */
  readonly tell: (error: unknown) => void;
  /** Saves the editor in front because a person asked for it. */
  readonly saveActive: () => void;
  readonly exportRows: (session: RowsSession) => Promise<void>;
  readonly importRows: (session: RowsSession, start: (file: string) => Promise<void>) => Promise<void>;
  readonly openRequest: (session: RowsSession) => Promise<void>;
}

class RowsDocument implements vscode.CustomDocument {
  readonly uri: vscode.Uri;
  readonly session: RowsSession;
  panel: RowsPanel | undefined;
  /** The save that is under way. */
  saving: Promise<void> | undefined;

  /** How the rows are to be shown, as soon as the page has told. */
  readonly view: Promise<RowsView | undefined>;
  opened: (view: RowsView | undefined) => void = () => undefined;

  constructor(uri: vscode.Uri, session: RowsSession) {
    this.uri = uri;
    this.session = session;
    this.view = new Promise((resolve) => (this.opened = resolve));
  }

  dispose(): void {
    this.session.stop();
  }
}

export class RowsEditor implements vscode.CustomEditorProvider<RowsDocument>, vscode.Disposable {
  private readonly parts: RowsEditorParts;
  private readonly registration: vscode.Disposable;
  private readonly changed = new vscode.EventEmitter<vscode.CustomDocumentContentChangeEvent<RowsDocument>>();
  readonly onDidChangeCustomDocument = this.changed.event;

  constructor(parts: RowsEditorParts) {
    this.parts = parts;
    this.registration = vscode.window.registerCustomEditorProvider(editorIds.rows, this, {
      supportsMultipleEditorsPerDocument: false,
      webviewOptions: { retainContextWhenHidden: true },
    });
  }

  /** Where VS Code opens the rows of a data extension, and with what. */
  static address(target: RowsTarget): { readonly uri: vscode.Uri; readonly viewType: string } {
    return { uri: vscode.Uri.from(addressOf(target)), viewType: editorIds.rows };
  }

  async openCustomDocument(
    uri: vscode.Uri,
    { backupId }: vscode.CustomDocumentOpenContext,
  ): Promise<RowsDocument> {
    const target = targetOf(uri);
    if (target === undefined) throw new Error('This is not the address of rows.');
    const { RowsSession } = await import('./session.ts');
    const session = new RowsSession(target, this.parts.accountFor(target), this.parts.describeError);
    if (backupId !== undefined) {
      const backup = await vscode.workspace.fs.readFile(vscode.Uri.parse(backupId));
      session.changes.restore(JSON.parse(Buffer.from(backup).toString('utf8')) as SavedChanges);
    }
    const document = new RowsDocument(uri, session);
    session.load(document.view).catch(this.parts.tell);
    return document;
  }

  async resolveCustomEditor(document: RowsDocument, panel: vscode.WebviewPanel): Promise<void> {
    const { RowsPanel } = await import('./rowsPanel.ts');
    const { extensionUri, tell, saveActive, exportRows, importRows, openRequest, confirm } = this.parts;
    document.panel = new RowsPanel(panel, extensionUri, document.session, {
      opened: (view) => document.opened(view),
      save: saveActive,
      edited: (edit) => this.announce(document, edit),
      tell,
      exportRows: (session) => void exportRows(session).catch(tell),
      importRows: (session, start) => void importRows(session, start).catch(tell),
      confirmImport: ({ account, target }, rows) =>
        confirm(account, rows, `${formatNumber(rows)} rows of a file into ${target.name}`),
      openRequest: (session) => void openRequest(session).catch(tell),
    });
  }

  /**
   * Rejects unless all was written, so that VS Code keeps showing that something is pending. A save that begins while
   * another is under way joins it: VS Code then cancels the earlier one, which may have been sent already.
   */
  async saveCustomDocument(document: RowsDocument, cancellation: vscode.CancellationToken): Promise<void> {
    if (document.saving !== undefined) return joined(document.saving);
    document.saving = this.write(document).finally(() => (document.saving = undefined));
    try {
      await document.saving;
    } catch (error) {
      // VS Code says nothing of what became of a save that another one has overtaken.
      if (cancellation.isCancellationRequested && !(error instanceof vscode.CancellationError))
        this.parts.tell(error);
      throw error;
    }
  }

  saveCustomDocumentAs(): Promise<void> {
    return Promise.reject(new Error('Rows are written to Marketing Cloud. To get a file, use Export.'));
  }

  async revertCustomDocument({ session }: RowsDocument): Promise<void> {
    session.changes.clear();
    await session.load();
  }

  async backupCustomDocument(
    { session }: RowsDocument,
    { destination }: vscode.CustomDocumentBackupContext,
  ): Promise<vscode.CustomDocumentBackup> {
    await vscode.workspace.fs.writeFile(destination, Buffer.from(JSON.stringify(session.changes.save())));
    return { id: destination.toString(), delete: () => void vscode.workspace.fs.delete(destination) };
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }

  /** @throws CancellationError when a person does not want it after all; else what a person is to be told. */
  private async write({ session, panel }: RowsDocument): Promise<void> {
    if (session.changes.pending().length === 0) return;
    if (panel === undefined)
      throw new Error(`Nothing was written: open the rows of ${session.target.name} to review them first.`);
    const { saveRows } = await import('./saveRows.ts');
    const outcome = await saveRows(session, {
      ask: (review) => panel.review(review),
      confirm: (rows, summary) =>
        this.parts.confirm(session.account, rows.length, `${summary} in ${session.target.name}`),
    }).catch((error: unknown) => {
      const { title, advice } = this.parts.describeError(error);
      throw new Error(`Nothing was written: ${title} ${advice}`, { cause: error });
    });
    if (outcome.kind === 'cancelled') throw new vscode.CancellationError();
    const problem = problemText(outcome);
    if (problem !== undefined) throw new Error(problem);
    // VS Code would take what was changed meanwhile for written, too.
    if (session.changes.pending().length > 0)
      throw new Error('All was written but what has been changed meanwhile: save again to write that, too.');
  }

  private announce(document: RowsDocument, edit: RowEdit): void {
    const { session } = document;
    const event: vscode.CustomDocumentEditEvent<RowsDocument> = {
      document,
      label: edit.label,
      undo: () => {
        session.changes.undo(edit);
        this.mark(document);
        session.moved();
      },
      redo: () => {
        session.changes.perform(edit);
        this.mark(document);
        session.moved();
      },
    };
    this.changed.fire(event);
    if (session.changes.pending().length === 0) this.mark(document);
  }

  /**
   * Has VS Code mark the tab as changed when something is pending, and only then. It goes by how many edits there were
   * since the last save that wrote all, which after a save that wrote some of it, or a Discard, is not the same.
   */
  private mark(document: RowsDocument): void {
    if (document.session.changes.pending().length > 0) this.changed.fire({ document });
    else if (document.saving === undefined)
      Promise.resolve(vscode.workspace.save(document.uri)).catch(this.parts.tell);
  }
}

/** Ends as the save does, but leaves it to that to say what went wrong. */
async function joined(saving: Promise<void>): Promise<void> {
  await saving.catch(() => {
    throw new vscode.CancellationError();
  });
}

/** Why not all was written, for a person; undefined when it was. */
function problemText(outcome: Exclude<SaveOutcome, { kind: 'cancelled' }>): string | undefined {
  if (outcome.kind === 'invalid') {
    return `Nothing was written: ${formatNumber(outcome.count)} of the changed cells are not as their columns want them. ${outcome.first}`;
  }
  const { written, failed, kept } = outcome;
  if (failed + kept === 0) return undefined;
  const parts = [
    `${formatNumber(written)} written`,
    ...(failed === 0 ? [] : [`${formatNumber(failed)} failed, marked with the service’s words`]),
    ...(kept === 0 ? [] : [`${formatNumber(kept)} kept for later`]),
  ];
  return `Not all rows were written: ${parts.join(', ')}.`;
}
