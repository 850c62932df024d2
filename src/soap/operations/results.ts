/** Reads what the answers of the writing methods have in common: one result for each object sent. */
import {
  errorCodeFacts,
  subscriberFailure,
  type Catalogue,
  type ErrorCodeFacts,
} from '../../catalogue/index.ts';
import { MarketingCloudError } from '../errors.ts';
import { decodeObject } from '../wire/decode.ts';
import type { SoapObject } from '../wire/soapObject.ts';
import { child, childrenOf, childText, type XmlElement } from '../wire/xmlTree.ts';

/** What the service says of one object of a request. */
export interface ObjectResult {
  /** Index of the object in the request, from 0. */
  readonly ordinal: number;
  readonly ok: boolean;
  /** `OK` or `Error`, as sent. */
  readonly statusCode: string;
  readonly message: string;
  readonly errorCode?: number;
  /** What the code means and what to do, where that is known. */
  readonly explanation?: ErrorCodeFacts;
  /** Legacy number of a created object; absent for objects that have none. */
  readonly newId?: number;
  /** GUID of a created object. */
  readonly newObjectId?: string;
  /** Number of the work that was started: a send's ID, or the TaskResultID of an import. */
  readonly taskId?: string;
  /** What the task says, e.g. the count that GetMaxCount asked for. */
  readonly taskMessage?: string;
  /** What was wrong with single columns, keys or subscribers. */
  readonly details: readonly ResultDetail[];
  /** Reads the object as the service echoes it; absent when it does not. */
  readonly echo?: () => SoapObject;
}

export interface ResultDetail {
  /** The column, key or subscriber. */
  readonly name: string;
  readonly code?: string;
  readonly message: string;
}

/** Whether all objects, some, or none went well. */
export type OverallResult = 'ok' | 'partial' | 'failed';

/** Where a result stands. */
interface ResultPlace {
  /** Among the results of its call, for answers that leave the ordinal out. */
  readonly index: number;
  /** Ordinal of the first object of its call. */
  readonly from: number;
}

export function readResult(
  catalogue: Catalogue,
  element: XmlElement,
  { index, from }: ResultPlace,
): ObjectResult {
  const statusCode = childText(element, 'StatusCode') ?? '';
  const errorCode = childNumber(element, 'ErrorCode');
  const object = child(element, 'Object');
  const task = child(element, 'Task');
  const result: { -readonly [Key in keyof ObjectResult]: ObjectResult[Key] } = {
    ordinal: from + (childNumber(element, 'OrdinalID') ?? index),
    ok: statusCode.toUpperCase() === 'OK',
    statusCode,
    message: childText(element, 'StatusMessage') ?? '',
    details: element.children.some(({ name }) => detailElements.has(name)) ? detailsOf(element) : noDetails,
  };
  // Member by member: there are as many results as objects, and most have none of these.
  if (errorCode !== undefined) Object.assign(result, explained(errorCode));
  const newId = childNumber(element, 'NewID');
  if (newId !== undefined && newId !== 0) result.newId = newId;
  const newObjectId = childText(element, 'NewObjectID');
  if (newObjectId !== undefined && newObjectId !== '') result.newObjectId = newObjectId;
  if (task !== undefined) Object.assign(result, taskOf(task));
  if (object !== undefined) result.echo = () => decodeObject(catalogue, object, object.type ?? 'APIObject');
  return result;
}

/** An error code with what is known of it. */
export function explained(errorCode: number | undefined): Pick<ObjectResult, 'errorCode' | 'explanation'> {
  const explanation = errorCode === undefined ? undefined : errorCodeFacts(errorCode);
  return {
    ...(errorCode === undefined ? {} : { errorCode }),
    ...(explanation === undefined ? {} : { explanation }),
  };
}

function taskOf(task: XmlElement): Pick<ObjectResult, 'taskId' | 'taskMessage'> {
  const taskId = childText(task, 'ID');
  const taskMessage = childText(task, 'StatusMessage');
  return {
    ...(taskId === undefined ? {} : { taskId }),
    ...(taskMessage === undefined ? {} : { taskMessage }),
  };
}

const noDetails: readonly ResultDetail[] = [];
/** Elements of a result that details are read from. */
const detailElements: ReadonlySet<string> = new Set([
  'ErrorMessage',
  'KeyErrors',
  'ValueErrors',
  'SubscriberFailures',
]);

function detailsOf(element: XmlElement): ResultDetail[] {
  const row = childText(element, 'ErrorMessage');
  const listed = (wrapper: string, name: string): readonly XmlElement[] =>
    childrenOf(element, wrapper).flatMap((errors) => childrenOf(errors, name));
  return [
    ...(row === undefined || row === '' ? [] : [{ name: '', message: row }]),
    ...[...listed('KeyErrors', 'KeyError'), ...listed('ValueErrors', 'ValueError')].map((error) =>
      detail(error, childText(error, 'Name'), 'ErrorMessage'),
    ),
    ...childrenOf(element, 'SubscriberFailures').map((failure) =>
      detail(failure, subscriberOf(failure), 'ErrorDescription'),
    ),
  ];
}

function subscriberOf(failure: XmlElement): string | undefined {
  const subscriber = child(failure, 'Subscriber');
  if (subscriber === undefined) return undefined;
  return childText(subscriber, 'SubscriberKey') ?? childText(subscriber, 'EmailAddress');
}

function detail(error: XmlElement, name: string | undefined, messageName: string): ResultDetail {
  const code = childText(error, 'ErrorCode');
  return {
    name: name ?? '',
    ...(code === undefined ? {} : { code }),
    message: childText(error, messageName) ?? subscriberFailure(code ?? '') ?? '',
  };
}

function childNumber(element: XmlElement, name: string): number | undefined {
  const text = childText(element, name);
  return text === undefined || !/^-?\d+$/.test(text) ? undefined : Number(text);
}

/** The three ways in which a request with several objects can end. */
export function overallResult(results: readonly ObjectResult[]): OverallResult {
  const failed = results.filter((result) => !result.ok).length;
  if (failed === 0) return 'ok';
  return failed === results.length ? 'failed' : 'partial';
}

/**
 * The error for an answer whose OverallStatus speaks of the request as a whole: "Error: …" with HTTP 200 and no
 * results. Undefined when the status says no such thing.
 */
export function rejection(message: XmlElement, operation: string): MarketingCloudError | undefined {
  const status = childText(message, 'OverallStatus')?.trim() ?? '';
  if (!status.startsWith('Error')) return undefined;
  const words = status.replace(/^Error:?\s*/, '');
  const more = childText(message, 'OverallStatusMessage') ?? '';
  const text = [words, more].filter((part) => part !== '').join(' ') || 'The request failed as a whole.';
  const requestId = childText(message, 'RequestID');
  // The beginning of the sentence is recorded; it comes with HTTP 200 and without a fault.
  const code = /^API Permission Failed/i.test(text) ? 'not-permitted' : 'request-rejected';
  return new MarketingCloudError(code, `The service rejected the ${operation}: ${text}`, {
    operation,
    serverMessage: text,
    ...(requestId === undefined ? {} : { requestId }),
  });
}
