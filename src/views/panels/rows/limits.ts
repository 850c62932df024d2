/** Why rows cannot be written, or not as a person would expect, and what to do then: said before anything is changed. */
import type { Account } from '../../account.ts';
import type { RowField } from './rowField.ts';
import type { Standing } from './standing.ts';
import type { RowsTarget } from './target.ts';

/** What is needed of a session. */
interface Limited {
  readonly account: Account;
  readonly target: RowsTarget;
  /** Undefined until it was found out. */
  readonly standing: Standing | undefined;
  readonly fields: readonly RowField[];
  readonly hasKey: boolean;
}

const stillPossible = 'Rows can be looked at, copied and exported.';

/** Why nothing of it can be written; undefined when something can. */
export function readOnlyReason({
  account,
  standing,
}: Pick<Limited, 'account' | 'standing'>): string | undefined {
  if (account.isReadOnly === true)
    return `${account.label} is read-only by the settings of its connection. ${stillPossible} To write, change readOnly in the setting marketingCloud.connections.`;
  if (standing?.isSynchronised === true)
    return `This data extension is synchronised: its rows come from the CRM, and the service lets nobody else change them. ${stillPossible} Change them in the CRM, or copy them into another data extension with a query.`;
  if (standing?.mayWrite === false)
    return `The token of ${account.label} may not write to data extensions. ${stillPossible} To write, have the permission Data Extensions: Write (data_extensions_write) added to the installed package, and reload the rows.`;
  return undefined;
}

/** What the page says above the rows; undefined where all can be done that one expects. */
export function limitsOf(limited: Limited): string | undefined {
  const reason = readOnlyReason(limited);
  const { target, fields, hasKey } = limited;
  if (reason !== undefined || fields.length === 0) return reason;
  const parts = [
    ...(target.owner === undefined
      ? []
      : [
          'The enterprise shares this data extension: other business units see what is written here. Whether this one may write, the service says only when it does; what is refused stays here, marked.',
        ]),
    ...(hasKey
      ? []
      : [
          'This data extension has no primary key: rows can be added, but the API cannot change or delete single ones. To change many, import a file, or clear it and add the rows anew.',
        ]),
  ];
  return parts.length === 0 ? undefined : parts.join(' ');
}
