/** VersionInfo: the version of the API that answers. */
import type { Catalogue } from '../../catalogue/index.ts';
import { decodeObject } from '../wire/decode.ts';
import { messageElement } from '../wire/envelope.ts';
import { objectsAt, textAt, type SoapObject } from '../wire/soapObject.ts';
import { child, type XmlElement } from '../wire/xmlTree.ts';

export interface Version {
  readonly version: string;
  /** As the server wrote it; see `serverTime`. */
  readonly date: string;
  readonly notes: string;
}

export interface VersionInfo extends Version {
  /** Earlier versions, when they were asked for. */
  readonly history: readonly Version[];
}

export function writeVersionInfo(history: boolean): string {
  return messageElement(
    'VersionInfoRequestMsg',
    `<IncludeVersionHistory>${String(history)}</IncludeVersionHistory>`,
  );
}

export function readVersionInfo(catalogue: Catalogue, message: XmlElement): VersionInfo {
  const info = decodeObject(catalogue, child(message, 'VersionInfo') ?? message, 'VersionInfoResponse');
  return { ...version(info), history: objectsAt(info, 'VersionHistory').map(version) };
}

function version(info: SoapObject): Version {
  return {
    version: textAt(info, 'Version') ?? '',
    date: textAt(info, 'VersionDate') ?? '',
    notes: textAt(info, 'Notes') ?? '',
  };
}
