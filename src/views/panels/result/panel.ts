/** The result editor beside a scratch file: one for all runs, showing the latest. */
import * as vscode from 'vscode';
import { isFromResultPage, type FromResultPage, type ToResultPage } from '../../../shared/resultMessages.ts';
import { createPagePanel, PageChannel } from '../page.ts';
import type { ResultSession } from './session.ts';
import { shownSteps } from './shownSteps.ts';

/** What a person can do in the panel that is done elsewhere. */
export interface ResultActions {
  cancel(): void;
  runAgain(): void;
  /** Writes the rows to a file. */
  export(session: ResultSession): void;
  /** Opens a text as a read-only editor. */
  openText(which: 'request' | 'response', session: ResultSession): void;
  copy(text: string): void;
}

/** A session that the panel can show, and what can be done with it. */
interface Shown {
  readonly session: ResultSession;
  readonly actions: ResultActions;
}

/** Shows the sessions of the latest run, one at a time. The panel opens with the first and can be closed at any time. */
export class ResultPanel implements vscode.Disposable {
  private readonly extensionUri: vscode.Uri;
  private panel: vscode.WebviewPanel | undefined;
  private channel: PageChannel<ToResultPage, FromResultPage> | undefined;
  private steps: Shown[] = [];
  private selected = 0;

  constructor(extensionUri: vscode.Uri) {
    this.extensionUri = extensionUri;
  }

  /** The sessions from now on belong to another run. */
  begin(): void {
    this.current?.session.listen(undefined);
    this.steps = [];
  }

  /** Shows a session; those of the same run can still be selected. The focus stays where it is. */
  show(session: ResultSession, actions: ResultActions): void {
    this.steps.push({ session, actions });
    const panel = this.panel ?? this.open();
    this.select(this.steps.length - 1);
    panel.reveal(undefined, true);
  }

  /** Brings the panel to the front, with the session that it shows. */
  reveal(): void {
    if (this.panel === undefined && this.current !== undefined) {
      this.open();
      this.listen();
    }
    this.panel?.reveal(undefined, true);
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private get current(): Shown | undefined {
    return this.steps[this.selected];
  }

  private open(): vscode.WebviewPanel {
    const panel = createPagePanel(this.extensionUri, 'result', {
      title: 'Result',
      column: vscode.ViewColumn.Beside,
    });
    this.channel = new PageChannel(panel.webview, isFromResultPage, (message) => this.receive(message));
    panel.onDidDispose(() => {
      this.channel?.dispose();
      this.current?.session.listen(undefined);
      this.panel = undefined;
      this.channel = undefined;
    });
    this.panel = panel;
    return panel;
  }

  private select(index: number): void {
    if (this.steps[index] === undefined) return;
    this.current?.session.listen(undefined);
    this.selected = index;
    this.listen();
  }

  private listen(): void {
    const { current } = this;
    if (this.panel !== undefined && current !== undefined)
      this.panel.title = `Result: ${current.session.title}`;
    current?.session.listen({
      stateChanged: (state) => {
        this.channel?.post({ kind: 'state', state });
        this.postSteps();
      },
      textsChanged: (texts) => this.channel?.post({ kind: 'texts', texts }),
      rowsAdded: (from, rows) => this.channel?.post({ kind: 'rows', from, rows }),
    });
  }

  private postSteps(): void {
    const { selected } = this;
    const sessions = this.steps.map(({ session }) => session);
    const steps = shownSteps(sessions, selected);
    this.channel?.post({ kind: 'steps', steps, selected, count: sessions.length });
  }

  private postAnswer(session: ResultSession, index: number): void {
    const text = session.answers[index];
    if (text !== undefined)
      this.channel?.post({ kind: 'answer', session: session.state().session, index, text });
  }

  private receive(message: FromResultPage): void {
    const { current } = this;
    if (current === undefined) return;
    const { session, actions } = current;
    switch (message.kind) {
      case 'ready':
        this.listen();
        break;
      case 'cancel':
        actions.cancel();
        break;
      case 'runAgain':
        actions.runAgain();
        break;
      case 'export':
        actions.export(session);
        break;
      case 'selectStep':
        this.select(message.index);
        break;
      case 'openAnswer':
        this.postAnswer(session, message.index);
        break;
      case 'openText':
        actions.openText(message.which, session);
        break;
      case 'copy':
        actions.copy(message.text);
        break;
    }
  }
}
