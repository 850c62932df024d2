/** The Marketing Cloud SOAP client: one method for each method of the API, typed results, no side effects but the call. */
import { randomUUID } from 'node:crypto';
import { shippedCatalogue, type Catalogue } from '../catalogue/index.ts';
import type { TokenSource } from './auth/tokenSource.ts';
import { Caller, type WriteGuard } from './caller.ts';
import { defaultTimeouts, type CallOptions, type PageOptions, type Timeouts } from './callOptions.ts';
import { Exchange } from './exchange.ts';
import type { WriteOutcome } from './flow/batches.ts';
import { Delivery } from './flow/delivery.ts';
import { DescribeCache, type DescribeOptions } from './flow/describeCache.ts';
import { createFlow, type Flow } from './flow/flow.ts';
import { RawRequests, type RawAnswer, type RawCallAnswer, type RawWriteOptions } from './flow/rawRequests.ts';
import { retrieveObjects, retrieveRowPages } from './flow/retrieval.ts';
import { followRequest, type FollowOptions, type RequestProgress } from './flow/tracking.ts';
import { write, type Write, type WriteOptions } from './flow/writing.ts';
import type { CallLog } from './log.ts';
import { readDescribe, writeDescribe, type ObjectDescription } from './operations/describe.ts';
import {
  readExecute,
  writeExecute,
  type ExecuteRequest,
  type RequestsOutcome,
} from './operations/execute.ts';
import { readExtract, writeExtract, type ExtractRequest } from './operations/extract.ts';
import type { RetrieveQuery } from './operations/retrieve.ts';
import { readSystemStatus, writeSystemStatus, type SystemStatus } from './operations/systemStatus.ts';
import { readVersionInfo, writeVersionInfo, type VersionInfo } from './operations/versionInfo.ts';
import type { TypedObject, WriteMethod } from './operations/write.ts';
import { defaultAttempts } from './transport/retry.ts';
import type { Transport } from './transport/transport.ts';
import { TreeReader } from './wire/answerReader.ts';
import { fetchBeside } from './transport/fetchBeside.ts';
import type { RowPage } from './wire/rowPage.ts';
import type { SoapObject } from './wire/soapObject.ts';
import type { XmlElement } from './wire/xmlTree.ts';

export interface SoapClientOptions {
  readonly tokens: TokenSource;
  readonly transport: Transport;
  /** Queue and locks, shared by all clients of a connection; one for this client alone when left out. */
  readonly flow?: Flow;
  /** Told of every attempt; see `CallRecord`. */
  readonly log?: CallLog;
  /** What answers are decoded by; the shipped catalogue when left out. */
  readonly catalogue?: Catalogue;
  /** Milliseconds for each kind of call, where they differ from the vendor's advice. */
  readonly timeouts?: Partial<Timeouts>;
  /** Attempts in all, where another one is safe, of calls that do not say; 3 when left out. */
  readonly attempts?: number;
  /** Asked before each write, e.g. `readOnly`. */
  readonly guard?: WriteGuard;
  /** Mode of writes that do not say. */
  readonly mode?: WriteOptions['mode'];
  /** Bytes of one answer that are taken; 512 MB when left out. */
  readonly maxAnswerBytes?: number;
  /** Makes the CorrelationIDs: GUIDs when left out. */
  readonly newId?: () => string;
}

const defaultMaxAnswerBytes = 512_000_000;

/**
 * A client for one account and business unit: that of its tokens. Every method throws MarketingCloudError and takes
 * a signal that reaches the socket.
 */
export class SoapClient {
  private readonly options: SoapClientOptions;
  private readonly catalogue: Catalogue;
  private readonly newId: () => string;
  private readonly caller: Caller;
  private readonly raw: RawRequests;
  private readonly descriptions: DescribeCache;

  constructor(options: SoapClientOptions) {
    const { tokens, transport, log = () => undefined, guard = () => undefined } = options;
    const { catalogue = shippedCatalogue, flow = createFlow(), newId = randomUUID } = options;
    const exchange = new Exchange({
      transport,
      maxAnswerBytes: options.maxAnswerBytes ?? defaultMaxAnswerBytes,
    });
    const delivery = new Delivery({ tokens, exchange, log, ...flow });
    this.options = options;
    this.catalogue = catalogue;
    this.newId = newId;
    const timeouts = { ...defaultTimeouts, ...options.timeouts };
    this.caller = new Caller({ delivery, guard, timeouts, attempts: options.attempts ?? defaultAttempts });
    this.raw = new RawRequests({ caller: this.caller, catalogue, newId });
    this.descriptions = new DescribeCache((types, callOptions) => this.fetchDescriptions(types, callOptions));
  }

  /** Scopes that were granted to its token; empty when nobody said which. */
  async scopes(signal?: AbortSignal): Promise<readonly string[]> {
    return (await this.options.tokens.token(signal)).scopes;
  }

  /** Objects of any type but rows, a page at a time, to the end. */
  retrieve(query: RetrieveQuery, options: PageOptions = {}): AsyncGenerator<readonly SoapObject[]> {
    return retrieveObjects(this.caller, this.catalogue, query, { ...options, operation: 'Retrieve' });
  }

  /** Objects of any type but rows, all of them. */
  async retrieveAll(query: RetrieveQuery, options: CallOptions = {}): Promise<SoapObject[]> {
    const objects: SoapObject[] = [];
    for await (const page of this.retrieve(query, options)) objects.push(...page);
    return objects;
  }

  /**
   * Rows of a data extension, a page at a time, to the end.
   * @param query `objectType` is `DataExtensionObject[KEY]`, `properties` are columns.
   */
  retrieveRows(query: RetrieveQuery, options: PageOptions = {}): AsyncGenerator<RowPage> {
    return retrieveRowPages(this.caller, query, options);
  }

  /** The older way to retrieve, which next to no object takes. */
  query(query: RetrieveQuery, options: PageOptions = {}): AsyncGenerator<readonly SoapObject[]> {
    return retrieveObjects(this.caller, this.catalogue, query, { ...options, operation: 'Query' });
  }

  /**
   * What the account says of the properties of these objects; types that it does not know are left out. An answer is
   * kept for the life of the client, unless it is to be `fresh`.
   */
  describe(objectTypes: readonly string[], options: DescribeOptions = {}): Promise<ObjectDescription[]> {
    return this.descriptions.get(objectTypes, options);
  }

  create(objects: readonly TypedObject[], options: WriteOptions = {}): Promise<WriteOutcome> {
    return this.write({ method: 'Create', objects }, options);
  }

  /** Changes objects; with `requestOptions: upsert` adds those that are not there. */
  update(objects: readonly TypedObject[], options: WriteOptions = {}): Promise<WriteOutcome> {
    return this.write({ method: 'Update', objects }, options);
  }

  delete(objects: readonly TypedObject[], options: WriteOptions = {}): Promise<WriteOutcome> {
    return this.write({ method: 'Delete', objects }, options);
  }

  /** Performs an action, e.g. `start`, on definitions. */
  perform(
    action: string,
    definitions: readonly TypedObject[],
    options: WriteOptions = {},
  ): Promise<WriteOutcome> {
    return this.write({ method: 'Perform', action, objects: definitions }, options);
  }

  /** Configures, e.g. action `create` on PropertyDefinition for a profile attribute. */
  configure(
    action: string,
    configurations: readonly TypedObject[],
    options: WriteOptions = {},
  ): Promise<WriteOutcome> {
    return this.write({ method: 'Configure', action, objects: configurations }, options);
  }

  /**
   * Schedules an action, e.g. `start`, on interactions such as an EmailSendDefinition.
   * @param schedule a ScheduleDefinition, its `Recurrence` with a `$type`.
   */
  schedule(
    action: string,
    {
      schedule,
      interactions,
    }: { readonly schedule: SoapObject; readonly interactions: readonly TypedObject[] },
    options: WriteOptions = {},
  ): Promise<WriteOutcome> {
    return this.write({ method: 'Schedule', action, schedule, objects: interactions }, options);
  }

  /** Executes named requests, e.g. `LogUnsubEvent`. */
  async execute(requests: readonly ExecuteRequest[], options: CallOptions = {}): Promise<RequestsOutcome> {
    const objectTypes = [...new Set(requests.map(({ name }) => name))];
    await this.caller.announce({ operation: 'Execute', objectTypes, count: requests.length });
    const body = writeExecute(this.catalogue, requests);
    return readExecute(this.catalogue, await this.call('Execute', body, options, objectTypes.join(', ')));
  }

  /** Has the service write files, by extract types. */
  async extract(requests: readonly ExtractRequest[], options: CallOptions = {}): Promise<RequestsOutcome> {
    await this.caller.announce({ operation: 'Extract', objectTypes: [], count: requests.length });
    return readExtract(
      this.catalogue,
      await this.call('Extract', writeExtract(this.catalogue, requests), options),
    );
  }

  /** The version of the API that answers. */
  async versionInfo(options: CallOptions & { readonly history?: boolean } = {}): Promise<VersionInfo> {
    const body = writeVersionInfo(options.history ?? false);
    return readVersionInfo(this.catalogue, await this.call('VersionInfo', body, options));
  }

  /** Whether the service is up. */
  async systemStatus(options: CallOptions = {}): Promise<SystemStatus> {
    return readSystemStatus(await this.call('GetSystemStatus', writeSystemStatus(), options));
  }

  /**
   * What became of a queued request so far, again and again until the service is done with it; ends with that.
   * @param requestId of the call that queued it; see `WriteOutcome.calls`.
   * @throws MarketingCloudError `timed-out` when it is not done in the time allowed.
   */
  followRequest(requestId: string, options: FollowOptions = {}): AsyncGenerator<RequestProgress> {
    return followRequest(this, requestId, options);
  }

  /** The WSDL that stands beside the service; it needs no token. */
  fetchWsdl(options: CallOptions = {}): Promise<string> {
    return fetchBeside(this.options, 'etframework.wsdl', options);
  }

  /**
   * Sends a message that a person wrote, as it is.
   * @param operation the method, which the service is told beside the message.
   * @param body the message element, with its namespaces.
   */
  send(operation: string, body: string, options: CallOptions = {}): Promise<RawAnswer> {
    return this.raw.send(operation, body, options);
  }

  /**
   * Sends a retrieve that a person wrote, and asks for the pages after the first one for as long as the loop goes on.
   * @param body as for `send`.
   */
  sendPages(operation: string, body: string, options: CallOptions = {}): AsyncGenerator<RawAnswer> {
    return this.raw.sendPages(operation, body, options);
  }

  /**
   * Sends a write that a person wrote, divided into as many calls as its objects need, each answer as it comes. What
   * is written stays as it is but for a CorrelationID in each object and the options that the mode needs.
   * @param body as for `send`.
   */
  sendWrite(method: WriteMethod, body: string, options: RawWriteOptions = {}): AsyncGenerator<RawCallAnswer> {
    return this.raw.sendWrite(method, body, { ...this.modeDefault, ...options });
  }

  /** The messages that `sendWrite` would send, for a person to look at. */
  previewWrite(method: WriteMethod, body: string, options: RawWriteOptions = {}): string[] {
    return this.raw.preview(method, body, { ...this.modeDefault, ...options });
  }

  private get modeDefault(): Pick<WriteOptions, 'mode'> {
    const { mode } = this.options;
    return mode === undefined ? {} : { mode };
  }

  private async write(wanted: Write, given: WriteOptions): Promise<WriteOutcome> {
    const options = { ...this.modeDefault, ...given };
    const { method: operation, objects } = wanted;
    const objectTypes = [...new Set(objects.map(({ $type }) => $type))];
    await this.caller.announce({ operation, objectTypes, count: objects.length });
    return write(wanted, options, {
      catalogue: this.catalogue,
      newId: this.newId,
      send: (call, kind) => this.caller.send(call, kind, options),
    });
  }

  /** A call that is neither a retrieve nor a write of objects. */
  private async call(
    operation: 'Describe' | 'Execute' | 'Extract' | 'VersionInfo' | 'GetSystemStatus',
    body: string,
    options: CallOptions,
    subject?: string,
  ): Promise<XmlElement> {
    const repeatability = operation === 'Execute' || operation === 'Extract' ? 'write' : 'read';
    const call = { operation, body, reader: () => new TreeReader(), repeatability } as const;
    const about = subject === undefined ? call : { ...call, subject };
    return (await this.caller.send(about, 'synchronous', options)).message;
  }

  private async fetchDescriptions(
    objectTypes: readonly string[],
    { businessUnit, ...options }: DescribeOptions,
  ): Promise<ObjectDescription[]> {
    const body = writeDescribe(objectTypes, businessUnit);
    return readDescribe(this.catalogue, await this.call('Describe', body, options, objectTypes.join(', ')));
  }
}
