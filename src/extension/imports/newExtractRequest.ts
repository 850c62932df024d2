/** Opens a scratch file with an extract of the type that was chosen, every parameter named. */
import * as l10n from '@vscode/l10n';
import type { TreePayload } from '../../shared/contributions.ts';
import { openScratch } from '../commands/newRequest.ts';
import { subjectOf } from '../commands/treeViews.ts';
import { chooseFirst } from '../errors/explained.ts';
import { extractRequest } from './extractRequest.ts';

export async function newExtractRequest(payload: TreePayload | undefined): Promise<void> {
  const subject = subjectOf(payload, 'extractType');
  if (subject === undefined) throw chooseFirst(l10n.t('Choose an extract type first.'));
  await openScratch(extractRequest(subject));
}
