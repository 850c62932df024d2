/** A failure with all that is known of it, for whoever asks why. */
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
  const asked = [
    facts.operation ?? 'A request',
    what === undefined ? '' : `for “${what}”`,
    where && `in ${where}`,
  ];
  const lines = [
    `Asked: ${asked.filter((part) => part !== undefined && part !== '').join(' ')}${facts.host === undefined ? '' : `, of ${facts.host}`}.`,
    ...(serverMessage === undefined ? [] : [`The service says: “${serverMessage}”`]),
    ...answerFacts(facts),
    '',
    `What to do: ${advice}`,
  ];
  return { title, detail: lines.join('\n') };
}

function answerFacts({ httpStatus, serverCode, requestId, attempts }: ErrorFacts): string[] {
  return [
    ...(httpStatus === undefined ? [] : [`HTTP status: ${String(httpStatus)}`]),
    ...(serverCode === undefined ? [] : [`Error code: ${String(serverCode)}`]),
    ...(attempts === undefined ? [] : [`Attempts: ${String(attempts)}`]),
    ...(requestId === undefined ? [] : [`Request ID, for the vendor’s support: ${requestId}`]),
  ];
}
