/** `/_sandbox/objects`: how much of everything the org holds and, with `?of=` and `?like=`, what there is of a kind. */
import type { Owned } from '../../org/collection.ts';
import type { Org } from '../../org/org.ts';
import { jsonReply, type HttpReply, type HttpRequest } from '../exchange.ts';
import type { Site } from './site.ts';

/** An object as the page shows it. */
interface Shown extends Owned {
  readonly name: string;
  readonly key: string;
}

interface Kind {
  readonly count: (org: Org, now: number) => number;
  readonly items: (org: Org, now: number) => Iterable<Shown>;
}

/** At most so many are shown. */
const most = 100;

interface Source<Item> {
  readonly size: number;
  all(): Iterable<Item>;
}

function collected<Item extends Owned>(
  source: (org: Org) => Source<Item>,
  shown: (item: Item) => Omit<Shown, 'mid'>,
): Kind {
  return {
    count: (org) => source(org).size,
    *items(org) {
      for (const item of source(org).all()) yield { mid: item.mid, ...shown(item) };
    },
  };
}

function listed(items: (org: Org, now: number) => readonly Shown[]): Kind {
  return { count: (org, now) => items(org, now).length, items };
}

/** Those that have a name and a key of their own. */
function keyed<Item extends Owned & { readonly name: string; readonly key: string }>(
  source: (org: Org) => Source<Item>,
): Kind {
  return collected(source, ({ name, key }) => ({ name, key }));
}

const kept = (type: string): Kind => keyed((org) => org.kept.of(type));

/** What is counted and shown. A new kind is a row here. */
const kinds: Readonly<Record<string, Kind>> = {
  'Data extensions': keyed((org) => org.dataExtensions),
  Folders: keyed((org) => org.folders),
  Lists: keyed((org) => org.lists),
  Groups: collected(
    (org) => org.groups,
    ({ name, objectId }) => ({ name, key: objectId }),
  ),
  Subscribers: collected(
    (org) => org.subscribers,
    ({ email, key }) => ({ name: email, key }),
  ),
  'E-mails': keyed((org) => org.emails),
  'Send definitions': keyed((org) => org.sendDefinitions),
  'Triggered send definitions': keyed((org) => org.triggeredSendDefinitions),
  'Query definitions': kept('QueryDefinition'),
  'Filter definitions': kept('FilterDefinition'),
  'Suppression lists': kept('SuppressionListDefinition'),
  'File triggers': kept('FileTrigger'),
  'Import definitions': kept('ImportDefinition'),
  Automations: kept('Automation'),
  Sends: listed((org, now) =>
    org.sends.until(now).map(({ mid, id, email }) => ({ mid, name: email.name, key: String(id) })),
  ),
  'Import runs': listed((org) =>
    org.imports.map(({ mid, definitionKey, status }) => ({ mid, name: status, key: definitionKey })),
  ),
  'Asynchronous requests': listed((org, now) =>
    [...org.asyncRequests.all(now)].map(({ mid, requestId, operation, status }) => ({
      mid,
      name: `${operation}: ${status}`,
      key: requestId,
    })),
  ),
  Users: collected(
    (org) => org.users,
    ({ name, userId }) => ({ name, key: userId }),
  ),
  Files: listed((org) =>
    org.files.list().map(({ folder, name }) => ({ mid: org.enterprise.mid, name, key: folder })),
  ),
};

export function showObjects({ org, clock }: Site, { query }: HttpRequest): HttpReply {
  const now = clock.now();
  org.advance(now);
  const of = query.get('of');
  if (of !== null) return showKind(org, now, { of, like: query.get('like') ?? '' });
  return jsonReply(200, {
    accounts: org.accounts.map(({ mid, name }) => ({ mid, name })),
    counts: Object.fromEntries(Object.entries(kinds).map(([name, { count }]) => [name, count(org, now)])),
  });
}

/** The first of a kind in whose name or key a text is. */
function showKind(
  org: Org,
  now: number,
  { of, like }: { readonly of: string; readonly like: string },
): HttpReply {
  const kind = Object.hasOwn(kinds, of) ? kinds[of] : undefined;
  if (kind === undefined) {
    return jsonReply(400, { error: `There is no kind "${of}"; there are ${Object.keys(kinds).join(', ')}.` });
  }
  const sought = like.toLowerCase();
  const items: Shown[] = [];
  let found = 0;
  for (const item of kind.items(org, now)) {
    if (![item.name, item.key].some((text) => text.toLowerCase().includes(sought))) continue;
    found += 1;
    if (items.length < most) items.push(item);
  }
  return jsonReply(200, { found, items });
}
