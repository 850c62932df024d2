/** Takes a request from where it stands in a scratch file to the result panel. */
import * as vscode from 'vscode';
import { scratchLanguageId, type ResolvedRequest } from '../../shared/languageMessages.ts';
import type { RawAnswer } from '../../soap/index.ts';
import type { RequestPlace } from '../../shared/contributions.ts';
import { ResultPanel, ResultSession, type Account } from '../../views/index.ts';
import type { Accounts } from '../connections/accounts.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { ExplainedError } from '../errors/describeError.ts';
import type { LanguageService } from '../language/languageService.ts';
import { ExchangeDocuments } from './exchangeDocuments.ts';

interface Parts {
  readonly accounts: Accounts;
  readonly active: ActiveAccount;
  readonly language: LanguageService;
  readonly extensionUri: vscode.Uri;
  /** Told of every answer, for whoever follows what a request has set going. */
  readonly answered: (account: Account, answer: RawAnswer) => void;
}

/** Runs requests one at a time: a new run cancels the one before, and takes its place in the panel. */
export class RequestRunner {
  private readonly parts: Parts;
  private readonly panel: ResultPanel;
  private readonly documents = new ExchangeDocuments();
  private running: AbortController | undefined;

  constructor(parts: Parts) {
    this.parts = parts;
    this.panel = new ResultPanel(parts.extensionUri);
  }

  /** Runs the request at a place, or at the cursor. */
  async run(place: RequestPlace | undefined): Promise<void> {
    const at = place ?? cursorPlace();
    const request = await this.resolve(at);
    if (request.note !== undefined && !(await confirm(request))) return;
    const account = await this.accountOf(request);
    await this.send(request, account, () => this.run(at));
  }

  dispose(): void {
    this.running?.abort();
    this.panel.dispose();
    this.documents.dispose();
  }

  private async resolve({ uri, line }: RequestPlace): Promise<ResolvedRequest> {
    const mid = this.parts.active.account?.mid;
    const answer = await this.parts.language.resolve({ uri, line, ...(mid === undefined ? {} : { mid }) });
    if ('request' in answer) return answer.request;
    await showPlace(uri, answer.line, answer.character);
    throw new ExplainedError(
      answer.problem,
      `Line ${String(answer.line + 1)}: correct it, then run the request again. Nothing was sent.`,
    );
  }

  /** Where the request runs: where it says, else where the window works. */
  private async accountOf({ connection, businessUnit }: ResolvedRequest): Promise<Account> {
    const { accounts, active } = this.parts;
    const id =
      connection === undefined
        ? active.account?.connectionId
        : accounts.list().find(({ name }) => name.toLowerCase() === connection.toLowerCase())?.id;
    if (id === undefined) {
      throw connection === undefined
        ? new ExplainedError(
            'No org is connected.',
            'Connect an org, or try the sandbox org, then run the request again.',
          )
        : new ExplainedError(
            `There is no connection named ${connection}.`,
            'Correct # @connection, or connect that org.',
          );
    }
    if (businessUnit === undefined && id === active.account?.connectionId) return active.account;
    const units = await accounts.businessUnits(id);
    const unit = businessUnit === undefined ? units[0] : units.find(({ mid }) => mid === businessUnit);
    const fallback = { mid: businessUnit ?? 0, name: `MID ${String(businessUnit)}` };
    return active.accountFor(id, unit ?? fallback);
  }

  private async send(request: ResolvedRequest, account: Account, again: () => Promise<void>): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    const session = new ResultSession(request.title, account.label);
    this.panel.show(session, {
      cancel: () => running.abort(),
      runAgain: () => {
        again().catch((error: unknown) => session.finish('failed', explain(error)));
      },
      openText: (which, { requestText, responseText }) => {
        const text = which === 'request' ? requestText : responseText;
        this.documents.open(request.title, which, text).then(undefined, () => undefined);
      },
      copy: (text) => {
        vscode.env.clipboard.writeText(text).then(undefined, () => undefined);
      },
    });
    const { runRequest } = await import('./runRequest.ts');
    try {
      const answer = await runRequest(request, await account.client(), session, running.signal);
      if (answer !== undefined) this.parts.answered(account, answer);
    } catch (error) {
      session.finish('failed', explain(error));
    }
  }
}

function explain(error: unknown): { title: string; advice: string } {
  return error instanceof ExplainedError
    ? { title: error.title, advice: error.advice }
    : { title: String(error), advice: '' };
}

function cursorPlace(): RequestPlace {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== scratchLanguageId) {
    throw new ExplainedError(
      'There is no request at the cursor.',
      'Open a SOAP request file (.mcsoap) and place the cursor in a request.',
    );
  }
  return { uri: editor.document.uri.toString(), line: editor.selection.active.line };
}

async function showPlace(uri: string, line: number, character: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const position = new vscode.Position(line, character);
  const editor = await vscode.window.showTextDocument(document, {
    selection: new vscode.Range(position, position),
  });
  editor.revealRange(
    new vscode.Range(position, position),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}

async function confirm({ note, operation, title }: ResolvedRequest): Promise<boolean> {
  const run = 'Run';
  const detail = note === '' ? `This sends a ${operation}.` : (note ?? '');
  const chosen = await vscode.window.showWarningMessage(`Run “${title}”?`, { modal: true, detail }, run);
  return chosen === run;
}
