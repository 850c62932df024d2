/** What the menu of a data extension does to it as a whole: copy its definition, make another like it, clear. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { TreePayload } from '../../shared/contributions.ts';
import {
  definitionJson,
  definitionXml,
  readDefinition,
  renamed,
  writtenTo,
  type Account,
  type NodeSubject,
} from '../../views/index.ts';
import type { SoapClient } from '../../soap/index.ts';
import { subjectOf } from '../commands/treeViews.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { confirmDanger } from '../danger/confirm.ts';
import { askText } from '../dialogs/askText.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { chooseFirst, refused } from '../errors/explained.ts';

interface Parts {
  readonly active: ActiveAccount;
  /** Called when there is something else to see in the tree. */
  readonly changed: () => void;
}

type DataExtension = Extract<NodeSubject, { readonly kind: 'dataExtension' }>;
type Outcome = Awaited<ReturnType<SoapClient['create']>>;

/** Copies the definition as JSON or XML. */
export async function copyDefinition({ active }: Parts, payload: TreePayload | undefined): Promise<void> {
  const { account, subject } = chosen(active, payload);
  const format = await vscode.window.showQuickPick(
    [
      { label: 'JSON', write: definitionJson },
      { label: 'XML', description: l10n.t('the object of a create request'), write: definitionXml },
    ],
    { title: l10n.t('Copy the definition of {0} as', subject.name) },
  );
  if (format === undefined) return;
  await vscode.env.clipboard.writeText(format.write(await definitionOf(account, subject)));
  vscode.window.setStatusBarMessage(l10n.t('Copied the definition of {0}', subject.name), 3000);
}

/** Makes another data extension with the same fields and settings, in the same folder, without rows. */
export async function copyDataExtension(parts: Parts, payload: TreePayload | undefined): Promise<void> {
  const { account, subject } = chosen(parts.active, payload);
  const name = await askText({
    title: l10n.t('Copy {0}', subject.name),
    prompt: l10n.t(
      'Name of the new data extension in {0}. It gets the fields and settings, not the rows.',
      account.label,
    ),
    value: l10n.t('{0} copy', subject.name),
    validateInput: (text) =>
      text.trim() === '' || text.length > 128
        ? l10n.t('A name of 1 to 128 characters is needed.')
        : undefined,
  });
  if (name === undefined) return;
  const client = await account.client();
  check(
    await client.create([
      renamed(await definitionOf(account, subject), name.trim(), subject.owner !== undefined),
    ]),
  );
  parts.changed();
}

/** Deletes all rows, after asking. */
export async function clearDataExtension({ active }: Parts, payload: TreePayload | undefined): Promise<void> {
  const { account, subject } = chosen(active, payload);
  const isMeant = await confirmDanger(account, {
    question: l10n.t('Clear the data extension “{0}”?', subject.name),
    detail: l10n.t('All rows of {0} are deleted (Perform ClearData). This cannot be undone.', subject.key),
    action: l10n.t('Clear'),
    name: subject.name,
  });
  if (!isMeant) return;
  const client = await account.client();
  check(
    await client.perform('ClearData', [
      { $type: 'DataExtension', ...writtenTo(subject), CustomerKey: subject.key },
    ]),
  );
  vscode.window.setStatusBarMessage(l10n.t('Cleared {0}', subject.name), 3000);
}

function chosen(
  { account }: ActiveAccount,
  payload: TreePayload | undefined,
): { readonly account: Account; readonly subject: DataExtension } {
  const subject = subjectOf(payload, 'dataExtension');
  if (account !== undefined && subject !== undefined) return { account, subject };
  throw chooseFirst(l10n.t('Choose a data extension first.'));
}

async function definitionOf(
  account: Account,
  subject: DataExtension,
): Promise<NonNullable<Awaited<ReturnType<typeof readDefinition>>>> {
  const definition = await readDefinition(await account.client(), subject);
  if (definition !== undefined) return definition;
  throw new ExplainedError(
    l10n.t('{0} is gone.', subject.name),
    l10n.t('It was deleted meanwhile: refresh the side bar.'),
  );
}

/** @throws ExplainedError with the service's words when it refused. */
function check({ results }: Outcome): void {
  const failed = results.find(({ ok }) => !ok);
  if (failed !== undefined) throw refused(l10n.t('Nothing was changed.'), failed.message);
}
