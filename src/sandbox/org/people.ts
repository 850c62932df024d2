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

/** Somebody who left, as it was logged. */
export interface LoggedUnsubscribe extends Owned {
  /** 0 when no send was named. */
  readonly sendId: number;
  readonly subscriberKey: string;
  readonly at: number;
  /** Undefined for the list of all subscribers. */
  readonly listId: number | undefined;
}

/** A profile attribute of subscribers, as Describe shows it among the extended properties. */
export interface ProfileAttribute {
  readonly id: number;
  name: string;
  /** `string`, `boolean`, `double` or `datetime`. */
  type: string;
  description: string;
  maxLength: number | undefined;
  isRequired: boolean;
  isViewable: boolean;
  isEditable: boolean;
  isSendTime: boolean;
  /** What new subscribers have of it; empty for nothing. */
  defaultValue: string;
  /** The values that it can have; empty when it can have any. */
  options: readonly { readonly label: string; readonly value: string }[];
}

/** A profile attribute by its name, without regard to case. */
export function attributeNamed(
  attributes: readonly ProfileAttribute[],
  name: string,
): ProfileAttribute | undefined {
  return attributes.find((each) => each.name.toLowerCase() === name.toLowerCase());
}

/** True when a send reaches this member: neither gone from the list nor from the account. */
export function isReached(membership: Membership): boolean {
  return membership.status === 'Active' && membership.subscriber.status === 'Active';
}
