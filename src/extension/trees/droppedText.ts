/** What is written where nodes of a tree are dropped. */
import type { NodeSubject } from '../../views/index.ts';
import { rowsRequestFor } from '../commands/newRequest.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { subscribersRequest } from '../requests/templates.ts';
import { keyOfSubject } from './keyOfSubject.ts';
import { referenceFor } from './referenceFor.ts';

/** @param before all of the file's text before the place @returns undefined when none of them has anything to say there */
export async function droppedText(
  active: ActiveAccount,
  subjects: readonly NodeSubject[],
  before: string,
): Promise<string | undefined> {
  const texts = await Promise.all(subjects.map((subject) => textFor(active, subject, before)));
  const written = texts.filter((text) => text !== undefined);
  return written.length === 0 ? undefined : written.join('\n');
}

/** Outside all requests, what can be retrieved becomes a request; of anything else its key is all there is to say. */
async function textFor(
  active: ActiveAccount,
  subject: NodeSubject,
  before: string,
): Promise<string | undefined> {
  const reference = referenceFor(subject, before);
  if (reference !== undefined) return reference;
  const { account } = active;
  const gap = before === '' || before.endsWith('\n') ? '' : '\n\n';
  if (subject.kind === 'dataExtension' && account !== undefined)
    return `${gap}${await rowsRequestFor(account, subject)}`;
  if (subject.kind === 'list') return `${gap}${subscribersRequest(subject.name, subject.id)}`;
  return keyOfSubject(subject);
}
