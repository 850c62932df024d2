/** The Marketing Cloud SOAP client: one method for each method of the API, typed results, no side effects but the call. */
import { isDeepStrictEqual } from 'node:util';
import { shippedCatalogue, type Catalogue } from '../catalogue/index.ts';
import type { TokenSource } from './auth/tokenSource.ts';
import { Exchange, type CallOptions } from './exchange.ts';
import { writeInBatches, type WriteOutcome } from './flow/batches.ts';
import { followPages, type PageHeading, type PageStarter } from './flow/paging.ts';
import type { CallLog, CallRecord } from './log.ts';
import { readDescribe, writeDescribe, type ObjectDescription } from './operations/describe.ts';
import { readPerform, writePerform, type PerformOutcome } from './operations/perform.ts';
import { readRetrieveHead, writeContinue, writeRetrieve, type RetrieveQuery } from './operations/retrieve.ts';
import { readSystemStatus, writeSystemStatus, type SystemStatus } from './operations/systemStatus.ts';
import {
  readWriteAnswer,
  writeWriteRequest,
  type RequestOptions,
  type TypedObject,
  type WriteMethod,
} from './operations/write.ts';
import type { Transport } from './transport/transport.ts';
import { RowReader, TextReader, TreeReader } from './wire/answerReader.ts';
import { decodeObject } from './wire/decode.ts';
import { unescape, type RowPage } from './wire/rowPage.ts';
import { textAt, type SoapObject } from './wire/soapObject.ts';
import { childrenOf } from './wire/xmlTree.ts';

export interface SoapClientOptions {
  readonly tokens: TokenSource;
  readonly transport: Transport;
  /** Told of every attempt; see `CallRecord`. */
  readonly log?: CallLog;
  /** What answers are decoded by; the shipped catalogue when left out. */
  readonly catalogue?: Catalogue;
}

export interface WriteOptions extends CallOptions {
  /** Options of the request, e.g. `upsert`. */
  readonly requestOptions?: RequestOptions;
  /** Calls at a time when there are more objects than one call takes; 1 when left out. */
  readonly concurrency?: number;
}

/** The answer to a request that a person wrote. */
export interface RawAnswer {
  /** Root element of the answer's message, e.g. `RetrieveResponseMsg`. */
  readonly name: string;
  /** The message, decoded. */
  readonly content: SoapObject;
  /** The whole envelope as it came. */
  readonly text: string;
  readonly record: CallRecord;
}

/** Vendor's advice for retrieves of large sets. */
const retrieveTimeout = 300_000;

/**
 * A client for one account and business unit: that of its tokens. Every method throws MarketingCloudError and takes
 * a signal that reaches the socket.
 */
export class SoapClient {
  private readonly exchange: Exchange;
  private readonly catalogue: Catalogue;

  constructor({ tokens, transport, log = () => undefined, catalogue = shippedCatalogue }: SoapClientOptions) {
    this.exchange = new Exchange({ tokens, transport, log });
    this.catalogue = catalogue;
  }

  /** Objects of any type but rows, a page at a time, to the end. */
  retrieve(query: RetrieveQuery, options: CallOptions = {}): AsyncGenerator<readonly SoapObject[]> {
    const start: PageStarter<readonly SoapObject[]> = (requestId, signal) => {
      const answer = this.exchange.send({
        operation: 'Retrieve',
        subject: query.objectType,
        body: requestId === undefined ? writeRetrieve(query) : writeContinue(query.objectType, requestId),
        reader: () => new TreeReader(),
        timeout: retrieveTimeout,
        ...options,
        signal,
      });
      return {
        head: answer.then(({ message }) => readRetrieveHead(message)),
        page: answer.then(({ message }) =>
          childrenOf(message, 'Results').map((element) =>
            decodeObject(this.catalogue, element, element.type ?? query.objectType),
          ),
        ),
      };
    };
    return followPages(start, isDeepStrictEqual, options.signal);
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
  retrieveRows(query: RetrieveQuery, options: CallOptions = {}): AsyncGenerator<RowPage> {
    const start: PageStarter<RowPage> = (requestId, signal) => {
      let announce: (heading: PageHeading) => void = () => undefined;
      const early = new Promise<PageHeading>((resolve) => (announce = resolve));
      const answer = this.exchange.send({
        operation: 'Retrieve',
        subject: query.objectType,
        body: requestId === undefined ? writeRetrieve(query) : writeContinue(query.objectType, requestId),
        reader: () =>
          new RowReader(({ status, ...rest }) => {
            if (status === 'OK' || status === 'MoreDataAvailable') {
              announce({ more: status === 'MoreDataAvailable', ...rest });
            }
          }),
        timeout: retrieveTimeout,
        ...options,
        signal,
      });
      const late = answer.then(({ message }) => readRetrieveHead(message));
      return {
        head: Promise.race([early, late]),
        page: Promise.all([answer, late]).then(([{ extra }]) => extra),
      };
    };
    return followPages(start, (page, other) => page.equals(other), options.signal);
  }

  /** What the account says of the properties of these objects; types that it does not know are left out. */
  async describe(objectTypes: readonly string[], options: CallOptions = {}): Promise<ObjectDescription[]> {
    const { message } = await this.exchange.send({
      operation: 'Describe',
      subject: objectTypes.join(', '),
      body: writeDescribe(objectTypes),
      reader: () => new TreeReader(),
      ...options,
    });
    return readDescribe(this.catalogue, message);
  }

  create(objects: readonly TypedObject[], options: WriteOptions = {}): Promise<WriteOutcome> {
    return this.write('Create', objects, options);
  }

  /** Changes objects; with `requestOptions: upsert` adds those that are not there. */
  update(objects: readonly TypedObject[], options: WriteOptions = {}): Promise<WriteOutcome> {
    return this.write('Update', objects, options);
  }

  delete(objects: readonly TypedObject[], options: WriteOptions = {}): Promise<WriteOutcome> {
    return this.write('Delete', objects, options);
  }

  /** Performs an action, e.g. `start`, on definitions. */
  async perform(
    action: string,
    definitions: readonly TypedObject[],
    options: CallOptions = {},
  ): Promise<PerformOutcome> {
    const { message } = await this.exchange.send({
      operation: 'Perform',
      subject: action,
      body: writePerform(this.catalogue, action, definitions),
      reader: () => new TreeReader(),
      ...options,
    });
    return readPerform(this.catalogue, message);
  }

  async systemStatus(options: CallOptions = {}): Promise<SystemStatus> {
    const { message } = await this.exchange.send({
      operation: 'GetSystemStatus',
      body: writeSystemStatus(),
      reader: () => new TreeReader(),
      ...options,
    });
    return readSystemStatus(message);
  }

  /** The WSDL that stands beside the service; it needs no token. */
  async fetchWsdl(options: CallOptions = {}): Promise<string> {
    return this.exchange.fetchBeside('etframework.wsdl', options);
  }

  /**
   * Sends a message that a person wrote, as it is.
   * @param operation the method, which the service is told beside the message.
   * @param body the message element, with its namespaces.
   */
  async send(operation: string, body: string, options: CallOptions = {}): Promise<RawAnswer> {
    const { message, extra, record } = await this.exchange.send({
      operation,
      body,
      reader: () => new TextReader(),
      ...options,
    });
    const type = this.catalogue.typeOfElement(message.name) ?? '';
    return { name: message.name, content: decodeObject(this.catalogue, message, type), text: extra, record };
  }

  /**
   * Sends a retrieve that a person wrote, and asks for the pages after the first one for as long as the loop goes on.
   * @param body as for `send`.
   */
  sendPages(operation: string, body: string, options: CallOptions = {}): AsyncGenerator<RawAnswer> {
    const start: PageStarter<RawAnswer> = (requestId, signal) => {
      const next = requestId === undefined ? body : writeContinue(objectTypeIn(body), requestId);
      const page = this.send(operation, next, { ...options, signal });
      return { head: page.then(({ content }) => headingOf(content)), page };
    };
    const equal = (a: RawAnswer, b: RawAnswer): boolean => isDeepStrictEqual(a.content, b.content);
    return followPages(start, equal, options.signal);
  }

  private write(
    method: WriteMethod,
    objects: readonly TypedObject[],
    options: WriteOptions,
  ): Promise<WriteOutcome> {
    const { requestOptions, concurrency, ...callOptions } = options;
    const send = async (batch: readonly TypedObject[]) => {
      const { message } = await this.exchange.send({
        operation: method,
        subject: batch[0]?.$type ?? '',
        body: writeWriteRequest(this.catalogue, method, batch, requestOptions),
        reader: () => new TreeReader(),
        ...callOptions,
      });
      return readWriteAnswer(this.catalogue, method, message);
    };
    return writeInBatches(objects, send, concurrency);
  }
}

/** A status that is an error counts as the end: it is for the person to read in the answer. */
function headingOf(content: SoapObject): PageHeading {
  const requestId = textAt(content, 'RequestID');
  return {
    more: textAt(content, 'OverallStatus') === 'MoreDataAvailable',
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** The object type of a retrieve, which the schema wants repeated with the pages after the first. */
function objectTypeIn(body: string): string {
  return unescape(/<(?:[\w.-]+:)?ObjectType[^>]*>\s*([^<]*?)\s*</.exec(body)?.[1] ?? '');
}
