/** What a person is told when a run is over and not all of it went well: one sentence, whatever failed (best-practices row B6). */
import { unexplainedDelete, type StepOutcome, type Unexplained } from '../../runs/index.ts';

export interface FailureNotice {
  readonly message: string;
  /** Of a Delete that does not say what is wrong. */
  readonly unexplained?: Unexplained;
}

/** Longest part of the service's words in a notification; the result has them whole. */
const longest = 200;

/** Undefined when nothing failed that was sent; what was not sent is told where it stands. */
export function failureNotice(outcomes: readonly StepOutcome[]): FailureNotice | undefined {
  const failed = outcomes.filter(
    ({ start, status }) => start !== undefined && (status === 'failed' || status === 'partial'),
  );
  const [first] = failed;
  if (first === undefined) return undefined;
  const { title, failure } = first;
  const words = failure !== undefined && 'message' in failure ? `: ${cut(failure.message)}` : '.';
  const message =
    failed.length === 1
      ? `“${title}” failed${words}`
      : `${String(failed.length)} of ${String(outcomes.length)} requests failed, first “${title}”${words}`;
  const unexplained = failed.map(unexplainedDelete).find((found) => found !== undefined);
  return { message, ...(unexplained === undefined ? {} : { unexplained }) };
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
