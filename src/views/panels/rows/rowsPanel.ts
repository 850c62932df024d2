/** One rows editor on screen: hands messages between its page and its session. */
import * as vscode from 'vscode';
import {
  isFromRowsPage,
  type ConflictChoice,
  type FromRowsPage,
  type Review,
  type RowsView,
  type ToRowsPage,
} from '../../../shared/rowsMessages.ts';
import { adoptPagePanel, PageChannel } from '../page.ts';
import { copiedRows } from './copyRows.ts';
import { ImportSession } from './import/importSession.ts';
import type { RowEdit } from './rowChanges.ts';
import { addRow, nextProblem, removeRows, revertRows, setCells } from './rowCommands.ts';
import { rowsState } from './rowsState.ts';
import type { RowsSession } from './session.ts';

/** What a person can do in the editor that is done elsewhere. */
export interface RowsActions {
  /** The page is there, and was last shown so; undefined when it is new. */
  opened(view: RowsView | undefined): void;
  save(): void;
  edited(edit: RowEdit): void;
  /** Tells of what went wrong. */
  tell(error: unknown): void;
  exportRows(session: RowsSession): void;
  /** Asks for a file; `start` is called with it. */
  importRows(session: RowsSession, start: (file: string) => Promise<void>): void;
  /** Asks before the rows of a file are written. */
  confirmImport(session: RowsSession, rows: number): Promise<boolean>;
  openRequest(session: RowsSession): void;
}

/** How long changes are collected before the page is told, in milliseconds. */
const pause = 40;

type Message<Kind extends FromRowsPage['kind']> = Extract<FromRowsPage, { readonly kind: Kind }>;
type Handlers = { readonly [Kind in FromRowsPage['kind']]: (message: Message<Kind>) => unknown };
type ReviewAnswer = Readonly<Record<string, ConflictChoice>> | undefined;

export class RowsPanel implements vscode.Disposable {
  private readonly panel: vscode.WebviewPanel;
  private readonly session: RowsSession;
  private readonly actions: RowsActions;
  private readonly channel: PageChannel<ToRowsPage, FromRowsPage>;
  private timer: NodeJS.Timeout | undefined;
  private importing: ImportSession | undefined;
  private answer: ((answer: ReviewAnswer) => void) | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    session: RowsSession,
    actions: RowsActions,
  ) {
    this.panel = panel;
    this.session = session;
    this.actions = actions;
    // The frame of the page is named after it.
    panel.title = session.target.name;
    adoptPagePanel(panel, extensionUri, 'rows');
    this.channel = new PageChannel(panel.webview, isFromRowsPage, (message) => this.receive(message));
    session.listen({ stateChanged: () => this.tellSoon(), edited: (edit) => actions.edited(edit) });
    panel.onDidDispose(() => this.dispose());
  }

  /** Shows what is about to be written, and waits for the answer; undefined when it is not to be. */
  review(review: Review): Promise<ReviewAnswer> {
    this.panel.reveal();
    return new Promise((resolve) => {
      this.answer = resolve;
      this.channel.post({ kind: 'review', review });
    });
  }

  /** Scrolls to a row. */
  reveal(row: number): void {
    this.channel.post({ kind: 'reveal', row });
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.answer?.(undefined);
    this.importing?.cancel();
    this.session.listen(undefined);
    this.channel.dispose();
  }

  private readonly handlers: Handlers = {
    ready: () => this.tell(),
    open: ({ view }) => this.actions.opened(view),
    need: ({ from, to }) => this.sendRows(from, to),
    checkFilter: ({ text }) => this.channel.post({ kind: 'filter', filter: this.session.checkFilter(text) }),
    buildFilter: ({ tree }) => this.channel.post({ kind: 'filter', filter: this.session.buildFilter(tree) }),
    applyFilter: async ({ text }) => {
      this.channel.post({ kind: 'filter', filter: await this.session.applyFilter(text) });
    },
    sort: ({ column, ascending }) => this.session.sortBy({ column, ascending }),
    unsort: () => this.session.sortBy(undefined),
    edit: ({ cells }) => setCells(this.session, cells),
    add: ({ copyOf }) => this.reveal(addRow(this.session, copyOf)),
    remove: ({ rows }) => removeRows(this.session, rows),
    revert: ({ rows }) => revertRows(this.session, rows),
    copy: ({ format, rows, columns }) =>
      vscode.env.clipboard.writeText(copiedRows(this.session, format, rows, columns)),
    answerReview: ({ write, conflicts }) => this.answerReview(write ? conflicts : undefined),
    save: () => this.actions.save(),
    discard: () => revertRows(this.session, 'all'),
    loadAll: () => this.session.loadAll(),
    stop: () => this.session.stop(),
    reload: () => this.session.load(),
    export: () => this.actions.exportRows(this.session),
    import: () => this.actions.importRows(this.session, (file) => this.startImport(file)),
    importOptions: ({ options }) => this.importing?.choose(options),
    dryRunImport: () => this.importing?.dryRun(),
    writeImport: () => this.writeImport(),
    cancelImport: () => this.importing?.cancel(),
    openRequest: () => this.actions.openRequest(this.session),
    nextProblem: () => {
      const row = nextProblem(this.session);
      if (row !== undefined) this.reveal(row);
    },
  };

  private receive(message: FromRowsPage): void {
    const handle = this.handlers[message.kind] as (message: FromRowsPage) => unknown;
    Promise.resolve()
      .then(() => handle(message))
      .catch((error: unknown) => this.actions.tell(error));
  }

  private async startImport(file: string): Promise<void> {
    this.importing = new ImportSession(this.session, file, (plan) =>
      this.channel.post({ kind: 'import', plan }),
    );
    await this.importing.open();
  }

  /** The whole file is checked before a person is asked, and before anything of it is written. */
  private async writeImport(): Promise<void> {
    const { importing } = this;
    const checked = await importing?.dryRun();
    if (
      importing === undefined ||
      checked === undefined ||
      checked.wasCancelled === true ||
      checked.good === 0
    )
      return;
    if (await this.actions.confirmImport(this.session, checked.good)) await importing.write();
  }

  private sendRows(from: number, to: number): void {
    const rows = this.session.rows(from, to);
    this.channel.post({ kind: 'rows', version: this.session.version, from, rows });
  }

  private answerReview(answer: ReviewAnswer): void {
    this.channel.post({ kind: 'closeReview' });
    this.answer?.(answer);
    this.answer = undefined;
  }

  private tellSoon(): void {
    this.timer ??= setTimeout(() => this.tell(), pause);
  }

  private tell(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.channel.post({ kind: 'state', state: rowsState(this.session) });
  }
}
