/** Writes pending rows, and says of each of them what became of it. */
import type { ObjectResult, SoapClient, WriteOutcome } from '../../../soap/index.ts';
import type { ErrorText } from '../../account.ts';
import type { DataExtensionId } from '../../trees/dataExtensions/dataExtension.ts';
import type { PendingRow, RowProblem } from './rowChanges.ts';
import type { RowField } from './rowField.ts';
import { methodOf, rowObject, type RowWriteMethod } from './rowObjects.ts';

export interface RowWriting {
  readonly client: SoapClient;
  readonly target: DataExtensionId;
  readonly fields: readonly RowField[];
  readonly describeError: (error: unknown) => ErrorText;
  /** Told before each method how many rows are done. */
  readonly progress: (done: number) => void;
  /** Told of each row as soon as its answer is there: a problem, or undefined when it was written. */
  readonly settled: (row: PendingRow, problem: RowProblem | undefined) => void;
}

/** Deleted rows go first, so that a row with the same key can be added in the same write. */
const order: readonly RowWriteMethod[] = ['delete', 'update', 'create'];

/** Never throws: what fails is told of the rows that it concerns. */
export async function writeRows(rows: readonly PendingRow[], writing: RowWriting): Promise<void> {
  let done = 0;
  for (const method of order) {
    const ofMethod = rows.filter(({ mark }) => methodOf[mark] === method);
    if (ofMethod.length === 0) continue;
    writing.progress(done);
    await writeMethod(method, ofMethod, writing);
    done += ofMethod.length;
  }
}

async function writeMethod(
  method: RowWriteMethod,
  rows: readonly PendingRow[],
  writing: RowWriting,
): Promise<void> {
  const { client, target, fields, settled } = writing;
  const objects = rows.map((row) => rowObject(target, row, fields));
  let outcome: WriteOutcome;
  try {
    outcome = await client[method](objects);
  } catch (error) {
    const { title, advice, serverMessage } = writing.describeError(error);
    const message = [title, serverMessage ?? advice].join(' ');
    for (const row of rows) settled(row, { message, cells: {} });
    return;
  }
  const results = new Map(outcome.results.map((result) => [result.ordinal, result]));
  for (const [index, row] of rows.entries()) {
    const result = results.get(index);
    settled(row, resultProblem(index, result, outcome, writing.describeError));
  }
}

/** What was wrong with the row of this index; undefined when it was written. */
export function resultProblem(
  index: number,
  result: ObjectResult | undefined,
  outcome: WriteOutcome,
  describeError: RowWriting['describeError'],
): RowProblem | undefined {
  return result === undefined ? unanswered(index, outcome, describeError) : problemOf(result);
}

function problemOf(result: ObjectResult): RowProblem | undefined {
  if (result.ok) return undefined;
  const named = result.details.filter(({ name }) => name !== '');
  const words = result.details.map(({ message }) => message).filter((message) => message !== '');
  return {
    message: words.length === 0 ? result.message : words.join(' '),
    cells: Object.fromEntries(named.map(({ name, message }) => [name, message])),
  };
}

/** What is said of a row that got no result: sent with an unknown end, or never sent. */
function unanswered(
  index: number,
  { interruption }: WriteOutcome,
  describeError: RowWriting['describeError'],
): RowProblem {
  if (interruption === undefined)
    return { message: 'The service said nothing of this row. Reload to see what it holds.', cells: {} };
  const { title } = describeError(interruption.error);
  const message =
    index >= interruption.unsentFrom
      ? `Not sent: ${title}`
      : `It is not known whether this was written: ${title} Reload to see what the server holds.`;
  return { message, cells: {} };
}
