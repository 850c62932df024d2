/** VersionInfo: which version of the service this is. */
import { ApiStruct } from '../message/value.ts';
import type { OperationHandler } from './operation.ts';

/** Newest first. What the real service answers here was never recorded; these are the sandbox's own. */
const versions = [
  { version: '1.1', date: '2024-06-01T00:00:00', notes: 'Marketing Cloud SOAP sandbox' },
  { version: '1.0', date: '2024-01-01T00:00:00', notes: 'First version' },
] as const;

export const versionInfo: OperationHandler = {
  name: 'VersionInfo',
  run: (call) => {
    const [current, ...older] = versions;
    const info = new ApiStruct('VersionInfoResponse', membersOf(current));
    if (call.message.flag('IncludeVersionHistory') === true) {
      for (const version of older)
        info.add('VersionHistory', new ApiStruct('VersionInfoResponse', membersOf(version)));
    }
    return {
      outcome: 'OK',
      message: new ApiStruct('/VersionInfoResponseMsg', { VersionInfo: info, RequestID: call.requestId }),
    };
  },
};

function membersOf({ version, date, notes }: (typeof versions)[number]): Record<string, string> {
  return { Version: version, VersionDate: date, Notes: notes };
}
