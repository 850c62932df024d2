/** Adds rows to a data extension, or changes those whose key is there (best-practices rows A7, D9). */
import * as l10n from '@vscode/l10n';
import { upserts } from '../batches.ts';
import { csvProblem, csvRows, isFromFile } from '../csv.ts';
import type { Answers, Guide } from '../guide.ts';
import { answer, choice, pairs, pairsOf, partsOf, pick, required, text } from '../questions.ts';
import { of, type Xml } from '../xml.ts';

const columnsOf = (answers: Answers): readonly string[] => partsOf(answers['columns']);

export const addRows: Guide = {
  stage: 'before',
  title: l10n.t('Add Rows to a Data Extension'),
  description: l10n.t('One, or those of a CSV file; rows whose key is there are changed'),
  questions: [
    pick('dataExtension', 'dataExtensions', l10n.t('Data extension')),
    pick('columns', 'fields', l10n.t('Columns to fill; its primary keys among them'), {
      many: true,
      of: 'dataExtension',
    }),
    choice('source', l10n.t('How many rows?'), [
      { value: 'one', label: l10n.t('One row') },
      {
        value: 'file',
        label: l10n.t('Those of a CSV file'),
        description: l10n.t('with the columns in its header line'),
      },
    ]),
    text('row', l10n.t('Values'), l10n.t('Column=Value, separated by commas'), {
      check: (value, answers) => required(value) ?? pairs(value) ?? unknownColumn(value, answers),
      when: (answers) => !isFromFile(answers),
    }),
    {
      ...{
        kind: 'file',
        key: 'file',
        title: l10n.t('CSV file'),
        prompt: l10n.t('A header line with the columns, then the rows'),
      },
      check: (value, answers) => csvProblem(value, [], columnsOf(answers)),
      when: isFromFile,
    },
  ],
  build: (answers) =>
    upserts(
      { title: l10n.t('Rows of {0}', answer(answers, 'dataExtension')), name: 'addRows' },
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
  return wrong && l10n.t('{0} is none of the columns {1}.', wrong[0], columnsOf(answers).join(', '));
}

function rowsOf(answers: Answers): readonly (readonly (readonly [string, string])[])[] {
  if (!isFromFile(answers)) return [pairsOf(answers['row'])];
  return csvRows(answers['file'] ?? '').map((row) => Object.entries(row));
}

function property([name, value]: readonly [string, string]): Xml {
  return of('Property', [of('Name', name), of('Value', value)]);
}
