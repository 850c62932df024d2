/** The tracking extract: what happened to messages between two dates, a file for each kind in one archive (D1). */
import { reactionTime, type Reaction } from '../../org/sends/behaviour.ts';
import { messageTime, progressOf, type Send } from '../../org/sends/send.ts';
import { formatUsText, parseDate } from '../../serverTime.ts';
import { linkOf } from '../clickEvent.ts';
import { delimitedLine } from '../imports/delimited.ts';
import { isTrue, optional, required, type ExtractContext, type ExtractType } from './extract.ts';
import { zipOf, type ZipEntry } from './zip.ts';

/** One of the files: the parameter that asks for it, and what is in it. */
interface Part {
  readonly parameter: string;
  readonly file: string;
  readonly headings: readonly string[];
  readonly lines: (sends: readonly Send[], range: Range) => Iterable<readonly string[]>;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

const eventHeadings = ['ClientID', 'SendID', 'SubscriberKey', 'EmailAddress', 'EventDate', 'EventType'];

function events(
  parameter: string,
  file: string,
  type: string,
  time: (send: Send, index: number) => number | undefined,
): Part {
  const isClick = type === 'Click';
  return {
    parameter,
    file,
    headings: isClick ? [...eventHeadings, 'URL'] : eventHeadings,
    *lines(sends, { from, to }) {
      for (const send of sends) {
        const { sent } = progressOf(send, to);
        for (let index = 0; index < sent; index++) {
          const at = time(send, index);
          if (at === undefined || at < from || at > to) continue;
          const key = send.audience.keyAt(index);
          const line = [String(send.mid), String(send.id), key, '', formatUsText(at), type];
          yield isClick ? [...line, send.email.links[linkOf({ send, index })] ?? ''] : line;
        }
      }
    },
  };
}

const reaction =
  (kind: Reaction) =>
  (send: Send, index: number): number | undefined =>
    reactionTime(send, kind, index);

const bounced = (send: Send, index: number): number | undefined =>
  reactionTime(send, 'hardBounce', index) ??
  reactionTime(send, 'softBounce', index) ??
  reactionTime(send, 'otherBounce', index);

const parts: readonly Part[] = [
  events('ExtractSent', 'Sent.csv', 'Sent', messageTime),
  events('ExtractOpens', 'Opens.csv', 'Open', reaction('open')),
  events('ExtractClicks', 'Clicks.csv', 'Click', reaction('click')),
  events('ExtractBounces', 'Bounces.csv', 'Bounce', bounced),
  events('ExtractUnsubs', 'Unsubs.csv', 'Unsubscribe', reaction('unsubscribe')),
  {
    parameter: 'ExtractSendJobs',
    file: 'SendJobs.csv',
    headings: [
      'ClientID',
      'SendID',
      'FromName',
      'FromEmail',
      'SchedTime',
      'SentTime',
      'Subject',
      'EmailName',
      'SendStatus',
    ],
    *lines(sends, { to }) {
      for (const send of sends) {
        const { status, finishedAt } = progressOf(send, to);
        yield [
          String(send.mid),
          String(send.id),
          send.fromName,
          send.fromAddress,
          formatUsText(send.startsAt),
          finishedAt === undefined ? '' : formatUsText(finishedAt),
          send.subject,
          send.email.name,
          status,
        ];
      }
    },
  },
];

export const trackingExtract: ExtractType = {
  id: 'c7219016-a7f0-4c72-8657-1ec12c28a0db',
  name: 'Tracking Extract',
  scope: 'tracking_events_read',
  parameters: [
    required('StartDate', 'datetime'),
    required('EndDate', 'datetime'),
    required('OutputFileName'),
    ...parts.map(({ parameter }) => optional(parameter, 'bool')),
    ...['AccountIDs', 'SendIDs', 'Format', 'ColumnDelimiter', 'CharacterEncoding', 'TextQualifier'].map(
      (name) => optional(name),
    ),
    ...['NotificationEmail', 'Timezone', 'Attributes'].map((name) => optional(name)),
    ...['QuoteText', 'UnicodeOutput', 'UseIDs', 'UseLocalTZinQuery', 'IncludeMilliseconds'].map((name) =>
      optional(name, 'bool'),
    ),
    ...['IncludeTestSends', 'IncludeUnsubReason', 'IncludeInferredOpens'].map((name) =>
      optional(name, 'bool'),
    ),
    optional('_AsyncID', 'integer'),
  ],
  run: (context) => {
    const range = {
      from: parseDate(context.parameter('StartDate') ?? '') ?? 0,
      to: Math.min(context.now, parseDate(context.parameter('EndDate') ?? '') ?? context.now),
    };
    const delimiter = context.parameter('ColumnDelimiter') ?? ',';
    const sends = sendsOf(context, range);
    const wanted = parts.filter(({ parameter }) => isTrue(context.parameter(parameter)));
    if (wanted.length === 0) return 'The extract asks for nothing: set ExtractSent or another to true.';
    return zipOf(
      wanted.map(({ file, headings, lines }): ZipEntry => {
        let text = delimitedLine(headings, delimiter);
        for (const line of lines(sends, range)) text += delimitedLine(line, delimiter);
        return { name: file, content: Buffer.from(text) };
      }),
    );
  },
};

function sendsOf({ org, account, now, parameter }: ExtractContext, { to }: Range): readonly Send[] {
  const ids = parameter('SendIDs')?.split(',').map(Number);
  return org.sends
    .until(now)
    .filter((send) => send.mid === account.mid && send.startsAt <= to && ids?.includes(send.id) !== false);
}
