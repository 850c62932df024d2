/** Waits for the service to finish what it has queued, and reads what became of each object. */
import { textAt, type ObjectResult, type RequestProgress, type SoapClient } from '../soap/index.ts';
import type { StepAnswer } from './exchange.ts';

export interface QueuedParts {
  readonly client: SoapClient;
  readonly signal: AbortSignal;
  /** Told each time the service has been asked. */
  readonly progress: (progress: RequestProgress) => void;
}

/**
 * What became of the objects of all queued calls, one after another; their ordinals count through the whole request.
 * @throws MarketingCloudError when it cannot be asked, or is not done in time; the request itself goes on.
 */
export async function* followQueued(
  answers: readonly StepAnswer[],
  { client, signal, progress }: QueuedParts,
): AsyncGenerator<RequestProgress> {
  for (const answer of answers) {
    const requestId = isQueued(answer) ? textAt(answer.content, 'RequestID') : undefined;
    if (requestId === undefined) continue;
    const from = 'from' in answer ? answer.from : 0;
    let last: RequestProgress | undefined;
    for await (const known of client.followRequest(requestId, { signal })) {
      last = { ...known, results: known.results.map((result) => shifted(result, from)) };
      progress(last);
    }
    if (last !== undefined) yield last;
  }
}

function isQueued(answer: StepAnswer): boolean {
  return 'queued' in answer && answer.queued;
}

function shifted(result: ObjectResult, from: number): ObjectResult {
  return { ...result, ordinal: result.ordinal + from };
}
