/** GetSystemStatus: whether the service is up. The vendor asks for no more than one call in ten minutes. */
import { messageElement } from '../wire/envelope.ts';
import { child, childText, type XmlElement } from '../wire/xmlTree.ts';
import { rejection } from './results.ts';

export interface SystemStatus {
  /** `OK`, `UnplannedOutage`, `InMaintenance`, or a word that is newer than the schema. */
  readonly status: string;
  readonly message: string;
}

export function writeSystemStatus(): string {
  return messageElement('SystemStatusRequestMsg', '<Options/>');
}

/** @throws MarketingCloudError `request-rejected` */
export function readSystemStatus(message: XmlElement): SystemStatus {
  const error = rejection(message, 'GetSystemStatus');
  if (error !== undefined) throw error;
  const result = child(child(message, 'Results') ?? message, 'Result') ?? message;
  return {
    status: childText(result, 'SystemStatus') ?? '',
    message: childText(result, 'StatusMessage') ?? '',
  };
}
