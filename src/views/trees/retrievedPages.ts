/** Pages of nodes from pages of objects. */
import type { RetrieveQuery } from '../../soap/index.ts';
import type { SoapObject } from '../../soap/pure.ts';
import type { Account } from '../account.ts';
import { servicePage, type NodePage, type TreeNode } from './treeNode.ts';

/** Retrieves a page when it is asked for. @param toNode undefined for what is not to be seen */
export async function* retrievedPages(
  account: Account,
  query: RetrieveQuery,
  toNode: (object: SoapObject) => TreeNode | undefined,
  signal: AbortSignal,
): AsyncIterable<NodePage> {
  const client = await account.client();
  const { batchSize = servicePage } = query;
  for await (const objects of client.retrieve(query, { signal, ahead: false })) {
    yield { nodes: objects.flatMap((object) => toNode(object) ?? []), isFull: objects.length >= batchSize };
  }
}

/** One page after the other, of several kinds: a kind is asked for when the one before it has come to its end. */
export async function* oneAfterAnother(
  ...sources: readonly AsyncIterable<NodePage>[]
): AsyncIterable<NodePage> {
  for (const [index, source] of sources.entries()) {
    const isLast = index === sources.length - 1;
    for await (const page of source) yield isLast ? page : { ...page, isFull: true };
  }
}
