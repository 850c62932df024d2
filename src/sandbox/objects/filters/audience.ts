/** What a filter of subscribers fills: a list or a group. Those who were in it before are not any more (inferred). */
import { ApiStruct } from '../../message/value.ts';
import type { Subscriber } from '../../org/people.ts';
import type { Write } from '../apiObject.ts';
import { putOnList } from '../memberships.ts';
import { listNamed } from '../named.ts';

export interface FilledAudience {
  fill(subscribers: readonly Subscriber[]): void;
}

/** The list or group with this GUID. */
export function audienceNamed(
  place: Pick<Write, 'org' | 'account' | 'now'>,
  objectId: string | undefined,
): FilledAudience | undefined {
  const { org, account, now } = place;
  const list = listNamed(place, new ApiStruct('List', { ObjectID: objectId }));
  if (list !== undefined) {
    return {
      fill: (subscribers) => {
        list.members.clear();
        for (const subscriber of subscribers) putOnList(org, list, subscriber, { status: 'Active', now });
      },
    };
  }
  const group = org.groups.find(account.mid, 'objectId', objectId ?? '');
  if (group === undefined) return undefined;
  return {
    fill: (subscribers) => {
      group.members = subscribers.map(({ key }) => key);
      group.modifiedAt = now;
    },
  };
}
