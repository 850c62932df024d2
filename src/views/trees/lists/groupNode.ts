/** A group as a node. Who is in it, the API does not tell. */
import * as l10n from '@vscode/l10n';
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
    kind: l10n.t('group'),
    description: l10n.t('group · ID {0}', id),
    icon: 'list-filter',
    subject: { kind: 'group', id, name },
    tooltip: facts(
      [l10n.t('Group'), name],
      ['ID', String(id)],
      [l10n.t('Description'), textAt(object, 'Description')],
      [l10n.t('Created'), created && formatBothTimes(created)],
      [l10n.t('Modified'), modified && formatBothTimes(modified)],
    ),
  };
}
