/** Makes the subscribers of an account and its lists. */
import type { Account } from '../org/account.ts';
import { membersOf, type Group } from '../org/group.ts';
import type { Org } from '../org/org.ts';
import { everybodysList, type List, type Subscriber } from '../org/people.ts';
import { guidOf, mix, mixFraction } from '../random.ts';
import type { FolderTree } from './folders.ts';
import { emailOf, keyOf, picks, placeOf, pools } from './people.ts';

export interface Subscribership {
  /** The number of the first person. */
  readonly first: number;
  readonly count: number;
  readonly lists: readonly ListSeed[];
  /** When the org begins. */
  readonly now: number;
}

export interface ListSeed {
  readonly name: string;
  readonly description: string;
  /** The share of subscribers who are on it. */
  readonly share: number;
  readonly isPublication?: boolean;
}

const day = 86_400_000;

/** Adds subscribers, the list of all of them, and further lists with a part of them. */
export function addSubscribers(org: Org, account: Account, folders: FolderTree, seed: Subscribership): void {
  const subscribers = Array.from({ length: seed.count }, (_, index) =>
    subscriberOf(org, account, seed, index),
  );
  for (const subscriber of subscribers) org.subscribers.add(subscriber);
  const everybody = { name: everybodysList, description: '', share: 1 };
  for (const each of [everybody, ...seed.lists]) {
    const list = listOf(org, account, folders, each);
    const lot = mix(org.randomSeed + account.mid, list.id);
    for (const subscriber of subscribers) {
      if (mixFraction(lot, subscriber.id) < each.share) join(org, list, subscriber, seed.now);
    }
    org.lists.add(list);
  }
}

/** A group of the subscribers with one value of an attribute. */
export interface GroupSeed {
  readonly name: string;
  readonly attribute: string;
  readonly value: string;
}

/** Adds groups, their members as of now. */
export function addGroups(
  org: Org,
  account: Account,
  folders: FolderTree,
  groups: readonly GroupSeed[],
): void {
  for (const { name, attribute, value } of groups) {
    const id = org.nextId('list');
    const group: Group = {
      mid: account.mid,
      id,
      objectId: guidOf(org.randomSeed + 104, id),
      name,
      description: `${attribute} is ${value}`,
      folderId: folders.at('list', []),
      rule: { attribute, value },
      members: [],
      createdAt: account.createdAt,
      modifiedAt: account.createdAt,
    };
    group.members = [...membersOf(group, org.subscribers.all())];
    org.groups.add(group);
  }
}

/** Most are active; the rest have left, bounce, or are held back because they bounced too often. */
function statusOf(lot: number): string {
  if (lot < 0.9) return 'Active';
  if (lot < 0.96) return 'Unsubscribed';
  return lot < 0.985 ? 'Bounced' : 'Held';
}

function subscriberOf(org: Org, account: Account, { first, now }: Subscribership, index: number): Subscriber {
  const person = first + index;
  const status = statusOf(mixFraction(org.randomSeed + 3, person));
  const createdAt = now - day * (30 + (mix(org.randomSeed + 4, person) % 1500)) + (index % 86_400) * 1000;
  return {
    mid: account.mid,
    id: org.nextId('subscriber'),
    key: keyOf(person),
    email: emailOf(person),
    status,
    emailType: person % 23 === 0 ? 'Text' : 'HTML',
    createdAt,
    unsubscribedAt: status === 'Unsubscribed' ? createdAt + 20 * day : undefined,
    attributes: new Map([
      ['First Name', pools.firstNames[picks.firstName(person)] ?? ''],
      ['Last Name', pools.lastNames[picks.lastName(person)] ?? ''],
      ['City', placeOf(person)?.city ?? ''],
    ]),
  };
}

function listOf(org: Org, account: Account, folders: FolderTree, seed: ListSeed): List {
  const id = org.nextId('list');
  const isPublication = seed.isPublication ?? false;
  const folderId = folders.at(isPublication ? 'publication' : 'list', []);
  return {
    mid: account.mid,
    id,
    objectId: guidOf(org.randomSeed + 103, id),
    // The pattern of keys that nobody chose, and that this list is private, are recorded.
    key: `${seed.name} - ${String(folderId)}`,
    name: seed.name,
    description: seed.description,
    folderId,
    type: seed.name === everybodysList ? 'Private' : 'Public',
    classification: isPublication ? 'PublicationList' : 'ExactTargetList',
    members: new Map(),
    createdAt: account.createdAt,
    modifiedAt: account.createdAt,
  };
}

function join(org: Org, list: List, subscriber: Subscriber, now: number): void {
  const left = list.name !== everybodysList && mixFraction(list.id, subscriber.id + 1) < 0.03;
  const status = left ? 'Unsubscribed' : subscriber.status;
  const createdAt = subscriber.createdAt + day;
  list.members.set(subscriber.id, {
    id: org.nextId('membership'),
    subscriber,
    status,
    createdAt,
    modifiedAt: Math.min(now, createdAt + (left ? 9 * day : 0)),
    unsubscribedAt: status === 'Unsubscribed' ? createdAt + 9 * day : undefined,
  });
}
