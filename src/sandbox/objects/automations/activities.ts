/** What the activities of an automation are: what starts each, and how it is told when it has ended. */
import { ApiStruct } from '../../message/value.ts';
import type { Org } from '../../org/org.ts';
import { whenSendEnds } from '../../org/sends/ending.ts';
import type { ApiObject, PerformMethod, Write } from '../apiObject.ts';
import { emailSendDefinition } from '../emailSendDefinition.ts';
import { definitionOf } from '../emailSendDefinitionWrites.ts';
import { extractDefinition } from '../extractDefinition.ts';
import { filterActivity } from '../filters/filterActivity.ts';
import { importDefinition } from '../imports/importDefinition.ts';
import { keptNamed } from '../kept/keptObject.ts';
import { queryDefinition } from '../queries/queryDefinition.ts';

/** A type of activity. */
export interface ActivityKind {
  /** The definition that a structure names, as the object that is started. */
  readonly named: (write: Write, struct: ApiStruct) => ApiStruct | undefined;
  readonly start: PerformMethod | undefined;
  /**
   * Calls back at the moment at which what was started has ended, with what went wrong or nothing. `id` is that of the
   * task that starting it answered. @returns false when there is nothing to wait for.
   */
  whenEnded(org: Org, id: number, startedAt: number, ended: (at: number, message: string) => void): boolean;
}

function activity(
  type: string,
  found: { readonly objectId: string; readonly key: string } | undefined,
): ApiStruct | undefined {
  return found && new ApiStruct(type, { ObjectID: found.objectId, CustomerKey: found.key });
}

function byTask({ type, actions }: ApiObject): ActivityKind {
  return {
    named: (write, struct) => activity(type, keptNamed(type, write, struct)),
    start: actions?.['start'],
    whenEnded: (org, id, _startedAt, ended) =>
      org.tasks.whenEnded(id, ({ message }, at) => ended(at, message)),
  };
}

/** A send goes on for as long as it sends; the task that starting it answers is the send. */
const sending: ActivityKind = {
  named: (write, struct) => activity('EmailSendDefinition', definitionOf({ ...write, object: struct })),
  start: emailSendDefinition.actions?.['start'],
  whenEnded: (org, id, startedAt, ended) => {
    const send = org.sends.find(id, startedAt);
    if (send === undefined) return false;
    whenSendEnds(org, send, (status, at) => {
      ended(at, status === 'Complete' ? '' : (sendFailures[status] ?? status));
    });
    return true;
  },
};

const sendFailures: Readonly<Record<string, string>> = {
  Canceled: 'The send was canceled.',
  Error: 'The send failed.',
};

export type ActivityKinds = Readonly<Record<string, ActivityKind | undefined>>;

/** The kinds by the types of their definitions. A type of activity is a row here. */
export const activityKinds: ActivityKinds = {
  QueryDefinition: byTask(queryDefinition),
  ImportDefinition: byTask(importDefinition),
  FilterActivity: byTask(filterActivity),
  ExtractDefinition: byTask(extractDefinition),
  EmailSendDefinition: sending,
};
