/** From a task of the workflow to its requests: asks, and opens the scratch file that shows all that would be done. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { RequestPlace } from '../../shared/contributions.ts';
import { guideIds, type GuideId } from '../../shared/guideIds.ts';
import { scratchLanguageId } from '../../shared/languageMessages.ts';
import type { Answers } from '../../guides/index.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { askGuide } from './askGuide.ts';

export interface GuideParts {
  readonly active: ActiveAccount;
  /** Runs a request of a scratch file, as its person would. */
  readonly run: (place: RequestPlace) => Promise<void>;
  /** Copies a request of a scratch file as a program of another language, which is asked for. */
  readonly copyAs: (place: RequestPlace) => Promise<void>;
}

/** Guides a person through one task. @param given answers that are known already */
export async function runGuide(
  { active, run, copyAs }: GuideParts,
  id: GuideId,
  given: Answers = {},
): Promise<void> {
  const { guides, scratchFile } = await import('../../guides/index.ts');
  const guide = guides[id];
  const { account } = active;
  const asked = await askGuide(guide, { account, given });
  if (asked === undefined) return;
  const content = scratchFile(guide, guide.build(asked.answers), account?.label);
  const document = await vscode.workspace.openTextDocument({ language: scratchLanguageId, content });
  await vscode.window.showTextDocument(document);
  const line = content.split('\n').findIndex((text) => text.startsWith('### '));
  const place = { uri: document.uri.toString(), line };
  if (asked.ending === 'run') await run(place);
  if (asked.ending === 'copy') await copyAs(place);
}

interface Item extends vscode.QuickPickItem {
  readonly id?: GuideId;
}

/** Lists all tasks by their stage, and guides through the one that is chosen. */
export async function pickGuide(parts: GuideParts): Promise<void> {
  const { guides, stages } = await import('../../guides/index.ts');
  const items = Object.entries(stages).flatMap(([stage, title]): Item[] => [
    { label: title, kind: vscode.QuickPickItemKind.Separator },
    ...guideIds
      .filter((id) => guides[id].stage === stage)
      .map((id) => ({ id, label: guides[id].title, description: guides[id].description })),
  ]);
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t('New Request'),
    placeHolder: l10n.t('What is to be done?'),
    matchOnDescription: true,
  });
  if (picked?.id !== undefined) await runGuide(parts, picked.id);
}
