/** LinkSend, ListSend and SendSummary: a send by its links, by its lists, and in a few numbers. */
import { ownedBy } from '../org/collection.ts';
import type { List } from '../org/people.ts';
import { reactionCounts, reactionTime, type Reaction } from '../org/sends/behaviour.ts';
import { progressOf, type Send } from '../org/sends/send.ts';
import { catalogueRows } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import { formatUsText } from '../serverTime.ts';
import type { ApiObject, RetrieveScope } from './apiObject.ts';
import { linkOf } from './clickEvent.ts';

function* sendsIn({ org, accounts, only, now }: RetrieveScope): Iterable<Send> {
  const wanted = only('SendID')?.map(Number);
  for (const send of ownedBy(org.sends.until(now), accounts)) {
    if (wanted?.includes(send.id) !== false) yield send;
  }
}

interface LinkRow {
  readonly send: Send;
  readonly link: number;
}

export const linkSend: ApiObject = {
  type: 'LinkSend',
  retrieve: (scope) => {
    const clicks = clicksUntil(scope.now);
    return catalogueRows<LinkRow>({
      type: 'LinkSend',
      scan: (from, visit) => scanInOrder(linkRows(scope), from, visit),
      values: {
        ID: ({ send, link }) => send.id * 10 + link,
        SendID: ({ send }) => send.id,
        'Client.ID': ({ send }) => send.mid,
        'Link.ID': ({ send, link }) => send.email.id * 10 + link,
        'Link.URL': ({ send, link }) => send.email.links[link],
        'Link.Alias': () => '',
        'Link.TotalClicks': ({ send, link }) => clicks(send)[link],
        'Link.UniqueClicks': ({ send, link }) => clicks(send)[link],
      },
    });
  },
};

function* linkRows(scope: RetrieveScope): Iterable<LinkRow> {
  for (const send of sendsIn(scope)) {
    for (const link of send.email.links.keys()) yield { send, link };
  }
}

/** How often each link of a send was clicked; counted once for each send. */
function clicksUntil(now: number): (send: Send) => readonly number[] {
  const known = new WeakMap<Send, number[]>();
  return (send) => {
    const counted = known.get(send);
    if (counted !== undefined) return counted;
    const counts = send.email.links.map(() => 0);
    const { sent } = progressOf(send, now);
    for (let index = 0; index < sent; index++) {
      const at = reactionTime(send, 'click', index);
      const link = linkOf({ send, index });
      if (at !== undefined && at <= now) counts[link] = (counts[link] ?? 0) + 1;
    }
    known.set(send, counts);
    return counts;
  };
}

interface ListRow {
  readonly send: Send;
  readonly list: List;
  readonly number: number;
}

/** The numbers of a send are given in full for its first list: the service's way of sharing them out is not known. */
export const listSend: ApiObject = {
  type: 'ListSend',
  retrieve: (scope) => {
    const { now } = scope;
    const own = (value: (send: Send) => number) => {
      return ({ send, number }: ListRow): number => (number === 0 ? value(send) : 0);
    };
    const count = (...kinds: readonly Reaction[]): ((row: ListRow) => number) =>
      own((send) => {
        const counts = reactionCounts(send, now);
        return kinds.reduce((sum, kind) => sum + counts[kind], 0);
      });
    const sent = (send: Send): number => progressOf(send, now).sent;
    const bounces = (send: Send): number => {
      const { hardBounce, softBounce, otherBounce } = reactionCounts(send, now);
      return hardBounce + softBounce + otherBounce;
    };
    return catalogueRows<ListRow>({
      type: 'ListSend',
      scan: (from, visit) => scanInOrder(listRows(scope), from, visit),
      values: {
        ID: ({ send, number }) => send.id * 10 + number,
        SendID: ({ send }) => send.id,
        'Client.ID': ({ send }) => send.mid,
        'List.ID': ({ list }) => list.id,
        'List.ListName': ({ list }) => list.name,
        Duplicates: () => 0,
        InvalidAddresses: () => 0,
        MissingAddresses: () => 0,
        ExistingUndeliverables: () => 0,
        ExistingUnsubscribes: () => 0,
        HardBounces: count('hardBounce'),
        SoftBounces: count('softBounce'),
        OtherBounces: count('otherBounce'),
        ForwardedEmails: count('forward'),
        UniqueClicks: count('click'),
        UniqueOpens: count('open'),
        Unsubscribes: count('unsubscribe'),
        NumberSent: own(sent),
        NumberDelivered: own((send) => sent(send) - bounces(send)),
      },
    });
  },
};

function* listRows(scope: RetrieveScope): Iterable<ListRow> {
  const { org } = scope;
  for (const send of sendsIn(scope)) {
    const definition = org.sendDefinitions.find(send.mid, 'key', send.definition?.key ?? '');
    const ids = definition?.lists.flatMap(({ listId }) => listId ?? []) ?? send.listIds ?? [];
    for (const [number, id] of ids.entries()) {
      const list = org.lists.find(send.mid, 'id', id);
      if (list !== undefined) yield { send, list, number };
    }
  }
}

/** Describe says nothing of it; its properties are those of the schema. It wants a filter by SendID (observed). */
export const sendSummary: ApiObject = {
  type: 'SendSummary',
  retrieve: (scope) => {
    if (scope.only('SendID') === undefined) return 'A filter by SendID is required.';
    const { org, now } = scope;
    return catalogueRows<Send>({
      type: 'SendSummary',
      retrievable: [
        'AccountID',
        'AccountName',
        'AccountEmail',
        'SendID',
        'DeliveredTime',
        'TotalSent',
        'Client.ID',
      ],
      scan: (from, visit) => scanInOrder(sendsIn(scope), from, visit),
      values: {
        AccountID: (send) => send.mid,
        AccountName: (send) => org.account(send.mid)?.name,
        AccountEmail: (send) => org.account(send.mid)?.email,
        'Client.ID': (send) => send.mid,
        SendID: (send) => send.id,
        DeliveredTime: (send) => {
          const { finishedAt } = progressOf(send, now);
          return finishedAt === undefined ? '' : formatUsText(finishedAt);
        },
        TotalSent: (send) => progressOf(send, now).sent,
      },
    });
  },
};
