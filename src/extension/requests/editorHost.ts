/** What a run needs, given by the editor: accounts of the window, questions to the person, files of the workspace. */
import * as vscode from 'vscode';
import {
  consentFor,
  resolveSavePath,
  saveResult,
  type NamedResults,
  type Question,
  type RunHost,
} from '../../runs/index.ts';
import type { Placements } from '../connections/placements.ts';
import { confirmDanger } from '../danger/confirm.ts';
import { askText } from '../dialogs/askText.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { confirmAbove } from '../settings/settings.ts';
import { accountFact } from './accountFacts.ts';
import { folderOf, outsideVariables } from './outsideVariables.ts';

interface Parts {
  readonly placements: Placements;
  readonly results: NamedResults;
  /** Name of the chosen environment. */
  readonly environment: string | undefined;
  /** True when requests whose results are needed are run first without asking. */
  readonly unattended: boolean;
}

/** @param uri of the scratch file. */
export function editorHost(
  uri: vscode.Uri,
  { placements, results, environment, unattended }: Parts,
): RunHost {
  return {
    account: (placement) => placements.find(placement),
    fact: accountFact,
    ask: async ({ name, description }, title) =>
      askText({
        // What is secret is not shown to whoever looks over a shoulder.
        password: /passw|secret/i.test(name),
        title,
        prompt: description === '' ? `Value of ${name}` : description,
      }),
    confirm,
    mayRunFirst: (name, neededBy) => (unattended ? Promise.resolve(true) : mayRunFirst(name, neededBy)),
    save: (path, result) => save(uri, path, result),
    variables: outsideVariables(uri, environment),
    results,
  };
}

/** Words for the button, by what the request does. */
const actions = { reads: 'Run', writes: 'Write', deletes: 'Delete', clears: 'Clear', sends: 'Send' } as const;

/** Small writes are asked about only when the file has a note; see `consentFor` for the others. */
async function confirm({ request, account, danger, misgivings }: Question): Promise<boolean> {
  const { title, note } = request;
  const { isProduction } = account;
  const caution = { objects: confirmAbove() };
  const consent = consentFor(danger, caution, { isProduction, hasNote: note !== undefined });
  if (consent === 'none') return true;
  const keys =
    danger.keys.length === 0
      ? ''
      : ` Keys: ${danger.keys.join(', ')}${danger.count > danger.keys.length ? ', …' : ''}.`;
  const detail = [note ?? '', `${danger.summary}.${keys}`, ...misgivings]
    .filter((text) => text !== '')
    .join(' ');
  return confirmDanger(
    { label: account.label, isProduction: consent === 'name' },
    { question: `Run “${title}”?`, detail, action: actions[danger.effect], name: account.name },
  );
}

async function mayRunFirst(name: string, neededBy: string): Promise<boolean> {
  const run = `Run ${name} First`;
  const chosen = await vscode.window.showInformationMessage(
    `“${neededBy}” uses the result of ${name}, which has not been run yet.`,
    { modal: true },
    run,
  );
  return chosen === run;
}

async function save(
  uri: vscode.Uri,
  wanted: string,
  result: Parameters<RunHost['save']>[1],
): Promise<string> {
  const sent = 'The request itself was sent.';
  if (!vscode.workspace.isTrusted) {
    throw new ExplainedError(
      'Results are not saved in a workspace that is not trusted.',
      `${sent} Trust the workspace to use # @save.`,
    );
  }
  const folder = folderOf(uri);
  if (folder === undefined) {
    throw new ExplainedError(
      `There is no folder to save ${wanted} in.`,
      `${sent} Save this file first, or open a folder.`,
    );
  }
  const file = resolveSavePath(wanted, folder.own, folder.root);
  if (file === undefined) {
    throw new ExplainedError(
      `${wanted} is outside of the workspace.`,
      `${sent} Give # @save a path inside ${folder.root}.`,
    );
  }
  try {
    await saveResult(file, result);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ExplainedError(`The result could not be saved to ${wanted}: ${reason}`, sent);
  }
  return vscode.workspace.asRelativePath(file);
}
