/** What the page is told of a session, but for its rows. */
import type { RowsState } from '../../../shared/rowsMessages.ts';
import { typeText } from '../../trees/dataExtensions/typeText.ts';
import { limitsOf } from './limits.ts';
import type { RowsSession } from './session.ts';

export function rowsState(session: RowsSession): RowsState {
  const { target, account, fields, error, busy, sort } = session;
  const limits = limitsOf(session);
  return {
    title: target.name,
    where: account.label,
    columns: fields.map((field) => ({
      name: field.name,
      type: typeText(field),
      kind: field.kind,
      isPrimaryKey: field.isPrimaryKey,
      isRequired: field.isRequired,
    })),
    shown: session.shown,
    loaded: session.loaded,
    status: session.status,
    version: session.version,
    filter: session.filter,
    changes: countsOf(session),
    isReadOnly: session.isReadOnly,
    canStop: session.canStop,
    ...(sort === undefined ? {} : { sort }),
    ...(limits === undefined ? {} : { limits }),
    ...(error === undefined ? {} : { error: session.describe(error) }),
    ...(busy === undefined ? {} : { busy }),
  };
}

function countsOf(session: RowsSession): RowsState['changes'] {
  const pending = session.changes.pending();
  const count = (mark: string): number => pending.filter((row) => row.mark === mark).length;
  return {
    changed: count('changed'),
    added: count('added'),
    deleted: count('deleted'),
    invalid: pending.filter(({ id }) => Object.keys(session.cellProblems(id)).length > 0).length,
    failed: session.changes.problems.size,
  };
}
