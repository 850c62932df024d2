/** All that can be connected to, and the clients for it: one for each connection and business unit, shared by all who ask. */
import * as l10n from '@vscode/l10n';
import type { Catalogue } from '../../catalogue/index.ts';
import type * as SoapLibrary from '../../soap/index.ts';
import type { CheckupSubject, Flow, QueueState, SoapClient, Transport } from '../../soap/index.ts';
import { accountKey } from '../../views/index.ts';
import type { SecretStore } from '../credentials/secretStore.ts';
import { ExplainedError } from '../errors/describeError.ts';
import type { OutputLog } from '../log/outputLog.ts';
import { configuredConnections, requestSettings } from '../settings/settings.ts';
import type { Access } from './access.ts';
import { connectionId, sandboxId, sandboxName, type BusinessUnit, type OrgConnection } from './connection.ts';
import { onceEach } from './onceEach.ts';
import type { QueueStatus } from './queueStatus.ts';
import { pageOfSandbox, type SandboxHost } from './sandboxHost.ts';
import { createTransport } from './transport.ts';
import type { WebPlace } from './webPlace.ts';

/** The client library, once it is loaded. */
type Soap = typeof SoapLibrary;

interface Parts {
  readonly secrets: SecretStore;
  readonly sandbox: SandboxHost;
  readonly log: OutputLog;
  /** Told when the queue of a connection has changed. */
  readonly queue: QueueStatus;
  /** What answers are decoded by. */
  readonly catalogue: () => Promise<Catalogue>;
}

export class Accounts {
  private readonly parts: Parts;
  private readonly clients = new Map<string, Promise<SoapClient>>();
  private readonly units = new Map<string, Promise<readonly BusinessUnit[]>>();
  private readonly enterprises = new Map<string, number>();
  private readonly accesses = new Map<string, Promise<Access>>();
  /** One queue for each connection, whatever its clients. */
  private readonly flows = new Map<string, Flow>();
  private transport: Promise<Transport> | undefined;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Every connection by id and name, the sandbox org last. */
  list(): { readonly id: string; readonly name: string }[] {
    const orgs = configuredConnections().map((org) => ({ id: connectionId(org), name: org.name }));
    return [...orgs, { id: sandboxId, name: sandboxName }];
  }

  /** The name of a connection; undefined when it is no longer there. */
  nameOf(id: string): string | undefined {
    return this.list().find((connection) => connection.id === id)?.name;
  }

  /** The client for a business unit; made when first asked for. */
  client(id: string, mid: number): Promise<SoapClient> {
    return onceEach(this.clients, accountKey({ connectionId: id, mid }), () => this.makeClient(id, mid));
  }

  /** The business units of a connection: all that its credentials can see, or the one that they are for. */
  businessUnits(id: string): Promise<readonly BusinessUnit[]> {
    return onceEach(this.units, id, () => this.findBusinessUnits(id));
  }

  /** MID of the enterprise that a connection belongs to, once its business units are known. */
  async enterpriseId(id: string): Promise<number | undefined> {
    if (id === sandboxId) return (await this.parts.sandbox.access()).enterpriseId;
    return this.enterprises.get(id);
  }

  /** Forgets what was made from settings and secrets, after they have changed. */
  forget(): void {
    this.clients.clear();
    this.units.clear();
    this.accesses.clear();
    this.flows.clear();
  }

  async dispose(): Promise<void> {
    this.forget();
    await (await this.transport)?.close();
  }

  /** One for all connections; also for trying credentials that are not kept yet. */
  sharedTransport(): Promise<Transport> {
    this.transport ??= createTransport();
    return this.transport;
  }

  /** A client whose calls wait in no queue but their own, to measure how many the org bears. */
  measuringClient(id: string, mid: number): Promise<SoapClient> {
    return this.makeClient(id, mid, (soap) => soap.createFlow());
  }

  /** Where a person finds the org in a browser. @throws MarketingCloudError when it cannot be asked */
  async webPlace(id: string, mid: number): Promise<WebPlace> {
    if (id === sandboxId) return { page: pageOfSandbox((await this.parts.sandbox.access()).address) };
    const [{ findWebPlace }, transport, access] = await Promise.all([
      import('./webPlace.ts'),
      this.sharedTransport(),
      this.sharedAccess(id),
    ]);
    return findWebPlace({ org: this.org(id), access, transport, mid });
  }

  /** What a check of the connection needs: its own tokens, since it asks for one whatever is there already. */
  async checkupSubject(id: string, mid: number): Promise<CheckupSubject> {
    const [transport, access] = await Promise.all([this.sharedTransport(), this.access(id)]);
    const { authAddress } = access;
    return {
      tokens: (over) => access.tokens(mid, over),
      ...(authAddress === undefined ? { transport } : { transport, authAddress }),
      readOnly: id !== sandboxId && this.org(id).readOnly === true,
    };
  }

  private async makeClient(
    id: string,
    mid: number,
    flowOf = (soap: Soap) => this.flowOf(id, soap),
  ): Promise<SoapClient> {
    const [soap, transport, access, catalogue] = await Promise.all([
      import('../../soap/index.ts'),
      this.sharedTransport(),
      this.sharedAccess(id),
      this.parts.catalogue(),
    ]);
    const tokens = access.tokens(mid, transport);
    const place = { connection: this.nameOf(id) ?? '', mid };
    const { timeouts, mode } = requestSettings();
    const flow = flowOf(soap);
    return new soap.SoapClient({
      ...{ tokens, transport, catalogue, flow, timeouts, mode },
      log: (record) => this.parts.log.call(record, place),
      ...(id !== sandboxId && this.org(id).readOnly === true ? { guard: soap.readOnly } : {}),
    });
  }

  /** The queue of a connection, which all its clients share. */
  private flowOf(id: string, soap: Soap): Flow {
    const { maxConcurrent, maxPerMinute } = requestSettings();
    const onChange = (state: QueueState): void => this.parts.queue.update(id, state);
    const flow = this.flows.get(id) ?? soap.createFlow({ maxConcurrent, maxPerMinute, onChange });
    this.flows.set(id, flow);
    return flow;
  }

  private async findBusinessUnits(id: string): Promise<readonly BusinessUnit[]> {
    if (id === sandboxId) return (await this.parts.sandbox.access()).businessUnits;
    const [soap, { findBusinessUnits }, transport, access] = await Promise.all([
      import('../../soap/index.ts'),
      import('./businessUnits.ts'),
      this.sharedTransport(),
      this.sharedAccess(id),
    ]);
    const { units, enterpriseId } = await findBusinessUnits({
      ...{ org: this.org(id), access, transport },
      ...{ flow: this.flowOf(id, soap), log: this.parts.log },
    });
    if (enterpriseId !== undefined) this.enterprises.set(id, enterpriseId);
    return units;
  }

  /** How the tokens of a connection are had; one for all who ask. */
  private access(id: string): Promise<Access> {
    return onceEach(this.accesses, id, () => this.makeAccess(id));
  }

  /** With tokens that all windows share; the sandbox org is a window's own. */
  private async sharedAccess(id: string): Promise<Access> {
    const access = await this.access(id);
    if (id === sandboxId) return access;
    const [{ sharing }, { keptToken }] = await Promise.all([
      import('./access.ts'),
      import('../credentials/keptTokens.ts'),
    ]);
    return sharing(access, (place) => keptToken(this.parts.secrets, id, place));
  }

  private async makeAccess(id: string): Promise<Access> {
    const { accessTo } = await import('./access.ts');
    if (id === sandboxId) {
      const { address, clientId, clientSecret } = await this.parts.sandbox.access();
      const sandbox = { name: sandboxName, subdomain: address, clientId };
      return accessTo(sandbox, {
        read: () => Promise.resolve(clientSecret),
        write: () => Promise.resolve(),
      });
    }
    const { secrets } = this.parts;
    return accessTo(this.org(id), {
      read: (kind) => secrets.read(id, kind),
      write: (kind, secret) => secrets.write(id, secret, kind),
    });
  }

  /** True for a connection through which real customers are reached. */
  isProduction(id: string): boolean {
    return configuredConnections().find((org) => connectionId(org) === id)?.production === true;
  }

  /** True for a connection through which nothing may be written. */
  isReadOnly(id: string): boolean {
    return configuredConnections().find((org) => connectionId(org) === id)?.readOnly === true;
  }

  private org(id: string): OrgConnection {
    const org = configuredConnections().find((connection) => connectionId(connection) === id);
    if (org !== undefined) return org;
    throw new ExplainedError(
      l10n.t('This connection is no longer there.'),
      l10n.t('Choose another one in the status bar.'),
    );
  }
}
