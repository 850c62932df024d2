/** Retrieves what became of the messages of a send: its totals, links, lists, and the events of each kind (row A14). */
import type { Guide, GuideRequest } from '../guide.ts';
import { answer, momentWithOffset, partsOf, pick, text } from '../questions.ts';
import { after, both, equals, retrieve, type FilterPart } from '../retrieve.ts';

/** What is asked for of each kind; bounces say why, clicks where to. */
const eventProperties: Readonly<Record<string, readonly string[]>> = {
  SentEvent: [],
  OpenEvent: [],
  ClickEvent: ['URL'],
  BounceEvent: ['BounceCategory', 'SMTPCode', 'SMTPReason'],
  UnsubEvent: ['IsMasterUnsubscribed'],
};

const kinds = Object.keys(eventProperties);

const totals = ['NumberSent', 'NumberDelivered', 'HardBounces', 'SoftBounces', 'OtherBounces', 'UniqueOpens'];

export const retrieveTracking: Guide = {
  stage: 'After the send',
  title: 'Retrieve Tracking',
  description: 'Totals, links and single events of a send',
  questions: [
    pick('send', 'sends', 'Send'),
    text('kinds', 'Kinds of events', `Of ${kinds.join(', ')}, separated by commas; may be empty`, {
      initial: 'BounceEvent, UnsubEvent',
      check: (value) => {
        const wrong = partsOf(value).find((kind) => !kinds.includes(kind));
        return wrong === undefined ? undefined : `${wrong} is none of ${kinds.join(', ')}.`;
      },
    }),
    text('since', 'Events since', 'Date and time with offset; empty for all of the send', {
      check: (value) => (value.trim() === '' ? undefined : momentWithOffset(value)),
      example: '2026-05-16T00:00:00Z',
    }),
  ],
  build: (answers) =>
    trackingRequests(answer(answers, 'send'), partsOf(answers['kinds']), answer(answers, 'since')),
};

/** @param since an `xs:dateTime` with offset, or empty for no limit */
function trackingRequests(send: string, events: readonly string[], since: string): readonly GuideRequest[] {
  return [
    all(
      'Totals of the send',
      'Send',
      ['ID', 'EmailName', 'Status', ...totals, 'UniqueClicks', 'Unsubscribes'],
      equals('ID', send),
    ),
    all(
      'Its links',
      'LinkSend',
      ['ID', 'Link.URL', 'Link.Alias', 'Link.TotalClicks', 'Link.UniqueClicks'],
      equals('SendID', send),
    ),
    all(
      'By list',
      'ListSend',
      ['SendID', 'List.ID', 'NumberSent', 'NumberDelivered', 'UniqueOpens'],
      equals('SendID', send),
    ),
    ...events.map((kind) =>
      all(
        `Every ${kind}`,
        kind,
        ['SubscriberKey', 'EventDate', ...(eventProperties[kind] ?? [])],
        since === '' ? equals('SendID', send) : both(equals('SendID', send), after('EventDate', since)),
      ),
    ),
  ];
}

/** A retrieve of every page, named after what it brings. */
function all(title: string, type: string, properties: readonly string[], filter: FilterPart): GuideRequest {
  const name = type.charAt(0).toLowerCase() + type.slice(1);
  return { ...retrieve({ title, name }, { type, properties }, filter), directives: ['all'] };
}
