/** The connection check: looks at the connection in use from the outside in, and shows what it finds as it finds it. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CheckAction, CheckRow, ToCheckupPage } from '../../shared/checkupMessages.ts';
import type { CheckStep } from '../../soap/index.ts';
import {
  checkRow,
  CheckupPanel,
  localRows,
  pendingRow,
  reportText,
  verdictOf,
  type Account,
  type LocalFacts,
} from '../../views/index.ts';
import { openSettings } from '../commands/runCommand.ts';
import type { Accounts } from '../connections/accounts.ts';
import { connectionId } from '../connections/connection.ts';
import { daysSince, isOld } from '../credentials/secretAge.ts';
import type { SecretStore } from '../credentials/secretStore.ts';
import { describeError } from '../errors/describeError.ts';
import type { OutputLog } from '../log/outputLog.ts';
import { configuredConnections, proxySetting, secretReminderDays } from '../settings/settings.ts';

interface Parts {
  readonly accounts: Accounts;
  readonly secrets: SecretStore;
  readonly log: OutputLog;
  readonly extensionUri: vscode.Uri;
  /** Lets the person enter the credentials of a connection again. */
  readonly enterCredentials: () => Promise<void>;
}

const steps: readonly CheckStep[] = [
  'address',
  'token',
  'scopes',
  'identity',
  'service',
  'businessUnits',
  'clock',
];

/** One for a window. A check that is begun while another is under way takes its place. */
export class ConnectionCheck implements vscode.Disposable {
  private readonly parts: Parts;
  private readonly panel: CheckupPanel;
  private running: AbortController | undefined;
  private account: Account | undefined;
  private shown: ToCheckupPage | undefined;

  constructor(parts: Parts) {
    this.parts = parts;
    this.panel = new CheckupPanel(parts.extensionUri, {
      again: () => this.again(),
      copy: () => this.copy(),
      act: (action) => this.act(action),
    });
  }

  /** Opens the page and checks. Nothing is thrown for what the check finds. */
  async run(account: Account): Promise<void> {
    this.account = account;
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.panel.open();
    const rows: CheckRow[] = [];
    const tell = (isOver: boolean): void => {
      if (running.signal.aborted) return;
      const pending = steps.slice(rows.length).map(pendingRow);
      this.show(account, [...rows, ...(isOver ? [] : pending)], !isOver);
    };
    tell(false);
    try {
      const { checkConnection } = await import('../../soap/index.ts');
      const subject = await this.parts.accounts.checkupSubject(account.connectionId, account.mid);
      for await (const check of checkConnection(subject, { signal: running.signal })) {
        const afterFailure = rows.some(({ state }) => state === 'failed');
        rows.push(checkRow(check, { mid: account.mid, afterFailure, describe: describeError }));
        tell(false);
      }
    } catch (error) {
      // What keeps the check from being made, such as a secret that is not on this machine, is a finding too.
      const { title, advice } = describeError(error);
      rows.push({
        ...{ title: l10n.t('Connection'), state: 'failed', text: title, advice, details: [] },
        actions: ['credentials', 'settings'],
      });
    }
    const local = this.localFacts(account.connectionId);
    if (local !== undefined) rows.push(...localRows(local));
    tell(true);
  }

  dispose(): void {
    this.running?.abort();
    this.panel.dispose();
  }

  /** Undefined for the sandbox org, which has nothing to be kept. */
  private localFacts(id: string): LocalFacts | undefined {
    const org = configuredConnections().find((connection) => connectionId(connection) === id);
    if (org === undefined) return undefined;
    const since = this.parts.secrets.since(id);
    const now = new Date();
    return {
      production: org.production === true,
      readOnly: org.readOnly === true,
      secretAge: since === undefined ? undefined : daysSince(since, now),
      secretIsOld: isOld(since, secretReminderDays(), now),
      proxy: proxySetting(),
    };
  }

  private show({ label, mid }: Account, rows: readonly CheckRow[], running: boolean): void {
    this.shown = {
      kind: 'checkup',
      where: l10n.t('{0} (MID {1})', label, mid),
      verdict: verdictOf(rows, running),
      ...{ rows, running },
    };
    this.panel.show(this.shown);
  }

  private again(): void {
    if (this.account !== undefined) this.quietly(this.run(this.account));
  }

  private copy(): void {
    if (this.shown === undefined) return;
    this.quietly(vscode.env.clipboard.writeText(reportText(this.shown)));
    vscode.window.setStatusBarMessage(l10n.t('Copied the report'), 3000);
  }

  private act(action: CheckAction): void {
    if (action === 'log') this.parts.log.show();
    else if (action === 'settings') this.quietly(openSettings('marketingCloud.connections'));
    else this.quietly(this.parts.enterCredentials());
  }

  private quietly(work: Thenable<unknown>): void {
    work.then(undefined, (error: unknown) => this.parts.log.warn(String(error)));
  }
}
