/** What can be known of the language client before its library is loaded. */
import * as vscode from 'vscode';
import { scratchLanguageId } from '../../shared/languageMessages.ts';
import type { OutputLog } from '../log/outputLog.ts';
import type { FactQuestion } from '../../shared/orgFacts.ts';
import type { OutsideVariables, VariablesQuestion } from '../../shared/variableMessages.ts';
import type { TemplateAnswer, TemplateParams } from '../../shared/requestTemplate.ts';
import { completionTriggers } from './waitingCompletion.ts';

/** Answers a question about the org; null when it cannot be known. Never throws. */
export type AnswerFact = (question: FactQuestion) => Promise<unknown>;

/** What the server asks of the extension. */
export interface ServerQuestions {
  readonly fact: AnswerFact;
  readonly variables: (question: VariablesQuestion) => Promise<OutsideVariables>;
}

/** What the client needs of the extension. */
export interface LanguageClientParts {
  /** Bundle of the server. */
  readonly serverFile: string;
  /** Answers what the server asks. */
  readonly questions: ServerQuestions;
  /** What the connection is called now, for code lenses; undefined when there is none. */
  readonly connectionLabel: () => string | undefined;
  readonly log: Pick<OutputLog, 'warn'>;
  /** Starts it anew when the person wants to, after it has stopped too often. */
  readonly restart: () => Promise<void>;
}

export interface RunningLanguageClient {
  template(params: TemplateParams): Promise<TemplateAnswer>;
  /** Says that the connection is called otherwise. */
  connectionLabelChanged(): Promise<void>;
  /** Says that what was answered about variables no longer holds. */
  variablesChanged(): Promise<void>;
  dispose(): Promise<void>;
}

/** Adds a source of suggestions for scratch files, which is asked when the server would be. */
export function addScratchCompletion(provider: vscode.CompletionItemProvider): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(scratchLanguageId, provider, ...completionTriggers);
}

/** Calls back once, when a scratch file is open or has been opened. */
export function whenScratchFileOpens(callback: () => void): vscode.Disposable {
  const isScratch = (document: vscode.TextDocument): boolean => document.languageId === scratchLanguageId;
  if (vscode.workspace.textDocuments.some(isScratch)) {
    callback();
    return new vscode.Disposable(() => undefined);
  }
  const subscription = vscode.workspace.onDidOpenTextDocument((document) => {
    if (!isScratch(document)) return;
    subscription.dispose();
    callback();
  });
  return subscription;
}
