/** A dry run: what a request would be sent as, with nothing sent. */
import { previewEnvelope } from '../soap/index.ts';
import { messagesOf } from './exchange.ts';
import type { RunParts, RunPlan, StepFailure } from './model.ts';
import { prepare, StepEnd, type Prepared } from './prepare.ts';

export interface Preview {
  readonly start: Prepared['start'];
  /** One for each call; a mark stands where the token goes. */
  readonly envelopes: readonly string[];
}

/**
 * Previews the first step of a plan. Prompts are asked as when it is run; the results of other requests must be there.
 * @returns undefined when the person gave up, or why the request cannot be sent.
 * @throws whatever the host throws.
 */
export async function previewStep(
  plan: RunPlan,
  parts: RunParts,
): Promise<Preview | { readonly failure: StepFailure } | undefined> {
  const [request] = plan.steps;
  if (request === undefined) return undefined;
  try {
    const { start } = await prepare(request, {
      ...parts,
      file: plan.file,
      runFirst: () => Promise.resolve(false),
    });
    const client = await start.account.client();
    return { start, envelopes: messagesOf(start.request, client).map(previewEnvelope) };
  } catch (error) {
    if (!(error instanceof StepEnd)) throw error;
    return error.failure === undefined ? undefined : { failure: error.failure };
  }
}
