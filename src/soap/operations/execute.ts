/** Execute: named requests with parameters, such as LogUnsubEvent. */
import type { Catalogue } from '../../catalogue/index.ts';
import { messageElement } from '../wire/envelope.ts';
import { writeObject } from '../wire/objectWriter.ts';
import { childrenOf, childText, type XmlElement } from '../wire/xmlTree.ts';
import { overallResult, readResult, rejection, type ObjectResult, type OverallResult } from './results.ts';

export interface ExecuteRequest {
  /** E.g. `LogUnsubEvent`. */
  readonly name: string;
  /** Values by the names of the parameters, in the order given. */
  readonly parameters: Readonly<Record<string, string>>;
  /** MID of the business unit that it is for, when it is not the token's own. */
  readonly businessUnit?: number;
}

/** The outcome of Execute and Extract, which answer for each of their requests. */
export interface RequestsOutcome {
  readonly status: OverallResult;
  readonly requestId?: string;
  /** One for each request, by its ordinal. */
  readonly results: readonly RequestResult[];
}

export interface RequestResult extends ObjectResult {
  /** What the request gave, by name. */
  readonly values: Readonly<Record<string, string>>;
}

export function writeExecute(catalogue: Catalogue, requests: readonly ExecuteRequest[]): string {
  const content = requests.map(({ name, parameters, businessUnit }) => {
    const request = {
      ...(businessUnit === undefined ? {} : { Client: { ID: businessUnit } }),
      Name: name,
      Parameters: Object.entries(parameters).map(([Name, Value]) => ({ Name, Value })),
    };
    return writeObject(catalogue, request, 'Requests', 'ExecuteRequest');
  });
  return messageElement('ExecuteRequestMsg', content.join(''));
}

/** Reads the results. @throws MarketingCloudError `request-rejected` when there are none but an error. */
export function readExecute(catalogue: Catalogue, message: XmlElement): RequestsOutcome {
  return readRequests(catalogue, message, { operation: 'Execute', results: childrenOf(message, 'Results') });
}

/** Reads an answer that has one result for each request, wherever they stand. */
export function readRequests(
  catalogue: Catalogue,
  message: XmlElement,
  { operation, results: elements }: { readonly operation: string; readonly results: readonly XmlElement[] },
): RequestsOutcome {
  const error = elements.length === 0 ? rejection(message, operation) : undefined;
  if (error !== undefined) throw error;
  const results = elements.map((element, index) => ({
    ...readResult(catalogue, element, { index, from: 0 }),
    values: valuesOf(element),
  }));
  const requestId = childText(message, 'RequestID');
  return { status: overallResult(results), ...(requestId === undefined ? {} : { requestId }), results };
}

function valuesOf(result: XmlElement): Record<string, string> {
  return Object.fromEntries(
    childrenOf(result, 'Results').map((value) => [
      childText(value, 'Name') ?? '',
      childText(value, 'Value') ?? '',
    ]),
  );
}
