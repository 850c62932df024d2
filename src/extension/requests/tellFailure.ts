/** Tells of the failures of a run by one notification, and offers what helps. */
import * as vscode from 'vscode';
import type { RequestPlace } from '../../shared/contributions.ts';
import { scratchLanguageId } from '../../shared/languageMessages.ts';
import type { StepOutcome, Unexplained } from '../../runs/index.ts';
import { textAt, where } from '../../soap/pure.ts';
import { failureNotice } from './failureNotice.ts';

interface Ways {
  readonly showResult: () => void;
  /** Runs a request of a scratch file, as its person would. */
  readonly run: (place: RequestPlace) => Promise<void>;
}

const showWhy = 'Show Why';
const showResult = 'Show Result';

/** Resolves when the notification is gone; nothing waits for that. */
export async function tellFailure(outcomes: readonly StepOutcome[], ways: Ways): Promise<void> {
  const notice = failureNotice(outcomes);
  if (notice === undefined) return;
  const { message, unexplained } = notice;
  const offers = unexplained === undefined ? [showResult] : [showWhy, showResult];
  const chosen = await vscode.window.showWarningMessage(message, ...offers);
  if (chosen === showResult) ways.showResult();
  if (chosen === showWhy && unexplained !== undefined) await explain(unexplained, outcomes, ways);
}

/** The Update is a request like others: opened to be read, and run. */
async function explain(
  unexplained: Unexplained,
  outcomes: readonly StepOutcome[],
  { run }: Ways,
): Promise<void> {
  const { explainDelete, importProperties } = await import('../../guides/index.ts');
  const account = outcomes.find(({ start }) => start?.request.operation === 'Delete')?.start?.account;
  const client = await account?.client();
  const [definition = {}] =
    (await client?.retrieveAll({
      objectType: 'ImportDefinition',
      properties: importProperties,
      filter: where('CustomerKey', 'equals', unexplained.customerKey),
    })) ?? [];
  const values = new Map(importProperties.map((name) => [name, textAt(definition, name) ?? '']));
  const content = explainDelete(unexplained, values);
  const document = await vscode.workspace.openTextDocument({ language: scratchLanguageId, content });
  await vscode.window.showTextDocument(document);
  const line = content.split('\n').findIndex((text) => text.startsWith('### '));
  await run({ uri: document.uri.toString(), line });
}
