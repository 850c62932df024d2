/** A run of an import as a node, and its counts in words. */
import { formatBothTimes, formatDateTime, formatNumber } from '../../display.ts';
import { facts, type TreeNode } from '../treeNode.ts';
import { hasImportFailed, isImportOver, type ImportRun } from './importDefinition.ts';

/** "1,200 rows: 1,190 imported, 8 duplicates, 2 errors". */
export function countsText(run: ImportRun): string {
  const parts = [
    `${formatNumber(run.successful)} imported`,
    ...(run.duplicated === 0 ? [] : [`${formatNumber(run.duplicated)} duplicates`]),
    ...(run.restricted === 0 ? [] : [`${formatNumber(run.restricted)} restricted`]),
    ...(run.errors === 0 ? [] : [`${formatNumber(run.errors)} errors`]),
  ];
  return `${formatNumber(run.total)} rows: ${parts.join(', ')}`;
}

export function runNode(run: ImportRun): TreeNode {
  const { taskId, definitionKey, status, started, ended } = run;
  return {
    id: `run:${taskId}`,
    label: started === undefined ? `Run ${taskId}` : formatDateTime(started),
    kind: 'run of an import',
    description: `${status} · ${countsText(run)}`,
    ...look(run),
    subject: { kind: 'importRun', taskId },
    tooltip: facts(
      ['Import', definitionKey],
      ['Task ID', taskId],
      ['Status', status],
      ['Started', started && formatBothTimes(started)],
      ['Ended', ended && formatBothTimes(ended)],
      ['Rows', formatNumber(run.total)],
      ['Imported', formatNumber(run.successful)],
      ['Duplicates', formatNumber(run.duplicated)],
      ['Restricted', formatNumber(run.restricted)],
      ['Errors', formatNumber(run.errors)],
    ),
  };
}

function look(run: ImportRun): { readonly icon: string; readonly iconColor?: string } {
  if (!isImportOver(run)) return { icon: 'sync', iconColor: 'charts.blue' };
  if (hasImportFailed(run)) return { icon: 'error', iconColor: 'charts.red' };
  if (run.errors > 0) return { icon: 'warning', iconColor: 'charts.yellow' };
  return { icon: 'pass', iconColor: 'charts.green' };
}
