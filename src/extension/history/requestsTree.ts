/** The Requests view: scratch files of the workspace with their requests, and what has been run. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { viewIds } from '../../shared/contributions.ts';
import { formatDuration, formatNumber, TreeProvider, TreeState, type TreeNode } from '../../views/index.ts';
import { describeError } from '../errors/describeError.ts';
import type { RunHistory } from './runHistory.ts';
import type { RunRecord } from './runRecord.ts';

/** Files beyond this many are found by opening them. */
const mostFiles = 500;

export function createRequestsTree(history: RunHistory, state: vscode.Memento): TreeProvider {
  const load = (): Promise<readonly TreeNode[]> =>
    Promise.resolve([
      {
        id: 'files',
        label: l10n.t('Files'),
        icon: 'files',
        context: 'requestFiles',
        expanded: true,
        children: fileNodes,
      },
      {
        id: 'history',
        label: l10n.t('History'),
        icon: 'history',
        context: 'runHistory',
        expanded: true,
        children: async () => (await history.all()).map(runNode),
      },
    ]);
  const viewId = viewIds.requests;
  return new TreeProvider({
    ...{ viewId, describeError, loadRoots: load, canSelectMany: true },
    state: new TreeState(state, viewId, () => undefined),
  });
}

async function fileNodes(): Promise<readonly TreeNode[]> {
  const uris = await vscode.workspace.findFiles('**/*.mcsoap', '**/node_modules/**', mostFiles);
  return uris
    .map((uri) => ({ uri, label: vscode.workspace.asRelativePath(uri) }))
    .sort((a, b) => a.label.localeCompare(b.label))
    .map(({ uri, label }) => ({
      id: `file:${uri.toString()}`,
      label,
      kind: l10n.t('request file'),
      icon: 'file-code',
      context: 'requestFile',
      children: () => requestNodes(uri),
    }));
}

async function requestNodes(uri: vscode.Uri): Promise<readonly TreeNode[]> {
  const { parseScratch } = await import('../../language/index.ts');
  const document = await vscode.workspace.openTextDocument(uri);
  return parseScratch(document.getText()).requests.map(({ title, name, root, bodyRange }, index) => {
    const label =
      [title, name, root?.name].find((text) => text !== undefined && text !== '') ?? l10n.t('Request');
    const line = document.positionAt(bodyRange.start).line;
    return {
      id: `request:${uri.toString()}#${String(index)}`,
      label,
      kind: l10n.t('request'),
      icon: 'symbol-method',
      subject: { kind: 'request', uri: uri.toString(), line },
      click: 'marketingCloud.openRequest' as const,
      ...(name === undefined || name === label ? {} : { description: name }),
    };
  });
}

const looks = {
  passed: { icon: 'pass', iconColor: 'testing.iconPassed' },
  partial: { icon: 'warning', iconColor: 'list.warningForeground' },
  failed: { icon: 'error', iconColor: 'list.errorForeground' },
  cancelled: { icon: 'circle-slash', iconColor: 'disabledForeground' },
} as const;

function runNode(record: RunRecord): TreeNode {
  const { id, title, at, where, status, duration, rows, reason, operation, requestId } = record;
  const time = new Date(at).toLocaleString();
  return {
    id: `run:${id}`,
    label: title,
    kind: l10n.t('run, {0}', status),
    description: `${time} · ${where}`,
    ...looks[status],
    subject: { kind: 'run', id },
    click: 'marketingCloud.openRun',
    tooltip: [
      [l10n.t('Method'), operation],
      [l10n.t('Where'), where],
      [l10n.t('When'), time],
      [l10n.t('Status'), status],
      [l10n.t('Time'), formatDuration(duration)],
      [l10n.t('Rows'), formatNumber(rows)],
      ...(requestId === undefined ? [] : [[l10n.t('Request ID'), requestId] as const]),
      ...(reason === undefined ? [] : [[l10n.t('Reason'), reason] as const]),
    ],
  };
}
