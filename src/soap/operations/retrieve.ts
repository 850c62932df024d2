/** Retrieve: objects by filter, page by page. */
import { MarketingCloudError } from '../errors.ts';
import { messageElement } from '../wire/envelope.ts';
import { writeFilter, type Filter } from '../wire/filter.ts';
import { escapeText } from '../wire/text.ts';
import { childText, type XmlElement } from '../wire/xmlTree.ts';
import { rejection } from './results.ts';

export interface RetrieveQuery {
  /** An API object; `DataExtensionObject[KEY]` for the rows of a data extension. Case-sensitive. */
  readonly objectType: string;
  /** Property paths, or the columns of a data extension. At least one; there is no `*`. */
  readonly properties: readonly string[];
  readonly filter?: Filter;
  /** MIDs of the business units to read from, for a token that may. */
  readonly clientIds?: readonly number[];
  /** Reads from the token's account and all below it; `clientIds` are then ignored by the service. */
  readonly queryAllAccounts?: boolean;
  /** Rows in a page; the service takes the smaller of this and its own limit, 2,500 for most objects. */
  readonly batchSize?: number;
  /** With the objects that belong to each, where the object has any to give. */
  readonly includeObjects?: boolean;
  /** Without the properties that only subtypes of the object have. */
  readonly onlyIncludeBase?: boolean;
  /** Only what is new since the last retrieve of the same properties and filter; the service keeps count. */
  readonly allSinceLastBatch?: boolean;
  /** With `allSinceLastBatch`: what the last such retrieve gave, once more. */
  readonly repeatLastResult?: boolean;
  /** Name and value pairs that are sent along for partners. */
  readonly partnerProperties?: Readonly<Record<string, string>>;
}

/** What an answer to a retrieve says beside its results. */
export interface RetrieveHead {
  readonly more: boolean;
  readonly requestId?: string;
}

/**
 * The message for the first page. Elements are in the order of the schema, `Options` last.
 * @throws MarketingCloudError `invalid-request`
 */
export function writeRetrieve(query: RetrieveQuery): string {
  const properties = checkedProperties(query, 'Retrieve');
  const { clientIds, rest } = scopeElements(query);
  return retrieveMessage(
    clientIds +
      objectType(query.objectType) +
      properties +
      (query.filter === undefined ? '' : writeFilter(query.filter)) +
      rest +
      (query.repeatLastResult === true ? '<RepeatLastResult>true</RepeatLastResult>' : '') +
      retrieveOptions(query),
  );
}

function retrieveOptions({ batchSize, includeObjects, onlyIncludeBase }: RetrieveQuery): string {
  const options =
    (batchSize === undefined ? '' : `<BatchSize>${String(batchSize)}</BatchSize>`) +
    (includeObjects === undefined ? '' : `<IncludeObjects>${String(includeObjects)}</IncludeObjects>`) +
    (onlyIncludeBase === undefined ? '' : `<OnlyIncludeBase>${String(onlyIncludeBase)}</OnlyIncludeBase>`);
  return options === '' ? '' : `<Options>${options}</Options>`;
}

/** The elements `Properties`. @throws MarketingCloudError `invalid-request` */
export function checkedProperties(
  { objectType: type, properties }: RetrieveQuery,
  operation: string,
): string {
  if (properties.length === 0) {
    throw new MarketingCloudError('invalid-request', `A ${operation} of ${type} must name properties.`);
  }
  return properties.map((property) => `<Properties>${escapeText(property)}</Properties>`).join('');
}

/** What Retrieve and Query have in common: whose data, before the object, and how much of it, after the filter. */
export function scopeElements(query: RetrieveQuery): { readonly clientIds: string; readonly rest: string } {
  const clientIds = (query.clientIds ?? []).map((id) => `<ClientIDs><ID>${String(id)}</ID></ClientIDs>`);
  const partner = Object.entries(query.partnerProperties ?? {}).map(
    ([name, value]) =>
      `<PartnerProperties><Name>${escapeText(name)}</Name><Value>${escapeText(value)}</Value></PartnerProperties>`,
  );
  return {
    clientIds: clientIds.join(''),
    rest:
      partner.join('') +
      (query.queryAllAccounts === true ? '<QueryAllAccounts>true</QueryAllAccounts>' : '') +
      (query.allSinceLastBatch === true ? '<RetrieveAllSinceLastBatch>true</RetrieveAllSinceLastBatch>' : ''),
  };
}

/** The message for the page after the one that was answered with `requestId`. */
export function writeContinue(type: string, requestId: string): string {
  return retrieveMessage(`${objectType(type)}<ContinueRequest>${escapeText(requestId)}</ContinueRequest>`);
}

/**
 * Reads status and request id.
 * @throws MarketingCloudError `request-rejected` when the answer is an error with HTTP 200.
 */
export function readRetrieveHead(message: XmlElement, operation = 'Retrieve'): RetrieveHead {
  const error = rejection(message, operation);
  if (error !== undefined) throw error;
  const status = childText(message, 'OverallStatus')?.trim() ?? '';
  const requestId = childText(message, 'RequestID');
  if (status !== 'OK' && status !== 'MoreDataAvailable') {
    // Texts such as "Unknown filter of type FilterPart encountered" come without the word Error before them.
    throw new MarketingCloudError('request-rejected', `The service rejected the ${operation}: ${status}`, {
      operation,
      serverMessage: status,
    });
  }
  return { more: status === 'MoreDataAvailable', ...(requestId === undefined ? {} : { requestId }) };
}

function objectType(type: string): string {
  return `<ObjectType>${escapeText(type)}</ObjectType>`;
}

function retrieveMessage(content: string): string {
  return messageElement('RetrieveRequestMsg', `<RetrieveRequest>${content}</RetrieveRequest>`);
}
