/**
 * Shows what there is without a window in a language made up for it, ⟦each text between brackets⟧, and prints what is
 * still in English as JSON. A program of its own, as texts are made when their modules are loaded.
 */
import * as l10n from '@vscode/l10n';
import type { Guide, Question } from '../../src/guides/index.ts';
import type { Account } from '../../src/views/account.ts';
import type { TreeNode } from '../../src/views/trees/treeNode.ts';

l10n.config({ contents: new Proxy({}, { get: (_, text) => `⟦${String(text)}⟧` }) });

// Only now: they make their texts while they are loaded.
const { openOrg } = await import('./org.ts');
const { childrenOf } = await import('./trees.ts');
const { guides, stages } = await import('../../src/guides/index.ts');
const { MarketingCloudError, errorCodes } = await import('../../src/soap/index.ts');
const { describeError } = await import('../../src/extension/errors/describeError.ts');
const { pendingRow } = await import('../../src/views/panels/checkup/checkRows.ts');
const { dataExtensionFolders, loadDataExtensionTree } =
  await import('../../src/views/trees/dataExtensions/tree.ts');
const { loadImportTree } = await import('../../src/views/trees/imports/tree.ts');
const { listFolders, loadListTree } = await import('../../src/views/trees/lists/tree.ts');
const { loadSendTree } = await import('../../src/views/trees/sends/nodes.ts');

/** Where each text is, and the text. */
const shown: (readonly [where: string, text: string])[] = [];

function see(where: string, ...texts: readonly (string | undefined)[]): void {
  for (const text of texts) if (text !== undefined && text !== '') shown.push([where, text]);
}

/** Choices whose label is their value are words of the API. */
function seeQuestion(where: string, question: Question): void {
  see(where, question.title, question.prompt);
  if (question.kind === 'text' || question.kind === 'file') see(where, question.check('', {}));
  if (question.kind !== 'choice' || typeof question.choices === 'function') return;
  for (const { value, label, description } of question.choices)
    see(where, label === value ? '' : label, description);
}

function seeGuide({ title, description, questions }: Guide): void {
  see('guide', title, description);
  for (const question of questions) seeQuestion(title, question);
}

/** Names are the org's own; what a node is, and what its facts are called, is ours. */
async function seeNodes(nodes: readonly TreeNode[], depth: number): Promise<void> {
  for (const node of nodes.slice(0, 12)) {
    see(node.id, node.kind, ...(node.tooltip ?? []).map(([label]) => (label === 'ID' ? '' : label)));
    if (node.subject === undefined && !/^group:\w{3}, /.test(node.id)) see(node.id, node.label);
    const isParent = node.children !== undefined || node.pages !== undefined;
    if (isParent && depth > 0) await seeNodes(await childrenOf(node), depth - 1);
  }
}

Object.values(stages).forEach((stage) => see('stage', stage));
Object.values(guides).forEach(seeGuide);
for (const code of errorCodes) {
  const { title, advice } = describeError(new MarketingCloudError(code, ''));
  see(code, title, advice);
}
for (const step of ['address', 'token', 'scopes', 'identity', 'service', 'businessUnits', 'clock'] as const)
  see(step, pendingRow(step).title, pendingRow(step).text);

const org = await openOrg();
const account: Account = { connectionId: 'a', mid: 1, label: '', client: () => Promise.resolve(org.client) };
const live = { readingOf: () => undefined, running: () => undefined };
const { signal } = new AbortController();
await seeNodes(await loadDataExtensionTree(account, dataExtensionFolders(), ''), 3);
await seeNodes(await loadListTree(account, listFolders(), ''), 3);
await seeNodes(await loadSendTree(account, new Date(), live, signal), 2);
await seeNodes(loadImportTree(account, ''), 2);
await org.close();

/** Outside the brackets there is no word. */
const english = shown.filter(([, text]) => /\p{L}{2,}/u.test(text.replaceAll(/⟦[^⟧]*⟧/g, '')));
console.log(JSON.stringify({ seen: shown.length, english }));
