/** The log: every call, without secrets, and what went wrong, in the output channel "Marketing Cloud" and in a file. */
import * as vscode from 'vscode';
import type { CallRecord } from '../../soap/index.ts';
import { formatBytes, formatDuration } from '../../views/index.ts';
import { LogFile } from './logFile.ts';

/** What a call was made through. */
export interface CallPlace {
  /** Name of the connection. */
  readonly connection: string;
  /** Of the business unit. */
  readonly mid: number;
}

export interface OutputLog {
  /** @param where connection and business unit. */
  call(record: CallRecord, where: CallPlace): void;
  warn(text: string): void;
  show(): void;
  /** Removes what the settings no longer let be kept. */
  clean(): Promise<void>;
  /** Resolves once the file has everything. */
  flush(): Promise<void>;
  dispose(): void;
}

interface Keeping {
  /** Where the files are. */
  readonly folder: string;
  /** Days for which they are kept; 0 for none. */
  readonly keepDays: () => number;
}

export function createOutputLog({ folder, keepDays }: Keeping): OutputLog {
  const channel = vscode.window.createOutputChannel('Marketing Cloud', { log: true });
  const file = new LogFile({
    ...{ folder, keepDays },
    failed: (error) => channel.warn(`The log file cannot be written: ${String(error)}`),
  });
  return {
    call: (record, where) => {
      file.add({ kind: 'call', ...record, ...where });
      if (record.outcome === 'ok') channel.info(callText(record));
      else if (record.retryIn === undefined) channel.error(callText(record));
      else channel.warn(callText(record));
    },
    warn: (text) => {
      file.add({ kind: 'warning', text });
      channel.warn(text);
    },
    show: () => channel.show(),
    clean: () => file.clean(),
    flush: () => file.flush(),
    dispose: () => channel.dispose(),
  };
}

function callText(record: CallRecord): string {
  const { operation, subject, attempt, total, requestBytes, responseBytes, outcome, message } = record;
  const { queued, requestId, correlationId, retryIn } = record;
  const parts = [
    subject === undefined || subject === '' ? operation : `${operation} ${subject}`,
    outcome,
    formatDuration(total),
    ...(queued < 1 ? [] : [`${formatDuration(queued)} in the queue`]),
    `${formatBytes(requestBytes)} sent, ${formatBytes(responseBytes)} received`,
    ...(attempt === 1 ? [] : [`attempt ${String(attempt)}`]),
    ...(requestId === undefined ? [] : [`RequestID ${requestId}`]),
    ...(correlationId === undefined ? [] : [`CorrelationID ${correlationId}`]),
    ...(message === undefined ? [] : [message]),
    ...(retryIn === undefined ? [] : [`another attempt in ${formatDuration(retryIn)}`]),
  ];
  return parts.join(' · ');
}
