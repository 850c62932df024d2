/** Lets a person choose what to watch: a send, a triggered send definition, or one that was watched before. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import {
  allTriggeredDefinitionsQuery,
  formatNumber,
  nameOf,
  phaseOf,
  readSend,
  readTriggeredDefinition,
  recentSendsQuery,
  type Account,
  type KeptSend,
  type WatchTarget,
} from '../../views/index.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { placeOf } from './place.ts';

const day = 86_400_000;

interface Choice extends vscode.QuickPickItem {
  readonly target?: WatchTarget;
}

/**
 * Sends of the last two days, running ones first, then triggered send definitions.
 * @param found sends that the last request has found; they are offered before all others
 */
export async function pickTarget(
  account: Account,
  found: readonly WatchTarget[],
): Promise<WatchTarget | undefined> {
  const client = await account.client();
  const now = new Date();
  const [sends, definitions] = await Promise.all([
    client.retrieveAll(recentSendsQuery(new Date(now.getTime() - 2 * day))),
    client.retrieveAll(allTriggeredDefinitionsQuery),
  ]);
  const place = placeOf(account);
  const choices: Choice[] = [
    ...foundChoices(found),
    { label: l10n.t('Sends of the last two days'), kind: vscode.QuickPickItemKind.Separator },
    ...sends
      .map(readSend)
      .map((send) => ({ send, isRunning: phaseOf(send, now) === 'running' }))
      .sort((a, b) => Number(b.isRunning) - Number(a.isRunning) || b.send.id - a.send.id)
      .map(({ send: { id, name, subject, status }, isRunning }) => ({
        label: `$(${isRunning ? 'sync' : 'mail'}) ${name === '' ? subject : name}`,
        description: l10n.t('{0} · ID {1}', status, id),
        target: { ...place, kind: 'send', id: String(id), name } as const,
      })),
    { label: l10n.t('Triggered sends'), kind: vscode.QuickPickItemKind.Separator },
    ...definitions.map(readTriggeredDefinition).map(({ key, name, status }) => ({
      label: `$(zap) ${name}`,
      description: `${status} · ${key}`,
      target: { ...place, kind: 'triggered', id: key, name } as const,
    })),
  ];
  if (choices.every(({ target }) => target === undefined)) {
    throw new ExplainedError(
      l10n.t('There was no send in the last two days, and there is no triggered send definition.'),
      l10n.t('Start a send first.'),
    );
  }
  const placeHolder = l10n.t('Choose the send to watch');
  const picked = await vscode.window.showQuickPick(choices, { placeHolder, matchOnDescription: true });
  return picked?.target;
}

function foundChoices(found: readonly WatchTarget[]): Choice[] {
  if (found.length === 0) return [];
  return [
    { label: l10n.t('In the last result'), kind: vscode.QuickPickItemKind.Separator },
    ...found.map((target) => ({
      label: `$(list-flat) ${target.name === undefined || target.name === '' ? l10n.t('Send') : target.name}`,
      description: l10n.t('ID {0} · {1}', target.id, target.where),
      target,
    })),
  ];
}

/** A send that was watched in this workspace and is no longer on the panel. */
export async function pickKept(kept: readonly KeptSend[]): Promise<KeptSend | undefined> {
  const hidden = kept.filter(({ shown }) => !shown);
  if (hidden.length === 0) {
    throw new ExplainedError(
      l10n.t('Nothing has been taken from Live Sends in this workspace.'),
      l10n.t('What is watched stays there until it is taken away.'),
    );
  }
  const choices = hidden.map((each) => ({
    label: `$(history) ${nameOf(each.send)}`,
    description: l10n.t(
      '{0} sent · {1}',
      formatNumber(each.send.reading?.numberSent ?? 0),
      each.send.target.where,
    ),
    detail: l10n.t('Last looked at on {0}', new Date(each.keptAt).toLocaleString()),
    each,
  }));
  const placeHolder = l10n.t('Choose the send to see again');
  const picked = await vscode.window.showQuickPick(choices, { placeHolder, matchOnDescription: true });
  return picked?.each;
}
