/** Asks what a view is to be filtered by; the view follows what is typed, and the service searches. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { TreeProvider } from '../../views/index.ts';

/** How long to wait for more to be typed, in milliseconds. */
const pause = 250;

/** Escape brings back what was shown before; Enter keeps the filter. */
export function filterView(tree: TreeProvider, title: string): void {
  const before = tree.filter;
  const input = vscode.window.createInputBox();
  input.title = title;
  input.value = before;
  input.placeholder = l10n.t('Part of a name or key');
  input.prompt = l10n.t(
    'The whole business unit is searched. Enter keeps the filter; nothing typed shows everything.',
  );
  let timer: NodeJS.Timeout | undefined;
  let isKept = false;
  const apply = (): void => {
    clearTimeout(timer);
    tree.setFilter(input.value.trim());
  };
  input.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(apply, pause);
  });
  input.onDidAccept(() => {
    isKept = true;
    apply();
    input.hide();
  });
  input.onDidHide(() => {
    clearTimeout(timer);
    if (!isKept) tree.setFilter(before);
    input.dispose();
  });
  input.show();
}
