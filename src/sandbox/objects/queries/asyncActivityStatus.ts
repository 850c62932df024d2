/**
 * AsyncActivityStatus: what became of a started query or other activity. The schema lacks it; that its values come as
 * name and value, and these names, is observed by public tools.
 */
import { ownedBy } from '../../org/collection.ts';
import type { Task } from '../../org/tasks.ts';
import { looseRows } from '../../retrieve/looseRows.ts';
import type { ApiObject } from '../apiObject.ts';

export const asyncActivityStatus: ApiObject = {
  type: 'AsyncActivityStatus',
  retrieve: ({ org, accounts }) =>
    looseRows<Task>({
      type: 'AsyncActivityStatus',
      form: 'pairs',
      items: () => ownedBy(org.tasks.all(), accounts),
      values: {
        TaskID: ['number', ({ id }) => id],
        Status: ['text', ({ status }) => status],
        StartDate: ['date', ({ startedAt }) => new Date(startedAt)],
        CompletedDate: ['date', ({ endedAt }) => (endedAt === undefined ? null : new Date(endedAt))],
        ErrorMsg: ['text', ({ message }) => message],
      },
    }),
};
