/** Adds rows to a data extension, or changes those whose key is there (best-practices rows A7, D9). */
import { upserts } from '../batches.ts';
import { csvProblem, csvRows, isFromFile } from '../csv.ts';
import type { Answers, Guide } from '../guide.ts';
import { answer, choice, pairs, pairsOf, partsOf, pick, required, text } from '../questions.ts';
import { of, type Xml } from '../xml.ts';

const columnsOf = (answers: Answers): readonly string[] => partsOf(answers['columns']);

export const addRows: Guide = {
  stage: 'Before the send',
  title: 'Add Rows to a Data Extension',
  description: 'One, or those of a CSV file; rows whose key is there are changed',
  questions: [
    pick('dataExtension', 'dataExtensions', 'Data extension'),
    pick('columns', 'fields', 'Columns to fill; its primary keys among them', {
      many: true,
      of: 'dataExtension',
    }),
    choice('source', 'How many rows?', [
      { value: 'one', label: 'One row' },
      { value: 'file', label: 'Those of a CSV file', description: 'with the columns in its header line' },
    ]),
    text('row', 'Values', 'Column=Value, separated by commas', {
      check: (value, answers) => required(value) ?? pairs(value) ?? unknownColumn(value, answers),
      when: (answers) => !isFromFile(answers),
    }),
    {
      ...{
        kind: 'file',
        key: 'file',
        title: 'CSV file',
        prompt: 'A header line with the columns, then the rows',
      },
      check: (value, answers) => csvProblem(value, [], columnsOf(answers)),
      when: isFromFile,
    },
  ],
  build: (answers) =>
    upserts(
      { title: `Rows of ${answer(answers, 'dataExtension')}`, name: 'addRows' },
      'DataExtensionObject',
      rowsOf(answers).map((row) => [
        of('CustomerKey', answer(answers, 'dataExtension')),
        of('Properties', row.map(property)),
      ]),
    ),
};

/** The service drops a column that it does not know without a word. */
function unknownColumn(value: string, answers: Answers): string | undefined {
  const wrong = pairsOf(value).find(([name]) => !columnsOf(answers).includes(name));
  return wrong && `${wrong[0]} is none of the columns ${columnsOf(answers).join(', ')}.`;
}

function rowsOf(answers: Answers): readonly (readonly (readonly [string, string])[])[] {
  if (!isFromFile(answers)) return [pairsOf(answers['row'])];
  return csvRows(answers['file'] ?? '').map((row) => Object.entries(row));
}

function property([name, value]: readonly [string, string]): Xml {
  return of('Property', [of('Name', name), of('Value', value)]);
}
