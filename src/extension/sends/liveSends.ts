/** Live sends in this window: what is watched, from which account, and what is told of it. */
import * as vscode from 'vscode';
import { viewIds } from '../../shared/contributions.ts';
import {
  cardOf,
  LiveSendsView,
  phaseOf,
  readSend,
  recentSendsQuery,
  SendMonitor,
  sendsQuery,
  summaryOf,
  type WatchedSend,
  type WatchTarget,
} from '../../views/index.ts';
import { revealView } from '../commands/runCommand.ts';
import type { Accounts } from '../connections/accounts.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { describeError, ExplainedError } from '../errors/describeError.ts';
import type { OutputLog } from '../log/outputLog.ts';

interface Parts {
  readonly accounts: Accounts;
  readonly active: ActiveAccount;
  readonly log: OutputLog;
  readonly extensionUri: vscode.Uri;
  /** Called when a watched send is over, for whoever else shows it. */
  readonly ended: () => void;
  /** Of the workspace: what is watched is watched again after a reload. */
  readonly state: vscode.Memento;
}

const stateKey = 'marketingCloud.watchedSends';
const show = 'Show';

export class LiveSends {
  private readonly parts: Parts;
  private readonly monitor: SendMonitor;
  private readonly view: LiveSendsView;
  private readonly registration: vscode.Disposable;

  constructor(parts: Parts) {
    this.parts = parts;
    this.view = new LiveSendsView(parts.extensionUri, {
      watch: () => this.tell(this.pick()),
      dismiss: (key) => this.dismiss(key),
    });
    this.registration = vscode.window.registerWebviewViewProvider(viewIds.liveSends, this.view);
    this.monitor = new SendMonitor({
      fetch: async ({ connectionId, mid }, ids, signal) => {
        const client = await parts.accounts.client(connectionId, mid);
        return (await client.retrieveAll(sendsQuery(ids), { signal })).map(readSend);
      },
      now: Date.now,
      schedule: (milliseconds, callback) => {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
      changed: () => this.showCards(''),
      finished: (send) => this.announce(send),
      report: (error) => parts.log.warn(`Live sends: ${String(error)}`),
    });
    for (const target of parts.state.get<readonly WatchTarget[]>(stateKey) ?? []) this.monitor.watch(target);
  }

  /** Watches a send of the account that the window works with, and brings the view to the front. */
  async watch(id: number): Promise<void> {
    const { account } = this.parts.active;
    if (account === undefined) throw notConnected();
    this.monitor.watch({ connectionId: account.connectionId, mid: account.mid, where: account.label, id });
    await this.remember();
    await this.reveal();
  }

  /** Lets the person choose among the sends of the last two days, running ones first. */
  async pick(): Promise<void> {
    const { account } = this.parts.active;
    if (account === undefined) throw notConnected();
    const client = await account.client();
    const now = new Date();
    const since = new Date(now.getTime() - 2 * 86_400_000);
    const sends = (await client.retrieveAll(recentSendsQuery(since))).map(readSend);
    const items = sends
      .map((send) => ({ send, phase: phaseOf(send, now) }))
      .sort((a, b) => Number(b.phase === 'running') - Number(a.phase === 'running') || b.send.id - a.send.id)
      .map(({ send, phase }) => ({
        label: `$(${phase === 'running' ? 'sync' : 'mail'}) ${send.name === '' ? send.subject : send.name}`,
        description: `${send.status} · ID ${String(send.id)}`,
        id: send.id,
      }));
    if (items.length === 0)
      throw new ExplainedError('There was no send in the last two days.', 'Start one first.');
    const picked = await vscode.window.showQuickPick(items, {
      placeHolder: 'Choose the send to watch',
      matchOnDescription: true,
    });
    if (picked !== undefined) await this.watch(picked.id);
  }

  async reveal(): Promise<void> {
    await revealView(viewIds.liveSends);
  }

  dispose(): void {
    this.monitor.dispose();
    this.view.dispose();
    this.registration.dispose();
  }

  private dismiss(key: string): void {
    this.monitor.dismiss(key);
    this.tell(this.remember());
  }

  private showCards(announcement: string): void {
    const now = new Date();
    this.view.show(
      this.monitor.sends.map((send) => cardOf(send, now, describeError)),
      announcement,
    );
  }

  private announce(send: WatchedSend): void {
    const summary = summaryOf(send);
    this.showCards(summary);
    this.parts.ended();
    this.tell(
      vscode.window.showInformationMessage(summary, show).then((chosen) => {
        return chosen === show ? this.reveal() : undefined;
      }),
    );
  }

  /** Sends that are over are not watched again after a reload. */
  private async remember(): Promise<void> {
    const targets = this.monitor.sends.filter(({ finished }) => !finished).map(({ target }) => target);
    await this.parts.state.update(stateKey, targets);
  }

  /** For work that nobody waits for: its failure is told as that of a command is. */
  private tell(work: Thenable<unknown>): void {
    work.then(undefined, (error: unknown) => {
      const { title, advice } = describeError(error);
      this.parts.log.warn(`${title} ${advice}`);
      return vscode.window.showErrorMessage(`${title} ${advice}`);
    });
  }
}

function notConnected(): ExplainedError {
  return new ExplainedError('No org is connected.', 'Connect an org, or try the sandbox org, first.');
}
