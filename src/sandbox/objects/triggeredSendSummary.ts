/** TriggeredSendSummary: the running totals of triggered send definitions. */
import { ownedBy } from '../org/collection.ts';
import type { TriggeredSendDefinition } from '../org/content.ts';
import { guidOf, hashText } from '../random.ts';
import { catalogueRows, type RowsDescription } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject } from './apiObject.ts';

export const triggeredSendSummary: ApiObject = {
  type: 'TriggeredSendSummary',
  retrieve: ({ org, accounts, now }) =>
    catalogueRows({
      type: 'TriggeredSendSummary',
      scan: (from, visit) => scanInOrder(ownedBy(org.triggeredSendDefinitions.all(), accounts), from, visit),
      values: valuesAt(now),
    }),
};

const hour = 3_600_000;

/** How long a message waits before it goes out. */
const queueing = 30_000;

/** Totals grow evenly with the clock for as long as a definition is active. */
function valuesAt(now: number): RowsDescription<TriggeredSendDefinition>['values'] {
  const asked = (each: TriggeredSendDefinition, until: number): number =>
    Math.floor(
      (Math.max(0, Math.min(until, each.stoppedAt ?? until) - each.createdAt) / hour) * each.perHour,
    );
  const sent = (each: TriggeredSendDefinition): number => asked(each, now - queueing);
  const share = (part: number) => (each: TriggeredSendDefinition) => Math.floor(sent(each) * part);
  const none = (): number => 0;
  return {
    ObjectID: (each) => guidOf(seedOf(each), 1),
    RowObjectID: (each) => guidOf(seedOf(each), 2),
    'TriggeredSendDefinition.ObjectID': (each) => each.objectId,
    CustomerKey: (each) => each.key,
    'Client.ID': (each) => each.mid,
    Sent: sent,
    Queued: (each) => asked(each, now) - sent(each),
    InProcess: none,
    NotSentDueToOptOut: share(0.002),
    NotSentDueToUndeliverable: share(0.004),
    NotSentDueToError: share(0.0005),
    Bounces: share(0.012),
    Opens: share(0.71),
    UniqueOpens: share(0.48),
    Clicks: share(0.19),
    UniqueClicks: share(0.14),
    OptOuts: share(0.001),
    SurveyResponses: none,
    FTAFRequests: none,
    FTAFEmailsSent: none,
    FTAFOptIns: none,
    Conversions: none,
    UniqueConversions: none,
  };
}

function seedOf(each: TriggeredSendDefinition): number {
  return hashText(0, each.objectId);
}
