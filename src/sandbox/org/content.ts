/** E-mails, and what says how they are sent. */
import type { Owned } from './collection.ts';

export interface Email extends Owned {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly subject: string;
  readonly preHeader: string;
  readonly folderId: number;
  readonly htmlBody: string;
  readonly textBody: string;
  /** The links in it, which click events name. */
  readonly links: readonly string[];
  readonly createdAt: number;
  readonly modifiedAt: number;
}

export interface SendClassification extends Owned {
  readonly objectId: string;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** `Marketing` or `Operational`. */
  readonly type: string;
  readonly senderProfile: SenderProfile;
  readonly deliveryProfile: { readonly objectId: string; readonly key: string };
  readonly createdAt: number;
}

export interface SenderProfile {
  readonly objectId: string;
  readonly key: string;
  readonly fromName: string;
  readonly fromAddress: string;
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
}

export interface SendDefinition extends Owned {
  readonly objectId: string;
  readonly key: string;
  name: string;
  description: string;
  folderId: number | undefined;
  classification: SendClassification;
  emailId: number;
  subject: string;
  lists: readonly SendList[];
  isMultipart: boolean;
  deduplicate: boolean;
  readonly createdAt: number;
  modifiedAt: number;
}

export interface TriggeredSendDefinition extends Owned {
  readonly objectId: string;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** `New`, `Inactive`, `Active`, `Canceled`, `Deleted` or `Moved`. */
  readonly status: string;
  readonly classification: SendClassification;
  readonly emailId: number;
  readonly listId: number;
  readonly subject: string;
  readonly folderId: number;
  readonly createdAt: number;
  /** Messages in an hour while it is active. */
  readonly perHour: number;
  /** When it stopped sending; undefined while it is active. */
  readonly stoppedAt: number | undefined;
}
