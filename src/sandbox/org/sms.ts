/** Text messages. */
import type { Owned } from './collection.ts';

export interface SmsMessage extends Owned {
  readonly objectId: string;
  readonly sendId: string;
  readonly definitionKey: string;
  readonly number: string;
  readonly subscriberKey: string;
  readonly text: string;
  readonly fromAddress: string;
  readonly askedAt: number;
  readonly sentAt: number;
}
