/** Takes what was dragged from a tree into a scratch file: a reference that fits the place, or a whole request. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { scratchLanguageId } from '../../shared/languageMessages.ts';
import type { NodeSubject } from '../../views/index.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { draggedNodes } from './dragToFile.ts';

const { Empty } = vscode.DocumentDropOrPasteEditKind;

export function registerDrop(active: ActiveAccount): vscode.Disposable {
  const kind = Empty.append('marketingCloud', 'reference');
  const provider: vscode.DocumentDropEditProvider = {
    provideDocumentDropEdits: async (document, position, transfer) => {
      const dragged = await transfer.get(draggedNodes)?.asString();
      if (dragged === undefined) return undefined;
      const before = document.getText(new vscode.Range(new vscode.Position(0, 0), position));
      const { droppedText } = await import('./droppedText.ts');
      const text = await droppedText(active, JSON.parse(dragged) as NodeSubject[], before);
      if (text === undefined) return undefined;
      return new vscode.DocumentDropEdit(text, l10n.t('Insert a reference'), kind);
    },
  };
  return vscode.languages.registerDocumentDropEditProvider({ language: scratchLanguageId }, provider, {
    providedDropEditKinds: [kind],
    dropMimeTypes: [draggedNodes],
  });
}
