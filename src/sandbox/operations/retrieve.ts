/** Retrieve: the rows of one type of object, page by page. */
import { shippedCatalogue as catalogue } from '../../catalogue/index.ts';
import { ApiStruct } from '../message/value.ts';
import { messageInPieces } from '../message/writeMessage.ts';
import { objectNamed } from '../objects/index.ts';
import { reaches, type Account } from '../org/account.ts';
import { LoudTrap } from '../traps/traps.ts';
import { allowedValues, mentions, writtenFilter } from '../retrieve/filter.ts';
import type { Window } from '../org/lastBatches.ts';
import { largestPage, queryOf, type Page, type Query } from '../retrieve/query.ts';
import { mayName } from './objects.ts';
import { permissionFailed, scopeFor } from './permissions.ts';
import { textElement } from '../xml/writer.ts';
import type { Answer, Call, OperationHandler } from './operation.ts';

const response = 'RetrieveResponseMsg';

export const retrieve: OperationHandler = {
  name: 'Retrieve',
  run: (call) => {
    const request = call.message.struct('RetrieveRequest');
    // Recorded for a request whose parts are not where the service looks for them.
    if (request === undefined) return failure(call, 'Object reference not set to an instance of an object.');
    const continued = request.text('ContinueRequest', '');
    try {
      return continued === '' ? start(call, request) : goOn(call, continued);
    } catch (error) {
      if (error instanceof LoudTrap) return failure(call, error.message, request.text('ObjectType', ''));
      throw error;
    }
  },
};

function start(call: Call, request: ApiStruct): Answer {
  const asked = request.text('ObjectType', '');
  const query = prepare(call, request, asked);
  return typeof query === 'string' ? failure(call, query, asked) : answer(call, query, query.page(0));
}

/** The continued request names the page before; whatever else it repeats has no effect. */
function goOn(call: Call, requestId: string): Answer {
  const waiting = call.continuations.find(requestId, call.account);
  if (waiting === undefined)
    return failure(call, 'The RequestID sent through ContinueRequest does not exist.');
  return answer(call, waiting.query, waiting.query.page(waiting.position));
}

function prepare(call: Call, request: ApiStruct, asked: string): Query | string {
  const { name, argument } = splitType(asked);
  const object = objectNamed(name);
  if (object?.retrieve === undefined) {
    // The service can do it: whoever counts on the answer should know why it is none.
    if (catalogue.object(name)?.methods.Retrieve.supported !== false && catalogue.isApiObject(name)) {
      call.note(`The sandbox does not simulate Retrieve of ${name}.`);
    }
    return `Unable to find a handler for object type: ${asked}. Object types are case-sensitive, check spelling.`;
  }
  const scope = scopeFor('Retrieve', name);
  if (scope !== undefined && !call.scopes.has(scope)) return permissionFailed(scope);
  const accounts = accountsOf(call, request, name);
  if (typeof accounts === 'string') return accounts;
  noteTraps(call, request, name);
  const filter = request.struct('Filter');
  const opened = object.retrieve({
    org: call.org,
    caller: call.account,
    accounts,
    allAccounts: request.flag('QueryAllAccounts') === true,
    argument,
    filtersBy: (property) => filter !== undefined && mentions(filter, property),
    only: (property) => (filter === undefined ? undefined : allowedValues(filter, property)),
    now: call.now,
    trap: call.trap,
  });
  if (typeof opened === 'string') return opened;
  return queryOf(opened, {
    objectType: asked,
    properties: request.texts('Properties'),
    filter,
    pageSize: pageSizeOf(request),
    window: windowOf(call, request),
  });
}

/** `DataExtensionObject[key]` is the type and what it is to be looked for in. */
function splitType(asked: string): { name: string; argument: string | undefined } {
  const match = /^(\w+)\[(.*)\]$/s.exec(asked);
  return { name: match?.[1] ?? asked, argument: match?.[2] };
}

/** The service takes the smaller of its own limit and the wish (documented). */
function pageSizeOf(request: ApiStruct): number {
  const wish = request.struct('Options')?.number('BatchSize') ?? 0;
  return wish > 0 ? Math.min(wish, largestPage) : largestPage;
}

/**
 * The accounts whose data is wanted. A token sees its own account; the enterprise's can name its children, or take
 * all with QueryAllAccounts, which makes ClientIDs count for nothing (documented). The refusal's text is inferred.
 */
function accountsOf(call: Call, request: ApiStruct, type: string): readonly Account[] | string {
  const { org, account } = call;
  if (request.flag('QueryAllAccounts') === true)
    return org.accounts.filter((other) => reaches(account, other));
  const ids = [
    ...request.structs('ClientIDs').map((client) => client.number('ID') ?? client.number('ClientID')),
    request.struct('Options')?.struct('Client')?.number('ID'),
  ].filter((id) => id !== undefined);
  if (ids.length === 0) return [account];
  const accounts = org.accounts.filter(
    (other) => ids.includes(other.mid) && mayName(account, other, { method: 'Retrieve', type }),
  );
  const missing = ids.find((id) => !accounts.some((other) => other.mid === id));
  return missing === undefined
    ? accounts
    : `API Permission Failed. The account ${String(missing)} cannot be accessed.`;
}

/** What the older editors of content keep. */
const classicTypes = ['ContentArea', 'Email', 'Portfolio', 'Template'];

/** The traps that a retrieve can fall into. */
function noteTraps({ trap }: Call, request: ApiStruct, type: string): void {
  const properties = request.texts('Properties');
  if (type === 'DataExtensionObject' && properties.includes('*')) {
    trap('star-properties', 'The property * answers no columns.');
  }
  const filter = request.struct('Filter');
  if (classicTypes.includes(type) && filter !== undefined && mentions(filter, 'CustomerKey')) {
    trap('classic-key', `The filter of ${type} names a CustomerKey.`);
  }
  const partners = properties.filter(
    (path) =>
      catalogue.property(type, path)?.retrievable === true &&
      catalogue.typeOfPath(type, path) === undefined &&
      path !== 'IsPlatformObject',
  );
  if (partners.length > 0 && type !== 'DataExtensionObject') {
    trap('partner-properties', `${partners.join(', ')} of ${type} come as PartnerProperties.`);
  }
}

/** The window that RetrieveAllSinceLastBatch asks for; undefined for a retrieve of everything. */
function windowOf(call: Call, request: ApiStruct): Window | undefined {
  if (request.flag('RetrieveAllSinceLastBatch') !== true) return undefined;
  const filter = request.struct('Filter');
  const key = JSON.stringify([
    ...[call.account.mid, request.text('ObjectType'), request.texts('Properties')],
    filter === undefined ? null : writtenFilter(filter),
  ]);
  const { lastBatches } = call.org;
  const isRepeated = request.flag('RepeatLastResult') === true;
  return isRepeated ? lastBatches.repeat(key, call.now) : lastBatches.next(key, call.now);
}

function answer(call: Call, query: Query, page: Page): Answer {
  const { requestId, account } = call;
  const outcome = page.next === undefined ? 'OK' : 'MoreDataAvailable';
  if (page.next !== undefined) call.continuations.keep(requestId, { account, query, position: page.next });
  const head = textElement('OverallStatus', outcome) + textElement('RequestID', requestId);
  return { outcome, objectType: query.objectType, message: messageInPieces(response, head, page.pieces) };
}

/** Failures of a retrieve are a sentence in OverallStatus, in an answer that is otherwise a success (recorded). */
function failure(call: Call, sentence: string, objectType?: string): Answer {
  const outcome = `Error: ${sentence}`;
  const message = new ApiStruct(`/${response}`, { OverallStatus: outcome, RequestID: call.requestId });
  return { outcome, message, ...(objectType === undefined ? {} : { objectType }) };
}
