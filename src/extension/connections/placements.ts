/** Where a request runs: where it says, else where the window works. */
import * as l10n from '@vscode/l10n';
import type { Placement, RunAccount } from '../../runs/index.ts';
import type { Account } from '../../views/index.ts';
import { ExplainedError } from '../errors/describeError.ts';
import type { Accounts } from './accounts.ts';
import type { ActiveAccount } from './activeAccount.ts';

export class Placements {
  private readonly accounts: Accounts;
  private readonly active: ActiveAccount;

  constructor(accounts: Accounts, active: ActiveAccount) {
    this.accounts = accounts;
    this.active = active;
  }

  /** @throws ExplainedError when there is no such connection, or none is chosen. */
  async find({ connection, businessUnit }: Placement): Promise<RunAccount> {
    const id = connection === undefined ? this.active.account?.connectionId : this.idOf(connection);
    if (id === undefined) throw notThere(connection);
    const account = await this.accountIn(id, businessUnit);
    const eid = await this.accounts.enterpriseId(id);
    return {
      connectionId: id,
      label: account.label,
      name: this.accounts.nameOf(id) ?? account.label,
      mid: account.mid,
      ...(eid === undefined ? {} : { eid }),
      isProduction: account.isProduction === true,
      client: account.client,
    };
  }

  private idOf(name: string): string | undefined {
    return this.accounts.list().find((known) => known.name.toLowerCase() === name.toLowerCase())?.id;
  }

  private async accountIn(id: string, businessUnit: number | undefined): Promise<Account> {
    const { active, accounts } = this;
    if (businessUnit === undefined && id === active.account?.connectionId) return active.account;
    const units = await accounts.businessUnits(id);
    const unit = businessUnit === undefined ? units[0] : units.find(({ mid }) => mid === businessUnit);
    // One that the credentials cannot see may still be one that a token is given for.
    const mid = businessUnit ?? 0;
    const fallback = { mid, name: l10n.t('MID {0}', mid) };
    return active.accountFor(id, unit ?? fallback);
  }
}

function notThere(connection: string | undefined): ExplainedError {
  return connection === undefined
    ? new ExplainedError(
        l10n.t('No org is connected.'),
        l10n.t('Connect an org, or try the sandbox org, then run the request again.'),
      )
    : new ExplainedError(
        l10n.t('There is no connection named {0}.', connection),
        l10n.t('Correct # @connection, or connect that org.'),
      );
}
