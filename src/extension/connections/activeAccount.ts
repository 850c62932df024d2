/** Which connection and business unit this window works with. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { contextKeys } from '../../shared/contributions.ts';
import type { Account } from '../../views/index.ts';
import { setContext } from '../commands/runCommand.ts';
import type { Accounts } from './accounts.ts';
import type { BusinessUnit } from './connection.ts';

/** What is remembered of the choice: enough to show it before anything is asked of the org. */
interface Remembered {
  readonly connectionId: string;
  readonly connectionName: string;
  readonly unit: BusinessUnit;
}

const stateKey = 'marketingCloud.activeAccount';

export class ActiveAccount {
  private readonly accounts: Accounts;
  private readonly state: vscode.Memento;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private remembered: Remembered | undefined;

  /** @param state of the workspace: two windows may work with two orgs. */
  constructor(accounts: Accounts, state: vscode.Memento) {
    this.accounts = accounts;
    this.state = state;
    this.remembered = state.get<Remembered>(stateKey);
  }

  /** The account that views read from; undefined when none is chosen. */
  get account(): Account | undefined {
    return this.remembered === undefined ? undefined : this.toAccount(this.remembered);
  }

  /** An account of the same or another connection, for a request that names it. */
  accountFor(connectionId: string, unit: BusinessUnit): Account {
    return this.toAccount({ connectionId, connectionName: this.accounts.nameOf(connectionId) ?? '', unit });
  }

  /** The account of a page, which may be another one than the window works with now. */
  accountOf(connectionId: string, mid: number): Account {
    const { account } = this;
    if (account?.connectionId === connectionId && account.mid === mid) return account;
    return this.accountFor(connectionId, { mid, name: l10n.t('MID {0}', mid) });
  }

  /** Chooses an account, or none. */
  async choose(connectionId: string | undefined, unit?: BusinessUnit): Promise<void> {
    this.remembered =
      connectionId === undefined || unit === undefined
        ? undefined
        : { connectionId, connectionName: this.accounts.nameOf(connectionId) ?? '', unit };
    await this.state.update(stateKey, this.remembered);
    await this.announce();
  }

  /** Tells the manifest's conditions and all listeners what is chosen. */
  async announce(): Promise<void> {
    await setContext(contextKeys.connected, this.remembered !== undefined);
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private toAccount({ connectionId, connectionName, unit }: Remembered): Account {
    return {
      connectionId,
      mid: unit.mid,
      label: connectionName === unit.name ? unit.name : `${connectionName} · ${unit.name}`,
      isProduction: this.accounts.isProduction(connectionId),
      isReadOnly: this.accounts.isReadOnly(connectionId),
      client: () => this.accounts.client(connectionId, unit.mid),
    };
  }
}
