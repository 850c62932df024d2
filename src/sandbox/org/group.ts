/** Groups: subscribers of an account who were picked out, by a rule or by hand. */
import type { Owned } from './collection.ts';
import type { Subscriber } from './people.ts';

export interface Group extends Owned {
  readonly id: number;
  readonly objectId: string;
  readonly name: string;
  readonly description: string;
  readonly folderId: number;
  /** Who belongs to it at its next refresh; undefined for a group whose members were named. */
  readonly rule: { readonly attribute: string; readonly value: string } | undefined;
  /** The subscriber keys of its members as of the last refresh. */
  members: readonly string[];
  readonly createdAt: number;
  modifiedAt: number;
}

/** The active subscribers who belong to a group now. */
export function* membersOf(group: Group, subscribers: Iterable<Subscriber>): Iterable<string> {
  for (const subscriber of subscribers) {
    if (subscriber.mid !== group.mid || subscriber.status !== 'Active') continue;
    const fits =
      group.rule === undefined
        ? group.members.includes(subscriber.key)
        : subscriber.attributes.get(group.rule.attribute) === group.rule.value;
    if (fits) yield subscriber.key;
  }
}
