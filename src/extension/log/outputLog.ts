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
    call: (record) =>
      record.outcome === 'ok' ? channel.info(callText(record)) : channel.error(callText(record)),
    warn: (text) => channel.warn(text),
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}

function callText(record: CallRecord): string {
  const { operation, subject, attempt, total, requestBytes, responseBytes, requestId, outcome, message } =
    record;
  const parts = [
    subject === undefined || subject === '' ? operation : `${operation} ${subject}`,
    outcome,
    formatDuration(total),
    `${formatBytes(requestBytes)} sent, ${formatBytes(responseBytes)} received`,
    ...(attempt === 1 ? [] : [`attempt ${String(attempt)}`]),
    ...(requestId === undefined ? [] : [`RequestID ${requestId}`]),
    ...(message === undefined ? [] : [message]),
  ];
  return parts.join(' · ');
}
