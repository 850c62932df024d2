/** Snippets for whole tasks, as completion offers them where a request may begin. */
import type { Offer } from '../completion/offer.ts';
import { accounts } from './accounts.ts';
import { afterSending } from './afterSending.ts';
import { beforeSending } from './beforeSending.ts';
import { sending } from './sending.ts';
import type { WorkflowSnippet } from './snippet.ts';

export const workflowSnippets: readonly WorkflowSnippet[] = [
  ...beforeSending,
  ...sending,
  ...afterSending,
  ...accounts,
];

export function workflowOffers(): Offer[] {
  return workflowSnippets.map(({ title, about, body }) => ({
    ...{ label: title, kind: 'snippet', newText: body, isSnippet: true, about, detail: 'request', rank: 3 },
    filter: `<${title}`,
  }));
}
