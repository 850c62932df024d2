/** Query: an older way to retrieve, which next to no object takes; its answer is that of a retrieve. */
import { messageElement } from '../wire/envelope.ts';
import { writeFilter } from '../wire/filter.ts';
import { escapeText } from '../wire/text.ts';
import { checkedProperties, scopeElements, type RetrieveQuery } from './retrieve.ts';

/** The message for the first page. @throws MarketingCloudError `invalid-request` */
export function writeQuery(query: RetrieveQuery): string {
  const properties = checkedProperties(query, 'Query');
  const { clientIds, rest } = scopeElements(query);
  const object = `<Object><ObjectType>${escapeText(query.objectType)}</ObjectType>${properties}</Object>`;
  const filter = query.filter === undefined ? '' : writeFilter(query.filter);
  return queryMessage(`${clientIds}<Query>${object}${filter}</Query>${rest}`);
}

/** The message for the page after the one that was answered with `requestId`; the schema wants the query again. */
export function writeQueryContinue(query: RetrieveQuery, requestId: string): string {
  const properties = checkedProperties(query, 'Query');
  const object = `<Object><ObjectType>${escapeText(query.objectType)}</ObjectType>${properties}</Object>`;
  return queryMessage(`<Query>${object}</Query><ContinueRequest>${escapeText(requestId)}</ContinueRequest>`);
}

function queryMessage(content: string): string {
  return messageElement('QueryRequestMsg', `<QueryRequest>${content}</QueryRequest>`);
}
