/** Subscribers, lists, and who is on which list. */
import type { Owned } from './collection.ts';

export interface Subscriber extends Owned {
  readonly id: number;
  readonly key: string;
  email: string;
  /** `Active`, `Bounced`, `Held`, `Unsubscribed` or `Deleted`. */
  status: string;
  /** `HTML` or `Text`. */
  emailType: string;
  readonly createdAt: number;
  unsubscribedAt: number | undefined;
  /** Values of the profile attributes, by their names. */
  readonly attributes: Map<string, string>;
}

/** A subscriber's place on one list. */
export interface Membership {
  readonly id: number;
  readonly subscriber: Subscriber;
  status: string;
  readonly createdAt: number;
  modifiedAt: number;
  unsubscribedAt: number | undefined;
}

export interface List extends Owned {
  readonly id: number;
  readonly objectId: string;
  key: string;
  name: string;
  description: string;
  folderId: number;
  type: string;
  /** `ExactTargetList`, `PublicationList` or `SuppressionList`. */
  readonly classification: string;
  /** Memberships by subscriber ID. */
  readonly members: Map<number, Membership>;
  readonly createdAt: number;
  modifiedAt: number;
}

/** The name of the list that everybody in an account is on. */
export const everybodysList = 'All Subscribers';

/** A profile attribute of subscribers, as Describe shows it among the extended properties. */
export interface ProfileAttribute {
  readonly name: string;
  /** `string`, `boolean`, `double` or `datetime`. */
  readonly type: string;
  readonly maxLength: number | undefined;
  readonly isRequired: boolean;
}

/** True when a send reaches this member: neither gone from the list nor from the account. */
export function isReached(membership: Membership): boolean {
  return membership.status === 'Active' && membership.subscriber.status === 'Active';
}
