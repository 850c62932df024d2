/** Copies the request at a place of a scratch file as a program of another language. */
import * as vscode from 'vscode';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Target } from '../../codegen/index.ts';
import type { RequestPlace } from '../../shared/contributions.ts';
import type { RequestTemplate } from '../../shared/requestTemplate.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { ExplainedError } from '../errors/describeError.ts';
import type { LanguageService } from '../language/languageService.ts';
import { scratchEditor } from './jobs.ts';

interface Parts {
  readonly active: ActiveAccount;
  readonly language: LanguageService;
  readonly catalogue: () => Promise<Catalogue>;
}

const openIt = 'Open in Editor';

/** Asks for the language, then puts the program into the clipboard. */
export async function copyAs(parts: Parts, place: RequestPlace | undefined): Promise<void> {
  const template = await templateAt(parts, place ?? cursorPlace());
  const [{ readRequest, targets }, catalogue] = await Promise.all([
    import('../../codegen/index.ts'),
    parts.catalogue(),
  ]);
  const request = readRequest(template, catalogue);
  const possible = targets.filter(({ refusal }) => refusal?.(request) === undefined);
  const target = await pick(possible, template);
  if (target === undefined) return;
  const program = target.write(request);
  await vscode.env.clipboard.writeText(program);
  const said = `Copied “${template.title}” as ${target.label}. It takes its credentials from the environment.`;
  const chosen = await vscode.window.showInformationMessage(said, openIt);
  if (chosen !== openIt) return;
  const document = await vscode.workspace.openTextDocument({ language: target.language, content: program });
  await vscode.window.showTextDocument(document);
}

async function pick(targets: readonly Target[], { title }: RequestTemplate): Promise<Target | undefined> {
  const items = targets.map((target) => ({ label: target.label, description: target.detail, target }));
  const picked = await vscode.window.showQuickPick(items, {
    title: `Copy “${title}” as Code`,
    placeHolder: 'The language of the program',
    matchOnDescription: true,
  });
  return picked?.target;
}

async function templateAt(
  { active, language }: Parts,
  { uri, line }: RequestPlace,
): Promise<RequestTemplate> {
  const mid = active.account?.mid;
  const answer = await language.template({ uri, line, ...(mid === undefined ? {} : { mid }) });
  if ('template' in answer) return answer.template;
  throw new ExplainedError(
    answer.problem,
    `Line ${String(answer.line + 1)}: correct it, then copy the request again.`,
  );
}

function cursorPlace(): RequestPlace {
  const { document, selection } = scratchEditor();
  return { uri: document.uri.toString(), line: selection.active.line };
}
