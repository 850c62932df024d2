/** Tells of the failures of a run by one notification, and offers what helps. */
import * as vscode from 'vscode';
import type { RequestPlace } from '../../shared/contributions.ts';
import { scratchLanguageId } from '../../shared/languageMessages.ts';
import { unexplainedDelete, type StepOutcome, type Unexplained } from '../../runs/index.ts';
import { textAt, where } from '../../soap/pure.ts';
import { ExplainedError } from '../errors/describeError.ts';
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

/** The Update is a request like others: opened to be read, and run, where the Delete ran, whatever the window does now. */
async function explain(
  unexplained: Unexplained,
  outcomes: readonly StepOutcome[],
  { run }: Ways,
): Promise<void> {
  const { explainDelete, importProperties } = await import('../../guides/index.ts');
  const failed = outcomes.find((outcome) => unexplainedDelete(outcome) !== undefined);
  if (failed?.start === undefined) return;
  const { account } = failed.start;
  const [definition] = await (
    await account.client()
  ).retrieveAll({
    objectType: 'ImportDefinition',
    properties: importProperties,
    filter: where('CustomerKey', 'equals', unexplained.customerKey),
  });
  if (definition === undefined) {
    throw new ExplainedError(
      `There is no import definition ${unexplained.customerKey} in ${account.label} any more.`,
      'There is nothing left to delete. Nothing was sent.',
    );
  }
  const directives = [`connection ${account.name}`, `bu ${String(account.mid)}`];
  const values = new Map(importProperties.map((name) => [name, textAt(definition, name) ?? '']));
  const content = explainDelete({ ...unexplained, directives }, values);
  const document = await vscode.workspace.openTextDocument({ language: scratchLanguageId, content });
  await vscode.window.showTextDocument(document);
  const line = content.split('\n').findIndex((text) => text.startsWith('### '));
  await run({ uri: document.uri.toString(), line });
}
