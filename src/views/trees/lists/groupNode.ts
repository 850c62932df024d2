/** A group as a node. Who is in it, the API does not tell. */
import { numberAt, serverTime, textAt, type SoapObject } from '../../../soap/pure.ts';
import { formatBothTimes } from '../../display.ts';
import { facts, type TreeNode } from '../treeNode.ts';

export function groupNode(object: SoapObject): TreeNode {
  const id = numberAt(object, 'ID') ?? 0;
  const name = textAt(object, 'Name') ?? '';
  const created = serverTime(textAt(object, 'CreatedDate') ?? '');
  const modified = serverTime(textAt(object, 'ModifiedDate') ?? '');
  return {
    id: `group:${String(id)}`,
    label: name,
    kind: 'group',
    description: `group · ID ${String(id)}`,
    icon: 'list-filter',
    subject: { kind: 'group', id, name },
    tooltip: facts(
      ['Group', name],
      ['ID', String(id)],
      ['Description', textAt(object, 'Description')],
      ['Created', created && formatBothTimes(created)],
      ['Modified', modified && formatBothTimes(modified)],
    ),
  };
}
