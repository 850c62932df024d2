/** What a filter finds in the Sends view: sends of any time, newest first, then what can be started. */
import type { Account } from '../../account.ts';
import { foundSendsQuery, readSend } from '../../sends/send.ts';
import { sendDefinitionsQuery } from '../../sends/sendDefinition.ts';
import { foundTriggeredDefinitionsQuery } from '../../sends/triggeredSend.ts';
import { containing, filterNode } from '../filterNodes.ts';
import { oneAfterAnother, retrievedPages } from '../retrievedPages.ts';
import type { NodePage, TreeNode } from '../treeNode.ts';
import { definitionNode, triggeredNodes } from './definitionNodes.ts';
import { sendNode } from './nodes.ts';

export function filteredSends(account: Account, text: string, now: Date): TreeNode {
  const times = new Map<string, number>();
  return filterNode(text, {
    load: (signal) =>
      oneAfterAnother(
        retrievedPages(
          account,
          foundSendsQuery(containing(text, 'EmailName', 'Subject')),
          (object) => {
            const send = readSend(object);
            const node = sendNode(send, now);
            times.set(node.id, send.sendDate?.getTime() ?? 0);
            return node;
          },
          signal,
        ),
        retrievedPages(
          account,
          sendDefinitionsQuery(containing(text, 'Name', 'CustomerKey')),
          definitionNode,
          signal,
        ),
        triggeredPages(account, text, signal),
      ),
    // Definitions have no time: they stay behind, in the order of their coming.
    compare: (a, b) => (times.get(b.id) ?? -1) - (times.get(a.id) ?? -1),
  });
}

async function* triggeredPages(account: Account, text: string, signal: AbortSignal): AsyncIterable<NodePage> {
  const client = await account.client();
  const query = foundTriggeredDefinitionsQuery(containing(text, 'Name', 'CustomerKey'));
  const objects = await client.retrieveAll(query, { signal });
  yield { nodes: await triggeredNodes(account, objects, signal), isFull: false };
}
