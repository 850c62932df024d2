/** TriggeredSendSummary: the running totals of triggered send definitions. */
import { ownedBy } from '../org/collection.ts';
import type { TriggeredSendDefinition } from '../org/content.ts';
import type { Org } from '../org/org.ts';
import { reactionCounts, type Reaction } from '../org/sends/behaviour.ts';
import type { Send } from '../org/sends/send.ts';
import type { Hindrance } from '../org/sends/triggeredJob.ts';
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
      values: valuesAt(now, jobsOf(org, now)),
    }),
};

/** The sends of triggered send definitions, by the GUID of these. */
function jobsOf(org: Org, now: number): ReadonlyMap<string, Send> {
  return new Map(
    org.sends
      .allUntil(now)
      .flatMap((send) => (send.course === undefined ? [] : [[send.course.definitionId, send]])),
  );
}

const hour = 3_600_000;

/** How long a message that others ask for waits before it goes out. */
const queueing = 30_000;

/**
 * Totals are those of what was asked for by TriggeredSend and, in the demo, of messages that others ask for: these grow
 * evenly with the clock for as long as a definition is active.
 */
function valuesAt(
  now: number,
  jobs: ReadonlyMap<string, Send>,
): RowsDescription<TriggeredSendDefinition>['values'] {
  const asked = (each: TriggeredSendDefinition, until: number): number =>
    Math.floor(
      (Math.max(0, Math.min(until, each.stoppedAt ?? until) - each.createdAt) / hour) * each.perHour,
    );
  const sentToOthers = (each: TriggeredSendDefinition): number => asked(each, now - queueing);
  const none = (): number => 0;
  const reactions = (share: number, ...kinds: readonly Reaction[]) => {
    return (each: TriggeredSendDefinition): number => {
      const send = jobs.get(each.objectId);
      const counts = send === undefined ? undefined : reactionCounts(send, now);
      const own = kinds.reduce((sum, kind) => sum + (counts?.[kind] ?? 0), 0);
      return Math.floor(sentToOthers(each) * share) + own;
    };
  };
  const notSent = (share: number, ...reasons: readonly Hindrance[]) => {
    return (each: TriggeredSendDefinition): number =>
      Math.floor(sentToOthers(each) * share) +
      each.job.unsent.filter(({ why, at }) => reasons.includes(why) && at <= now).length;
  };
  return {
    ObjectID: (each) => guidOf(seedOf(each), 1),
    RowObjectID: (each) => guidOf(seedOf(each), 2),
    'TriggeredSendDefinition.ObjectID': (each) => each.objectId,
    CustomerKey: (each) => each.key,
    'Client.ID': (each) => each.mid,
    Sent: (each) => sentToOthers(each) + each.job.sentBy(now),
    Queued: (each) => asked(each, now) - sentToOthers(each) + each.job.queuedAt(now),
    InProcess: none,
    // Nobody has recorded where those on suppression lists are counted.
    NotSentDueToOptOut: notSent(0.002, 'optOut', 'suppressed'),
    NotSentDueToUndeliverable: notSent(0.004, 'undeliverable'),
    NotSentDueToError: notSent(0.0005, 'error'),
    Bounces: reactions(0.012, 'hardBounce', 'softBounce', 'otherBounce'),
    Opens: reactions(0.71, 'open'),
    UniqueOpens: reactions(0.48, 'open'),
    Clicks: reactions(0.19, 'click'),
    UniqueClicks: reactions(0.14, 'click'),
    OptOuts: reactions(0.001, 'unsubscribe'),
    SurveyResponses: none,
    FTAFRequests: none,
    FTAFEmailsSent: reactions(0, 'forward'),
    FTAFOptIns: none,
    Conversions: none,
    UniqueConversions: none,
  };
}

function seedOf(each: TriggeredSendDefinition): number {
  return hashText(0, each.objectId);
}
