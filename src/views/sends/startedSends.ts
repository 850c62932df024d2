/** Tells from the answer to a Perform which sends it started, so that they can be followed. */
import type { RetrieveQuery } from '../../soap/index.ts';
import { numberAt, objectsAt, serverTime, textAt, where, type SoapObject } from '../../soap/pure.ts';

export interface StartedSend {
  /** The send's ID, when the task has it. */
  readonly id?: string;
  /** Customer key of the e-mail send definition, when the answer repeats it. */
  readonly definitionKey?: string;
}

/** @param answer the decoded `PerformResponseMsg`; any other answer started nothing */
export function startedSends(answer: { readonly name: string; readonly content: SoapObject }): StartedSend[] {
  if (answer.name !== 'PerformResponseMsg') return [];
  return objectsAt(answer.content, 'Results.Result').flatMap((result) => {
    const object = objectsAt(result, 'Object')[0];
    const isDefinition = object?.$type === 'EmailSendDefinition';
    if (!isDefinition || textAt(result, 'StatusCode') !== 'OK') return [];
    const id = textAt(result, 'Task.ID');
    const definitionKey = textAt(object, 'CustomerKey');
    const isSend = id !== undefined && /^[1-9]\d*$/.test(id);
    if (!isSend && (definitionKey === undefined || definitionKey === '')) return [];
    return [{ ...(isSend ? { id } : {}), ...(definitionKey === undefined ? {} : { definitionKey }) }];
  });
}

/** The sends of a definition. By nothing but its key: filters of two parts were seen to find nothing on some accounts. */
export function sendsOfDefinitionQuery(definitionKey: string): RetrieveQuery {
  return {
    objectType: 'Send',
    properties: ['ID', 'CreatedDate', 'SendDate'],
    filter: where('EmailSendDefinition.CustomerKey', 'equals', definitionKey),
  };
}

/** Clocks differ: a send that was made so long before it was started, in milliseconds, may still be the one. */
const clockSkew = 120_000;

/** The newest send that can be the one started at `startedAt` (milliseconds since the epoch). */
export function newestSince(sends: readonly SoapObject[], startedAt: number): string | undefined {
  const ids = sends.flatMap((send) => {
    const made = serverTime(textAt(send, 'CreatedDate') ?? '') ?? serverTime(textAt(send, 'SendDate') ?? '');
    const id = numberAt(send, 'ID');
    return id === undefined || made === undefined || made.getTime() < startedAt - clockSkew ? [] : [id];
  });
  return ids.length === 0 ? undefined : String(Math.max(...ids));
}
