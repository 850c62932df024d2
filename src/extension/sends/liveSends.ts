/** Live sends in this window: what is watched, from which account, and what is told of it. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { viewIds } from '../../shared/contributions.ts';
import type { CardAction } from '../../shared/liveSendsMessages.ts';
import {
  cardOf,
  isOver,
  keyOf,
  LiveSendsPages,
  Milestones,
  SendMonitor,
  SendService,
  sendsInAnswer,
  startedSends,
  type Account,
  type Reading,
  type SendEvent,
  type StartedSend,
  type WatchedSend,
  type WatchTarget,
} from '../../views/index.ts';
import { revealView } from '../commands/runCommand.ts';
import type { Accounts } from '../connections/accounts.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { describeError, ExplainedError } from '../errors/describeError.ts';
import type { OutputLog } from '../log/outputLog.ts';
import { watchLimits } from '../settings/settings.ts';
import { WatchHistory } from './history.ts';
import { notify } from './notify.ts';
import { placeOf } from './place.ts';
import { SendTracking } from './sendTracking.ts';
import { SendsStatusItem } from './statusItem.ts';

interface Parts {
  readonly accounts: Accounts;
  readonly active: ActiveAccount;
  readonly log: OutputLog;
  readonly extensionUri: vscode.Uri;
  /** Where the history of this workspace is kept. */
  readonly folder: vscode.Uri;
}

/** A result can hold thousands of sends; the first ones are offered. */
const mostFound = 50;

export class LiveSends {
  private readonly didChange = new vscode.EventEmitter<void>();
  private readonly didStart = new vscode.EventEmitter<void>();
  /** Fires after every answer. */
  readonly onDidChange = this.didChange.event;
  /** Fires when a send was started from here. */
  readonly onDidStart = this.didStart.event;
  private readonly parts: Parts;
  private readonly monitor: SendMonitor;
  private readonly pages: LiveSendsPages;
  private readonly history: WatchHistory;
  private readonly status = new SendsStatusItem();
  private readonly milestones = new Milestones();
  private readonly tracking: SendTracking;
  /** On the panel; what else the monitor watches is only listened to. */
  private readonly shown = new Set<string>();
  private heard: ReadonlySet<string> = new Set();
  /** Sends in the answer to the last request. */
  private found: readonly WatchTarget[] = [];
  private readonly registrations: readonly vscode.Disposable[];

  constructor(parts: Parts) {
    this.parts = parts;
    const warn = (error: unknown): void => parts.log.warn(l10n.t('Live sends: {0}', String(error)));
    this.history = new WatchHistory(parts.folder, warn);
    this.pages = new LiveSendsPages(parts.extensionUri, {
      watch: () => this.tell(this.pick()),
      act: (action, key) => this.act(action, key),
      seenChanged: () => this.monitor.lookedAt(),
    });
    this.tracking = new SendTracking(parts.accounts, () => this.showCards(''));
    const service = new SendService((id, mid) => parts.accounts.client(id, mid), Date.now);
    this.monitor = new SendMonitor({
      ask: (question, signal) => service.ask(question, signal),
      now: Date.now,
      schedule: (milliseconds, callback) => {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
      limits: watchLimits,
      seen: () => this.pages.seen || this.heard.size > 0,
      changed: () => this.changed(),
      happened: (event, send) => this.happened(event, send),
      report: warn,
    });
    this.registrations = [
      vscode.window.registerWebviewViewProvider(viewIds.liveSends, this.pages),
      vscode.window.registerWebviewPanelSerializer(LiveSendsPages.editorType, this.pages),
    ];
  }

  /** Goes on with what was watched before a reload. */
  async restore(): Promise<void> {
    await this.history.load();
    for (const { shown, send } of [...this.history.all].reverse()) if (shown) this.show(send);
  }

  /** Watches, and brings the view to the front. */
  async watch(target: WatchTarget): Promise<void> {
    this.shown.add(keyOf(target));
    this.monitor.watch(target);
    await this.reveal();
  }

  /** Watches a send, or a triggered send definition, of the account that the window works with. */
  async watchHere(what: Pick<WatchTarget, 'kind' | 'id' | 'name'>): Promise<void> {
    await this.watch({ ...placeOf(this.account()), ...what });
  }

  /** Lets the person choose what to watch. */
  async pick(): Promise<void> {
    const { pickTarget } = await import('./pickSend.ts');
    const target = await pickTarget(this.account(), this.found);
    if (target !== undefined) await this.watch(target);
  }

  /** Brings back what was taken from the panel, with its history. */
  async pickEarlier(): Promise<void> {
    const { pickKept } = await import('./pickSend.ts');
    const kept = await pickKept(this.history.all);
    if (kept === undefined) return;
    this.show(kept.send);
    await this.reveal();
  }

  /** Follows the sends that an answer says were started, from their task to their end; offers those that it found. */
  follow(account: Account, answer: Parameters<typeof startedSends>[0]): void {
    const found = sendsInAnswer(answer.content).slice(0, mostFound);
    this.found = found.map((send) => ({ ...placeOf(account), ...send, kind: 'send' }));
    for (const started of startedSends(answer)) this.tell(this.followOne(account, started));
  }

  /** Starts an e-mail send definition, after asking, and follows what it sends. */
  async start(key: string): Promise<void> {
    const account = this.account();
    const { startDefinition } = await import('./startSend.ts');
    const started = await startDefinition(account, key);
    if (started !== undefined) await this.followOne(account, started);
  }

  /** Starts or pauses a triggered send definition, after asking. */
  async setTriggered(key: string, state: 'Active' | 'Inactive'): Promise<void> {
    const { setTriggered } = await import('./startSend.ts');
    if (await setTriggered(this.account(), key, state)) this.didStart.fire();
  }

  /** Asks what became of the messages of a send, and shows it on its card. */
  async showTracking(id: number, name: string): Promise<void> {
    const target: WatchTarget = { ...placeOf(this.account()), kind: 'send', id: String(id), name };
    await this.watch(target);
    await this.tracking.load(target);
  }

  clearFinished(): void {
    const over = this.cards.filter(({ reading }) => reading !== undefined && isOver(reading.phase));
    for (const { target } of over) this.dismiss(keyOf(target));
  }

  readingOf(key: string): Reading | undefined {
    return this.monitor.find(key)?.reading;
  }

  /** Asks for these too, without showing or telling anything of them, and for no others that are not shown. */
  listenTo(targets: readonly WatchTarget[]): void {
    const before = this.heard;
    this.heard = new Set(targets.map(keyOf));
    for (const target of targets)
      if (this.monitor.find(keyOf(target)) === undefined) this.monitor.watch(target);
    for (const key of before) {
      if (!this.heard.has(key) && !this.shown.has(key)) this.monitor.dismiss(key);
    }
    this.monitor.lookedAt();
  }

  async reveal(): Promise<void> {
    await revealView(viewIds.liveSends);
  }

  openEditor(): void {
    this.pages.openEditor();
  }

  dispose(): void {
    this.history.flush();
    this.monitor.dispose();
    this.pages.dispose();
    vscode.Disposable.from(this.status, this.didChange, this.didStart, ...this.registrations).dispose();
  }

  private get cards(): readonly WatchedSend[] {
    return this.monitor.sends.filter(({ target }) => this.shown.has(keyOf(target)));
  }

  private show(send: WatchedSend): void {
    this.shown.add(keyOf(send.target));
    this.monitor.resume(send);
  }

  private account(): Account {
    const { account } = this.parts.active;
    if (account !== undefined) return account;
    throw new ExplainedError(
      l10n.t('No org is connected.'),
      l10n.t('Connect an org, or try the sandbox org, first.'),
    );
  }

  private async followOne(account: Account, { id, definitionKey = '' }: StartedSend): Promise<void> {
    const startedAt = Date.now();
    const { findStarted } = await import('./findStarted.ts');
    const found = id ?? (await findStarted(account, definitionKey, startedAt));
    this.didStart.fire();
    await this.watch({ ...placeOf(account), kind: 'send', id: found, name: definitionKey, startedAt });
  }

  private act(action: CardAction, key: string): void {
    const send = this.monitor.find(key);
    if (send === undefined) return;
    if (action === 'dismiss') this.dismiss(key);
    else if (action === 'ask-again') this.monitor.resume(send);
    else this.tell(this.actLater(action, send));
  }

  private async actLater(
    action: Exclude<CardAction, 'dismiss' | 'ask-again'>,
    send: WatchedSend,
  ): Promise<void> {
    if (action === 'tracking') await this.tracking.load(send.target);
    else if (action === 'export-numbers') await (await import('./exportSend.ts')).exportNumbers(send);
    else await this.tracking.export(send);
  }

  private dismiss(key: string): void {
    const send = this.monitor.find(key);
    if (send === undefined) return;
    this.history.keep(send, false, Date.now());
    this.tracking.forget(key);
    this.shown.delete(key);
    if (this.heard.has(key)) this.changed();
    else this.monitor.dismiss(key);
  }

  private changed(): void {
    const now = Date.now();
    for (const send of this.cards) this.history.keep(send, true, now);
    this.showCards(this.milestones.tell(this.cards));
    this.didChange.fire();
  }

  private showCards(announcement: string): void {
    const now = Date.now();
    const sends = this.cards;
    this.pages.show(
      sends.map((send) => cardOf(send, now, describeError, this.tracking.partOf(keyOf(send.target)))),
      announcement,
    );
    this.status.update(sends);
  }

  private happened(event: SendEvent, send: WatchedSend): void {
    if (!this.shown.has(keyOf(send.target))) return;
    this.history.flush();
    const { text, answered } = notify(event, send, {
      open: () => this.reveal(),
      tracking: () => this.tracking.load(send.target).then(() => this.reveal()),
    });
    this.showCards(text);
    this.tell(answered);
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
