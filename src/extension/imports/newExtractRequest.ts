/** Opens a scratch file with an extract of the type that was chosen, every parameter named. */
import type { TreePayload } from '../../shared/contributions.ts';
import { openScratch } from '../commands/newRequest.ts';
import { subjectOf } from '../commands/treeViews.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { extractRequest } from './extractRequest.ts';

export async function newExtractRequest(payload: TreePayload | undefined): Promise<void> {
  const subject = subjectOf(payload, 'extractType');
  if (subject === undefined) {
    throw new ExplainedError(
      'Choose an extract type first.',
      'This command belongs to the menu of an extract type in the side bar.',
    );
  }
  await openScratch(extractRequest(subject));
}
