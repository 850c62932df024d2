/** E-mails, and what says how they are sent. */
import type { Owned } from './collection.ts';
import type { KeptObject } from './kept.ts';
import type { TriggeredJob } from './sends/triggeredJob.ts';

export interface Email extends Owned {
  readonly id: number;
  readonly key: string;
  name: string;
  subject: string;
  preHeader: string;
  folderId: number;
  htmlBody: string;
  textBody: string;
  /** The links in it, which click events name. */
  links: readonly string[];
  readonly createdAt: number;
  modifiedAt: number;
}

export interface SendClassification extends Owned {
  readonly objectId: string;
  readonly key: string;
  name: string;
  description: string;
  /** `Marketing` or `Operational`. */
  type: string;
  senderProfile: KeptObject;
  deliveryProfile: KeptObject;
  archiveEmail: boolean;
  readonly createdAt: number;
  modifiedAt: number;
}

/** The profiles that a definition names itself; they go before those of its classification. */
export interface OwnProfiles {
  senderProfile: KeptObject | undefined;
  deliveryProfile: KeptObject | undefined;
}

type Profiled = Readonly<OwnProfiles> & { readonly classification: SendClassification };

export function senderProfileOf({ classification, senderProfile }: Profiled): KeptObject {
  return senderProfile ?? classification.senderProfile;
}

export function deliveryProfileOf({ classification, deliveryProfile }: Profiled): KeptObject {
  return deliveryProfile ?? classification.deliveryProfile;
}

/** Who the sends of a definition are from, as its sender profile has it now. */
export function senderOf(definition: Profiled): { readonly fromName: string; readonly fromAddress: string } {
  const { content } = senderProfileOf(definition);
  return { fromName: content.text('FromName', ''), fromAddress: content.text('FromAddress', '') };
}

/** One audience of a send definition: a list, or a data extension by its ObjectID. */
export interface SendList {
  readonly objectId: string;
  /** `SourceList`, `ExclusionList`, … */
  readonly type: string;
  /** `List`, `CustomObject`, … */
  readonly source: string;
  readonly listId: number | undefined;
  readonly dataExtensionId: string | undefined;
  readonly isTest: boolean;
  /** Whom a filter picks out, at the moment at which it is asked. */
  readonly keys?: () => Iterable<string>;
}

export interface SendDefinition extends Owned, OwnProfiles {
  readonly objectId: string;
  readonly key: string;
  name: string;
  description: string;
  folderId: number | undefined;
  classification: SendClassification;
  emailId: number;
  subject: string;
  lists: readonly SendList[];
  /** Whom its test sends go to besides its test lists: addresses with commas or semicolons between them. */
  testAddresses: string;
  isMultipart: boolean;
  deduplicate: boolean;
  readonly createdAt: number;
  modifiedAt: number;
}

export interface TriggeredSendDefinition extends Owned, OwnProfiles {
  readonly objectId: string;
  readonly key: string;
  name: string;
  description: string;
  /** `New`, `Inactive`, `Active`, `Canceled`, `Deleted` or `Moved`. */
  status: string;
  classification: SendClassification;
  emailId: number;
  listId: number;
  subject: string;
  folderId: number;
  fromName: string | undefined;
  fromAddress: string | undefined;
  bccEmail: string;
  isMultipart: boolean;
  autoAddSubscribers: boolean;
  autoUpdateSubscribers: boolean;
  /** `High`, `Medium` or `Low`: how soon its messages go out. */
  priority: string;
  suppressTracking: boolean;
  sendLimit: number;
  /** The key of the data extension that keeps the attributes of its messages. */
  sendSourceKey: string | undefined;
  /** What was asked for by TriggeredSend. */
  readonly job: TriggeredJob;
  readonly createdAt: number;
  modifiedAt: number;
  /** Messages in an hour that others than the caller ask for, for as long as it is active. */
  readonly perHour: number;
  /** When those stopped; undefined while it is active. */
  stoppedAt: number | undefined;
}
