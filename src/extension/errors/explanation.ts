/** A failure with all that is known of it, for whoever asks why. */
import * as l10n from '@vscode/l10n';
import { MarketingCloudError, type ErrorFacts } from '../../soap/pure.ts';
import { describeError } from './describeError.ts';

/** All that is known of a failure, for a person. @param what the node whose children were asked for */
export function explanation(
  error: unknown,
  what: string | undefined,
  where: string | undefined,
): { readonly title: string; readonly detail: string } {
  const { title, advice, serverMessage } = describeError(error);
  const facts = error instanceof MarketingCloudError ? error.facts : {};

  const lines = [
    askedText(facts.operation ?? l10n.t('A request'), what, where),
    ...(serverMessage === undefined ? [] : [l10n.t('The service says: “{0}”', serverMessage)]),
    ...answerFacts(facts),
    '',
    l10n.t('What to do: {0}', advice),
  ];
  return { title, detail: lines.join('\n') };
}

function askedText(operation: string, what: string | undefined, where: string | undefined): string {
  if (what !== undefined && where !== undefined)
    return l10n.t('Asked: {0} for “{1}” in {2}.', operation, what, where);
  if (what !== undefined) return l10n.t('Asked: {0} for “{1}”.', operation, what);
  if (where !== undefined) return l10n.t('Asked: {0} in {1}.', operation, where);
  return l10n.t('Asked: {0}.', operation);
}

function answerFacts({ host, httpStatus, serverCode, requestId, attempts }: ErrorFacts): string[] {
  return [
    ...(host === undefined ? [] : [l10n.t('Host: {0}', host)]),
    ...(httpStatus === undefined ? [] : [l10n.t('HTTP status: {0}', httpStatus)]),
    ...(serverCode === undefined ? [] : [l10n.t('Error code: {0}', serverCode)]),
    ...(attempts === undefined ? [] : [l10n.t('Attempts: {0}', attempts)]),
    ...(requestId === undefined ? [] : [l10n.t('Request ID, for the vendor’s support: {0}', requestId)]),
  ];
}
