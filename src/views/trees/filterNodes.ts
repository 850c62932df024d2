/** What a view shows while it is filtered: one node that says so, and below it whatever the service finds. */
import * as l10n from '@vscode/l10n';
import { formatNumber } from '../display.ts';
import { or, where, type Filter } from '../../soap/pure.ts';
import type { NodePages, TreeNode } from './treeNode.ts';

/**
 * Objects whose name or key has a text in it; the service searches. Nothing says how a sign of its patterns is meant for
 * itself, so any character may stand there: of what is found, `hasText` tells what is meant.
 * @param properties that hold the name, the key …
 */
export function containing(text: string, ...properties: readonly [string, ...string[]]): Filter {
  const pattern = `%${text.replaceAll(/[%[]/g, '_')}%`;
  const [first, ...others] = properties.map((property) => where(property, 'like', pattern));
  if (first === undefined) throw new Error('A filter needs a property.');
  return others.length === 0 ? first : or(first, ...others);
}

/** True when one of the texts has the other in it, as the service would find it. */
export function hasText(text: string, ...values: readonly string[]): boolean {
  const wanted = text.toLowerCase();
  return values.some((value) => value.toLowerCase().includes(wanted));
}

/** Looked at where a pattern finds more than what has the text in its name, key or subject. */
function isMeant(node: TreeNode, text: string): boolean {
  if (!/[%_[]/.test(text)) return true;
  return hasText(text, node.label, ...(node.searched ?? []));
}

/** The node at the top of a filtered view. All that is found comes without being asked for. */
export function filterNode(text: string, pages: Omit<NodePages, 'all' | 'empty'>): TreeNode {
  let found = 0;
  return {
    id: `filter:${text}`,
    label: l10n.t('Filter: {0}', text),
    kind: l10n.t('filter'),
    icon: 'filter-filled',
    expanded: true,
    get description() {
      return l10n.t('{0} found', formatNumber(found));
    },
    subject: { kind: 'filter', text },
    click: 'marketingCloud.filter',
    pages: {
      ...pages,
      all: true,
      empty: l10n.t('Nothing has this in its name or key'),
      load: async function* (signal) {
        found = 0;
        for await (const page of pages.load(signal)) {
          const nodes = page.nodes.filter((node) => isMeant(node, text));
          found += nodes.length;
          yield { ...page, nodes };
        }
      },
    },
  };
}
