/** BounceEvent: messages that came back. */
import { reactionTime, type Reaction } from '../org/sends/behaviour.ts';
import type { Send } from '../org/sends/send.ts';
import { mix } from '../random.ts';
import type { ApiObject } from './apiObject.ts';
import { eventRows, type EventKind, type TrackingEvent } from './trackingEvents.ts';

interface Reason {
  readonly code: string;
  readonly text: string;
}

interface BounceKind {
  readonly reaction: Reaction;
  readonly eventType: string;
  readonly category: string;
  readonly reasons: readonly [Reason, ...Reason[]];
}

const bounceKinds: readonly [BounceKind, ...BounceKind[]] = [
  {
    reaction: 'hardBounce',
    eventType: 'HardBounce',
    category: 'Hard bounce',
    reasons: [
      { code: '550', text: '550 5.1.1 The email account that you tried to reach does not exist' },
      { code: '550', text: '550 5.1.2 Host or domain name not found' },
      { code: '553', text: '553 5.3.0 User unknown' },
    ],
  },
  {
    reaction: 'softBounce',
    eventType: 'SoftBounce',
    category: 'Soft bounce',
    reasons: [
      { code: '452', text: '452 4.2.2 The recipient’s inbox is full' },
      { code: '421', text: '421 4.7.0 Try again later, closing connection' },
    ],
  },
  {
    reaction: 'otherBounce',
    eventType: 'OtherBounce',
    category: 'Technical/Other bounce',
    reasons: [{ code: '451', text: '451 4.3.0 Message content could not be processed' }],
  },
];

function kindOf({ send, index }: TrackingEvent): BounceKind {
  return (
    bounceKinds.find(({ reaction }) => reactionTime(send, reaction, index) !== undefined) ?? bounceKinds[0]
  );
}

function reasonOf(event: TrackingEvent): Reason {
  const { reasons } = kindOf(event);
  return reasons[mix(event.send.seed + 22, event.index) % reasons.length] ?? reasons[0];
}

/** When a message came back, if it did. */
export function bounceTime(send: Send, index: number): number | undefined {
  for (const { reaction } of bounceKinds) {
    const time = reactionTime(send, reaction, index);
    if (time !== undefined) return time;
  }
  return undefined;
}

/** Why a message came back. */
export function describeBounce(event: TrackingEvent): {
  readonly category: string;
  readonly code: string;
  readonly reason: string;
} {
  const { code, text } = reasonOf(event);
  return { category: kindOf(event).category, code, reason: text };
}

export const bounced: EventKind = {
  type: 'BounceEvent',
  time: bounceTime,
  eventType: (event) => kindOf(event).eventType,
  values: {
    BounceCategory: (event) => kindOf(event).category,
    BounceType: () => 'immediate',
    SMTPCode: (event) => reasonOf(event).code,
    SMTPReason: (event) => reasonOf(event).text,
  },
};

export const bounceEvent: ApiObject = { type: 'BounceEvent', retrieve: (scope) => eventRows(bounced, scope) };
