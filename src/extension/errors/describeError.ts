/** Turns anything that was thrown into words for a person. */
import * as l10n from '@vscode/l10n';
import { MarketingCloudError, redact } from '../../soap/pure.ts';
import type { ErrorText, ExportError } from '../../views/index.ts';
import { presentCode } from './present.ts';

/** An error whose message is already written for a person, of our own making. */
export class ExplainedError extends Error implements ErrorText {
  readonly title: string;
  readonly advice: string;

  constructor(title: string, advice: string) {
    super(title);
    this.title = title;
    this.advice = advice;
  }
}

export function describeError(error: unknown): ErrorText {
  if (error instanceof ExplainedError) return { title: error.title, advice: error.advice };
  if (error instanceof MarketingCloudError) return presentCode(error.code, error.message, error.facts);
  if (isExportError(error)) return { title: error.message, advice: l10n.t('No file was written.') };
  const message = redact(error instanceof Error ? error.message : String(error));
  return { title: message, advice: l10n.t('The log (Marketing Cloud: Show Log) may say more.') };
}

/** By its code: its class is loaded with the exporter, and not before. */
function isExportError(error: unknown): error is ExportError {
  const code: ExportError['code'] = 'not-exportable';
  return error instanceof Error && 'code' in error && error.code === code;
}

/** True when the person cancelled: nothing that needs to be said. */
export function isCancellation(error: unknown): boolean {
  return error instanceof MarketingCloudError && error.code === 'cancelled';
}
