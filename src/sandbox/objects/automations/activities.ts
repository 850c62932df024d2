/** What starts the activities of an automation. A type of activity is a row here. */
import type { PerformMethod } from '../apiObject.ts';
import { emailSendDefinition } from '../emailSendDefinition.ts';
import { filterActivity } from '../filters/filterActivity.ts';
import { importDefinition } from '../imports/importDefinition.ts';
import { queryDefinition } from '../queries/queryDefinition.ts';

export const activityStarts: Readonly<Record<string, PerformMethod | undefined>> = Object.fromEntries(
  [emailSendDefinition, filterActivity, importDefinition, queryDefinition].map((activity) => [
    activity.type,
    activity.actions?.['start'],
  ]),
);
