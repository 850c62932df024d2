/**
 * What a filter of subscribers fills: a list or a group. Who is not picked out is not in it any more; who has left a list
 * by himself stays so, whatever is picked out (inferred).
 */
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
        const picked = new Set(subscribers.map(({ id }) => id));
        for (const [id, { status }] of [...list.members]) {
          if (status === 'Active' && !picked.has(id)) list.members.delete(id);
        }
        for (const subscriber of subscribers) {
          if (!list.members.has(subscriber.id)) putOnList(org, list, subscriber, { status: 'Active', now });
        }
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
