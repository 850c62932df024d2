/** A triggered send definition and its running totals, and the retrieves that bring them. */
import type { RetrieveQuery } from '../../soap/index.ts';
import { and, numberAt, textAt, where, whereAnyOf, type Filter, type SoapObject } from '../../soap/pure.ts';
import type { SendPhase } from './send.ts';

export interface TriggeredSendDefinition {
  readonly key: string;
  readonly name: string;
  readonly subject: string;
  /** `New`, `Active`, `Inactive`, or a word that the schema does not know. */
  readonly status: string;
}

/** Totals since the definition was made. */
export interface TriggeredTotals {
  readonly key: string;
  readonly sent: number;
  readonly queued: number;
  /** Not sent because of an error; opt-outs and undeliverable addresses are none. */
  readonly errors: number;
}

function definitionsQuery(filter: Filter): RetrieveQuery {
  return {
    objectType: 'TriggeredSendDefinition',
    properties: ['CustomerKey', 'Name', 'EmailSubject', 'TriggeredSendStatus'],
    filter,
  };
}

export function triggeredDefinitionsQuery(keys: readonly string[]): RetrieveQuery {
  return definitionsQuery(whereAnyOf('CustomerKey', keys));
}

/** The service goes on to list those that were deleted. */
const notDeleted = where('TriggeredSendStatus', 'notEquals', 'Deleted');

/** All there are but those that were deleted. */
export const allTriggeredDefinitionsQuery = definitionsQuery(notDeleted);

/** Those that a filter asks for, without the ones that were deleted. */
export function foundTriggeredDefinitionsQuery(filter: Filter): RetrieveQuery {
  return definitionsQuery(and(filter, notDeleted));
}

export function readTriggeredDefinition(object: SoapObject): TriggeredSendDefinition {
  return {
    key: textAt(object, 'CustomerKey') ?? '',
    name: textAt(object, 'Name') ?? '',
    subject: textAt(object, 'EmailSubject') ?? '',
    status: textAt(object, 'TriggeredSendStatus') ?? '',
  };
}

export function triggeredTotalsQuery(keys: readonly string[]): RetrieveQuery {
  return {
    objectType: 'TriggeredSendSummary',
    properties: ['CustomerKey', 'Sent', 'Queued', 'InProcess', 'NotSentDueToError'],
    filter: whereAnyOf('CustomerKey', keys),
  };
}

export function readTriggeredTotals(object: SoapObject): TriggeredTotals {
  return {
    key: textAt(object, 'CustomerKey') ?? '',
    sent: numberAt(object, 'Sent') ?? 0,
    queued: (numberAt(object, 'Queued') ?? 0) + (numberAt(object, 'InProcess') ?? 0),
    errors: numberAt(object, 'NotSentDueToError') ?? 0,
  };
}

/** A definition goes on for as long as it is active; one that is not yet, or no more, can be started. */
export function triggeredPhase(status: string): SendPhase {
  const word = status.trim().toLowerCase();
  if (word === 'new') return 'scheduled';
  return word === 'inactive' ? 'paused' : 'running';
}
