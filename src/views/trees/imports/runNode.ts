/** A run of an import as a node, and its counts in words. */
import * as l10n from '@vscode/l10n';
import { formatBothTimes, formatDateTime, formatNumber } from '../../display.ts';
import { facts, type TreeNode } from '../treeNode.ts';
import { hasImportFailed, isImportOver, type ImportRun } from './importDefinition.ts';

/** "1,200 rows: 1,190 imported, 8 duplicates, 2 errors". */
export function countsText(run: ImportRun): string {
  const parts = [
    l10n.t('{0} imported', formatNumber(run.successful)),
    ...(run.duplicated === 0 ? [] : [l10n.t('{0} duplicates', formatNumber(run.duplicated))]),
    ...(run.restricted === 0 ? [] : [l10n.t('{0} restricted', formatNumber(run.restricted))]),
    ...(run.errors === 0 ? [] : [l10n.t('{0} errors', formatNumber(run.errors))]),
  ];
  const counts = parts.join(', ');
  return run.total === 1
    ? l10n.t('1 row: {0}', counts)
    : l10n.t('{0} rows: {1}', formatNumber(run.total), counts);
}

export function runNode(run: ImportRun): TreeNode {
  const { taskId, definitionKey, status, started, ended } = run;
  return {
    id: `run:${taskId}`,
    label: started === undefined ? l10n.t('Run {0}', taskId) : formatDateTime(started),
    kind: l10n.t('run of an import'),
    description: `${status} · ${countsText(run)}`,
    ...look(run),
    subject: { kind: 'importRun', taskId },
    tooltip: facts(
      [l10n.t('Import'), definitionKey],
      [l10n.t('Task ID'), taskId],
      [l10n.t('Status'), status],
      [l10n.t('Started'), started && formatBothTimes(started)],
      [l10n.t('Ended'), ended && formatBothTimes(ended)],
      [l10n.t('Rows'), formatNumber(run.total)],
      [l10n.t('Imported'), formatNumber(run.successful)],
      [l10n.t('Duplicates'), formatNumber(run.duplicated)],
      [l10n.t('Restricted'), formatNumber(run.restricted)],
      [l10n.t('Errors'), formatNumber(run.errors)],
    ),
  };
}

function look(run: ImportRun): { readonly icon: string; readonly iconColor?: string } {
  if (!isImportOver(run)) return { icon: 'sync', iconColor: 'charts.blue' };
  if (hasImportFailed(run)) return { icon: 'error', iconColor: 'charts.red' };
  if (run.errors > 0) return { icon: 'warning', iconColor: 'charts.yellow' };
  return { icon: 'pass', iconColor: 'charts.green' };
}
