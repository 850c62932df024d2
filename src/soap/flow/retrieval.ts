/** Retrieves of the client: objects or rows, a page at a time. */
import { isDeepStrictEqual } from 'node:util';
import type { Catalogue } from '../../catalogue/index.ts';
import type { CallBody, Caller } from '../caller.ts';
import type { PageOptions } from '../callOptions.ts';
import {
  readRetrieveHead,
  writeContinue,
  writeRetrieve,
  type RetrieveQuery,
} from '../operations/retrieve.ts';
import { writeQuery, writeQueryContinue } from '../operations/query.ts';
import { RowReader, TreeReader } from '../wire/answerReader.ts';
import { decodeObject } from '../wire/decode.ts';
import type { PageSize, RowPage } from '../wire/rowPage.ts';
import type { SoapObject } from '../wire/soapObject.ts';
import { childrenOf } from '../wire/xmlTree.ts';
import { inTurns } from './pacer.ts';
import { followPages, type PageHeading, type PageStarter } from './paging.ts';

/** Objects of any type but rows, by one of the two methods that read them. */
export function retrieveObjects(
  caller: Caller,
  catalogue: Catalogue,
  query: RetrieveQuery,
  options: PageOptions & { readonly operation: 'Retrieve' | 'Query' },
): AsyncGenerator<readonly SoapObject[]> {
  const start: PageStarter<readonly SoapObject[]> = (requestId, signal) => {
    const { operation } = options;
    const call = { ...callOf(query, requestId, operation), reader: () => new TreeReader() };
    const answer = caller.send(call, 'retrieve', { ...options, signal });
    return {
      head: answer.then(({ message }) => readRetrieveHead(message, operation)),
      page: answer.then(({ message }) =>
        inTurns(childrenOf(message, 'Results'), (element) =>
          decodeObject(catalogue, element, element.type ?? query.objectType),
        ),
      ),
    };
  };
  return followPages(start, isDeepStrictEqual, options);
}

/** Rows of a data extension. */
export function retrieveRowPages(
  caller: Caller,
  query: RetrieveQuery,
  options: PageOptions,
): AsyncGenerator<RowPage> {
  // Pages of one retrieve are alike: each is given the memory that the one before it took.
  let expected: PageSize | undefined;
  const start: PageStarter<RowPage> = (requestId, signal) => {
    let announce: (heading: PageHeading) => void = () => undefined;
    const early = new Promise<PageHeading>((resolve) => (announce = resolve));
    const reader = (): RowReader =>
      new RowReader(({ status, ...rest }) => {
        if (status === 'OK' || status === 'MoreDataAvailable') {
          announce({ more: status === 'MoreDataAvailable', ...rest });
        }
      }, expected);
    const answer = caller.send({ ...callOf(query, requestId), reader }, 'retrieve', { ...options, signal });
    const late = answer.then(({ message }) => readRetrieveHead(message));
    return {
      head: Promise.race([early, late]),
      page: Promise.all([answer, late]).then(([{ extra }]) => {
        expected = extra.size;
        return extra;
      }),
    };
  };
  return followPages(start, (page, other) => page.equals(other), options);
}

function callOf(
  query: RetrieveQuery,
  requestId: string | undefined,
  operation: 'Retrieve' | 'Query' = 'Retrieve',
): Pick<CallBody<unknown>, 'operation' | 'subject' | 'body' | 'repeatability'> {
  const body = bodies[operation](query, requestId);
  // The service keeps count of what such a retrieve has given: asking again would skip what was lost on the way.
  const repeatability = query.allSinceLastBatch === true ? 'write' : 'read';
  return { operation, subject: query.objectType, body, repeatability };
}

const bodies = {
  Retrieve: (query: RetrieveQuery, requestId: string | undefined): string =>
    requestId === undefined ? writeRetrieve(query) : writeContinue(query.objectType, requestId),
  Query: (query: RetrieveQuery, requestId: string | undefined): string =>
    requestId === undefined ? writeQuery(query) : writeQueryContinue(query, requestId),
} as const;
