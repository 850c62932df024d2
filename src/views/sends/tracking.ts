/** What became of a send's messages (best-practices row A14): its totals, and its links. */
import type { RetrieveQuery, SoapClient } from '../../soap/index.ts';
import { MarketingCloudError, numberAt, textAt, where, type SoapObject } from '../../soap/pure.ts';

export interface LinkClicks {
  readonly link: string;
  readonly clicks: number;
  /** People who clicked it. */
  readonly unique: number;
}

/** Totals as the service has added them up; a count that it does not give is undefined. */
export interface Tracking {
  readonly sent?: number;
  readonly delivered?: number;
  readonly hardBounces?: number;
  readonly softBounces?: number;
  readonly otherBounces?: number;
  readonly opens?: number;
  readonly clicks?: number;
  readonly unsubscribes?: number;
  readonly forwards?: number;
  /** The most clicked first. */
  readonly links: readonly LinkClicks[];
}

/** Which property of Send holds which total. */
const totals = {
  sent: 'NumberSent',
  delivered: 'NumberDelivered',
  hardBounces: 'HardBounces',
  softBounces: 'SoftBounces',
  otherBounces: 'OtherBounces',
  opens: 'UniqueOpens',
  clicks: 'UniqueClicks',
  unsubscribes: 'Unsubscribes',
  forwards: 'ForwardedEmails',
} as const satisfies Partial<Record<keyof Tracking, string>>;

function totalsQuery(id: number): RetrieveQuery {
  return {
    objectType: 'Send',
    properties: ['ID', ...Object.values(totals)],
    filter: where('ID', 'equals', id),
  };
}

function linksQuery(id: number): RetrieveQuery {
  return {
    objectType: 'LinkSend',
    properties: ['ID', 'Link.URL', 'Link.Alias', 'Link.TotalClicks', 'Link.UniqueClicks'],
    filter: where('SendID', 'equals', id),
  };
}

function clicksQuery(id: number): RetrieveQuery {
  return {
    objectType: 'ClickEvent',
    properties: ['SubscriberKey', 'URL'],
    filter: where('SendID', 'equals', id),
  };
}

/**
 * Totals and links of a send, as of now.
 * @throws MarketingCloudError
 */
export async function loadTracking(
  client: Pick<SoapClient, 'retrieveAll'>,
  id: number,
  signal?: AbortSignal,
): Promise<Tracking> {
  const options = signal === undefined ? {} : { signal };
  const [[send], links] = await Promise.all([
    client.retrieveAll(totalsQuery(id), options),
    loadLinks(client, id, options),
  ]);
  const counts = Object.entries(totals).flatMap(([name, property]) => {
    const count = send === undefined ? undefined : numberAt(send, property);
    return count === undefined ? [] : [[name, count] as const];
  });
  return { ...Object.fromEntries(counts), links: [...links].sort((a, b) => b.clicks - a.clicks) };
}

async function loadLinks(
  client: Pick<SoapClient, 'retrieveAll'>,
  id: number,
  options: { readonly signal?: AbortSignal },
): Promise<readonly LinkClicks[]> {
  try {
    return (await client.retrieveAll(linksQuery(id), options)).map(readLink);
  } catch (error) {
    if (!(error instanceof MarketingCloudError && error.code === 'request-rejected')) throw error;
    // An account that does not give out its sums per link gives out its clicks.
    return sumOfClicks(await client.retrieveAll(clicksQuery(id), options));
  }
}

function readLink(object: SoapObject): LinkClicks {
  const alias = textAt(object, 'Link.Alias') ?? '';
  return {
    link: alias === '' ? (textAt(object, 'Link.URL') ?? '') : alias,
    clicks: numberAt(object, 'Link.TotalClicks') ?? 0,
    unique: numberAt(object, 'Link.UniqueClicks') ?? 0,
  };
}

function sumOfClicks(events: readonly SoapObject[]): LinkClicks[] {
  const people = new Map<string, string[]>();
  for (const event of events) {
    const link = textAt(event, 'URL') ?? '';
    const known = people.get(link) ?? [];
    known.push(textAt(event, 'SubscriberKey') ?? '');
    people.set(link, known);
  }
  return [...people].map(([link, keys]) => ({ link, clicks: keys.length, unique: new Set(keys).size }));
}
