/** Retrieves what became of the messages of a send: its totals, links, lists, and the events of each kind (row A14). */
import * as l10n from '@vscode/l10n';
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
  stage: 'after',
  title: l10n.t('Retrieve Tracking'),
  description: l10n.t('Totals, links and single events of a send'),
  questions: [
    pick('send', 'sends', l10n.t('Send')),
    text(
      'kinds',
      l10n.t('Kinds of events'),
      l10n.t('Of {0}, separated by commas; may be empty', kinds.join(', ')),
      {
        initial: 'BounceEvent, UnsubEvent',
        check: (value) => {
          const wrong = partsOf(value).find((kind) => !kinds.includes(kind));
          return wrong === undefined ? undefined : l10n.t('{0} is none of {1}.', wrong, kinds.join(', '));
        },
      },
    ),
    text('since', l10n.t('Events since'), l10n.t('Date and time with offset; empty for all of the send'), {
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
      l10n.t('Totals of the send'),
      'Send',
      ['ID', 'EmailName', 'Status', ...totals, 'UniqueClicks', 'Unsubscribes'],
      equals('ID', send),
    ),
    all(
      l10n.t('Its links'),
      'LinkSend',
      ['ID', 'Link.URL', 'Link.Alias', 'Link.TotalClicks', 'Link.UniqueClicks'],
      equals('SendID', send),
    ),
    all(
      l10n.t('By list'),
      'ListSend',
      ['SendID', 'List.ID', 'NumberSent', 'NumberDelivered', 'UniqueOpens'],
      equals('SendID', send),
    ),
    ...events.map((kind) =>
      all(
        l10n.t('Every {0}', kind),
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
