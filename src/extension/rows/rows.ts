/** Rows of data extensions in this window: the editor, and the commands that open, export and import them. */
import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { TreePayload } from '../../shared/contributions.ts';
import { RowsEditor, formatNumber, type RowsTarget } from '../../views/index.ts';
import { openEditor, saveActiveEditor } from '../commands/runCommand.ts';
import { showFailure } from '../commands/registerCommand.ts';
import { subjectOf } from '../commands/treeViews.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { confirmDanger } from '../danger/confirm.ts';
import { describeError, isCancellation } from '../errors/describeError.ts';
import { chooseFirst } from '../errors/explained.ts';
import type { OutputLog } from '../log/outputLog.ts';
import { pickCsv } from './pickCsv.ts';
import { openRowsRequest } from './rowsRequest.ts';

interface Parts {
  readonly active: ActiveAccount;
  readonly log: OutputLog;
  readonly extensionUri: vscode.Uri;
}

/** What is chosen in the tree. */
type RowsSubject = Pick<RowsTarget, 'key' | 'name' | 'owner'>;

/** Writes of more rows than this ask once more. */
const many = 200;

export class Rows {
  private readonly active: ActiveAccount;
  private readonly editor: RowsEditor;

  constructor({ active, log, extensionUri }: Parts) {
    this.active = active;
    const tell = (error: unknown): void => {
      if (!isCancellation(error)) showFailure(error, log).then(undefined, () => undefined);
    };
    this.editor = new RowsEditor({
      extensionUri,
      describeError,
      tell,
      accountFor: ({ connectionId, mid }) => active.accountOf(connectionId, mid),
      confirm: (account, rows, summary) =>
        rows <= many && account.isProduction !== true
          ? Promise.resolve(true)
          : confirmDanger(account, {
              question: `Write ${formatNumber(rows)} rows?`,
              detail: `This writes ${summary}.`,
              action: 'Write',
              name: String(rows),
            }),
      saveActive: () => {
        this.write().catch(tell);
      },
      exportRows: async (session) => (await import('./exportRows.ts')).exportSession(session),
      importRows: pickCsv,
      openRequest: (session) => openRowsRequest(session),
    });
  }

  /** Opens the rows of a data extension in an editor tab. */
  async open(payload: TreePayload | undefined): Promise<void> {
    await this.openOf(subjectOf(payload, 'dataExtension'));
  }

  async openOf(subject: RowsSubject | undefined): Promise<void> {
    const { uri, viewType } = RowsEditor.address(this.target(subject));
    await openEditor(uri, viewType);
  }

  /** Writes what is pending in the editor in front, by VS Code's own way of saving. */
  async write(): Promise<void> {
    await saveActiveEditor();
  }

  dispose(): void {
    this.editor.dispose();
  }

  private target(subject: RowsSubject | undefined): RowsTarget {
    const { account } = this.active;
    if (account === undefined || subject === undefined)
      throw chooseFirst(l10n.t('Choose a data extension first.'));
    const { connectionId, mid } = account;
    const { key, name, owner } = subject;
    return { connectionId, mid, key, name, ...(owner === undefined ? {} : { owner }) };
  }
}
