/** What a person is told of a step that did not succeed. */
import {
  failureText,
  type AssertionOutcome,
  type Refusal,
  type StepFailure,
  type StepOutcome,
} from '../../runs/index.ts';
import type { ResultError } from '../../shared/resultMessages.ts';
import { describeError } from '../errors/describeError.ts';

export function explainFailure(failure: StepFailure, outcome: Omit<StepOutcome, 'failure'>): ResultError {
  switch (failure.kind) {
    case 'unresolved':
      return { title: failure.message, advice: 'Correct it, then run the request again. Nothing was sent.' };
    case 'thrown':
      return explainThrown(failure, outcome.assertions);
    case 'service':
      return explainRefusal(failure, outcome.status);
    case 'assertion': {
      const { title, lines } = notHeld(outcome.assertions);
      return { title, advice: lines };
    }
  }
}

/** With what came before: a connection that breaks off, or a file that cannot be written, hides none of it. */
function explainThrown(
  { error, refusal }: Extract<StepFailure, { kind: 'thrown' }>,
  assertions: readonly AssertionOutcome[],
): ResultError {
  const { title, advice, serverMessage } = describeError(error);
  const refused = refusal && explainRefusal(refusal, 'failed');
  const broken = assertions.every(({ passed }) => passed) ? undefined : notHeld(assertions);
  const words = [serverMessage, refused?.serverMessage].filter((text) => text !== undefined && text !== '');
  return {
    title,
    advice: [
      advice,
      ...(refused === undefined ? [] : [`Before that: ${refused.title} ${refused.advice}`]),
      ...(broken === undefined ? [] : [broken.title, broken.lines]),
    ].join('\n'),
    ...(words.length === 0 ? {} : { serverMessage: words.join('\n') }),
  };
}

function explainRefusal({ objects, message }: Refusal, status: StepOutcome['status']): ResultError {
  const title =
    status === 'partial' || objects.length > 1
      ? 'Objects were refused.'
      : 'The service rejected the request.';
  const advice =
    objects.length === 0
      ? 'Its own words say why.'
      : 'Each object that failed is marked in the file, with the service’s words; the table has them too.';
  return { title, advice, serverMessage: message };
}

function notHeld(assertions: readonly AssertionOutcome[]): {
  readonly title: string;
  readonly lines: string;
} {
  const failed = assertions.filter(({ passed }) => !passed);
  return {
    title: `${String(failed.length)} of ${String(assertions.length)} assertions do not hold.`,
    lines: failed.map(failureText).join('\n'),
  };
}
