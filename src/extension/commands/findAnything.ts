/** Finds anything of the business unit by name or key, as it is typed. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { findInOrg, type Found } from '../../views/index.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { describeError, ExplainedError } from '../errors/describeError.ts';
import type { Rows } from '../rows/rows.ts';
import { subscribersOf } from './newRequest.ts';

/** How long to wait for more to be typed, in milliseconds. */
const pause = 250;

interface FoundItem extends vscode.QuickPickItem {
  readonly found?: Found;
}

const copyKey: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('copy'),
  tooltip: l10n.t('Copy Key'),
};

export async function findAnything(active: ActiveAccount, rows: Rows): Promise<void> {
  const { account } = active;
  if (account === undefined)
    throw new ExplainedError(
      l10n.t('No org is connected.'),
      l10n.t('Connect an org, or try the sandbox org.'),
    );
  const client = await account.client();
  const pick = vscode.window.createQuickPick<FoundItem>();
  pick.title = l10n.t('Find in {0}', account.label);
  pick.placeholder = l10n.t(
    'Part of the name or the key of a data extension, list, e-mail or send definition',
  );
  pick.matchOnDescription = true;
  let searching = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const search = async (text: string): Promise<void> => {
    const { signal } = (searching = new AbortController());
    pick.busy = true;
    const items = await itemsFor(text, (wanted) => findInOrg(client, wanted, signal));
    if (signal.aborted) return;
    pick.items = items;
    pick.busy = false;
  };
  pick.onDidChangeValue((text) => {
    clearTimeout(timer);
    searching.abort();
    if (text.trim() === '') pick.items = [];
    else
      timer = setTimeout(() => {
        search(text.trim()).catch((error: unknown) => (pick.items = [note(String(error))]));
      }, pause);
  });
  pick.onDidTriggerItemButton(({ item }) => void vscode.env.clipboard.writeText(item.found?.key ?? ''));
  const chosen = await new Promise<Found | undefined>((resolve) => {
    pick.onDidAccept(() => resolve(pick.selectedItems[0]?.found));
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  clearTimeout(timer);
  searching.abort();
  pick.dispose();
  if (chosen !== undefined) await open(chosen, rows);
}

/** Never throws: what went wrong is an item as well. */
async function itemsFor(
  text: string,
  find: (text: string) => ReturnType<typeof findInOrg>,
): Promise<FoundItem[]> {
  try {
    const { found, refused } = await find(text);
    const items = found.map(toItem);
    const notes = refused.map(({ kind, error }) => note(`$(warning) ${kind}: ${describeError(error).title}`));
    return items.length + notes.length === 0
      ? [note(l10n.t('Nothing has this in its name or key.'))]
      : [...items, ...notes];
  } catch (error) {
    const { title, advice } = describeError(error);
    return [note(`$(error) ${title}`, advice)];
  }
}

function toItem(found: Found): FoundItem {
  const { name, key, kind, icon } = found;
  return {
    label: `$(${icon}) ${name}`,
    description: key === name ? kind : `${key} · ${kind}`,
    // The service has searched already, in keys too.
    alwaysShow: true,
    buttons: [copyKey],
    found,
  };
}

function note(label: string, detail = ''): FoundItem {
  return { label, detail, alwaysShow: true };
}

/** Rows of a data extension, subscribers of a list; of anything else the key, to be used in a request. */
async function open({ subject, key, name }: Found, rows: Rows): Promise<void> {
  if (subject?.kind === 'dataExtension') await rows.openOf(subject);
  else if (subject?.kind === 'list') await subscribersOf(subject.name, subject.id);
  else {
    await vscode.env.clipboard.writeText(key);
    vscode.window.setStatusBarMessage(l10n.t('Copied the key of {0}', name), 3000);
  }
}
