/** The output channel "Marketing Cloud": every call, without secrets, and what went wrong. */
import * as vscode from 'vscode';
import type { CallRecord } from '../../soap/index.ts';
import { formatBytes, formatDuration } from '../../views/index.ts';

export interface OutputLog {
  call(record: CallRecord): void;
  warn(text: string): void;
  show(): void;
  dispose(): void;
}

export function createOutputLog(): OutputLog {
  const channel = vscode.window.createOutputChannel('Marketing Cloud', { log: true });
  return {
    call: (record) => {
      if (record.outcome === 'ok') channel.info(callText(record));
      else if (record.retryIn === undefined) channel.error(callText(record));
      else channel.warn(callText(record));
    },
    warn: (text) => channel.warn(text),
    show: () => channel.show(),
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
