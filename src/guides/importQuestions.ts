/** What is asked about an import: the file and where it goes, or the source in Salesforce (best-practices rows E1 to E7). */
import * as l10n from '@vscode/l10n';
import { fileNameQuestion } from './fileName.ts';
import type { Answers, Question } from './guide.ts';
import {
  arrangeColumns,
  columnsText,
  headingChoices,
  firstRowOf,
  textProblem,
  typeChoices,
} from './importFile.ts';
import { checkMaps, firstMaps } from './importMaps.ts';
import { choice, momentWithOffset, pick, required, requiredKey, text } from './questions.ts';

/** The Import folder of the account's FTP site, which every account has. */
const usualLocation = 'ExactTarget Enhanced FTP';

export const isFile = (answers: Answers): boolean => answers['kind'] === 'file';
export const isSalesforce = (answers: Answers): boolean => !isFile(answers);
const hasSample = (answers: Answers): boolean => isFile(answers) && answers['sample'] === 'yes';
export const into =
  (destination: string) =>
  (answers: Answers): boolean =>
    isFile(answers) && answers['destination'] === destination;
export const isMapped = (answers: Answers): boolean =>
  isFile(answers) &&
  (answers['headings'] === 'false' || answers['mapping'] === 'ManualMap' || into('publicationList')(answers));

const aboutFile: readonly Question[] = [
  choice(
    'sample',
    l10n.t('Is there such a file on this machine?'),
    [
      { value: 'yes', label: l10n.t('Yes: check it first'), description: l10n.t('it is only read, here') },
      { value: 'no', label: l10n.t('No') },
    ],
    { when: isFile },
  ),
  {
    ...{
      kind: 'file',
      key: 'file',
      title: l10n.t('File'),
      prompt: l10n.t('As it will be imported'),
      reads: 'beginning',
    },
    check: textProblem,
    when: hasSample,
  },
  choice('type', l10n.t('Between the columns'), typeChoices, { when: isFile }),
  text('delimiter', l10n.t('Delimiter'), l10n.t('One or more characters'), {
    check: (value) => (value === '' ? l10n.t('This cannot be left out.') : undefined),
    preview: (value, answers) =>
      hasSample(answers) && value !== ''
        ? l10n.t('It finds {0}', columnsText(firstRowOf(answers, value).length))
        : undefined,
    example: '|',
    when: (answers) => isFile(answers) && answers['type'] === 'Other',
  }),
  choice('headings', l10n.t('The first line'), headingChoices, { when: isFile }),
];

const aboutDestination: readonly Question[] = [
  choice(
    'destination',
    l10n.t('Where do the rows go?'),
    [
      { value: 'dataExtension', label: l10n.t('Into a data extension') },
      { value: 'list', label: l10n.t('Onto a list') },
      {
        value: 'publicationList',
        label: l10n.t('Onto a publication list'),
        description: l10n.t('e-mail address, subscriber key, status and reason only'),
      },
    ],
    { when: isFile },
  ),
  pick('dataExtension', 'dataExtensions', l10n.t('Data extension'), { when: into('dataExtension') }),
  pick('list', 'lists', l10n.t('List'), { when: into('list') }),
  pick('publicationList', 'publicationLists', l10n.t('Publication list'), { when: into('publicationList') }),
  choice(
    'mapping',
    l10n.t('Which column goes where?'),
    [
      { value: 'InferFromColumnHeadings', label: l10n.t('By the names in the first line') },
      { value: 'ManualMap', label: l10n.t('Column by column'), description: l10n.t('where names differ') },
    ],
    {
      when: (answers) =>
        isFile(answers) && answers['headings'] === 'true' && !into('publicationList')(answers),
    },
  ),
  pick('columns', 'fields', l10n.t('Columns to fill'), {
    ...{ many: true, of: 'dataExtension', arrange: arrangeColumns },
    when: (answers) =>
      hasSample(answers) &&
      into('dataExtension')(answers) &&
      answers['mapping'] === 'InferFromColumnHeadings',
  }),
  text(
    'maps',
    l10n.t('Columns'),
    l10n.t(
      'Column of the file=Name at the destination, separated by commas; without names, 1 is the first column',
    ),
    {
      ...{ check: checkMaps, initial: firstMaps, when: isMapped },
      example: 'Mail=Email Address, Key=Subscriber Key',
    },
  ),
];

const aboutPlace: readonly Question[] = [
  pick('location', 'fileLocations', l10n.t('Location of the file'), {
    when: isFile,
    arrange: (found) =>
      found.map((each) => ({
        ...each,
        isPicked: each.value === usualLocation,
        ...(each.value === usualLocation ? { description: l10n.t('the Import folder of the FTP site') } : {}),
      })),
  }),
  choice(
    'naming',
    l10n.t('How is the file named?'),
    [
      { value: 'typed', label: l10n.t('A name, or a pattern with the date') },
      { value: 'portfolio', label: l10n.t('The name of a portfolio object') },
    ],
    { when: isFile },
  ),
  fileNameQuestion('fileName', l10n.t('Name of the file'), {
    initial: (answers) => answers['file.name'] ?? '',
    example: 'orders%%Year%%%%Month%%%%Day%%.csv',
    when: (answers) => isFile(answers) && answers['naming'] === 'typed',
  }),
  pick('portfolio', 'portfolio', l10n.t('Portfolio object'), {
    when: (answers) => isFile(answers) && answers['naming'] === 'portfolio',
  }),
  choice(
    'update',
    l10n.t('What happens to rows that are there?'),
    [
      { value: 'AddAndUpdate', label: l10n.t('Add and update') },
      { value: 'AddAndDoNotUpdate', label: l10n.t('Add only') },
      { value: 'UpdateButDoNotAdd', label: l10n.t('Update only') },
      { value: 'Overwrite', label: l10n.t('Overwrite'), description: l10n.t('all rows are removed first') },
    ],
    { when: isFile },
  ),
  choice(
    'errors',
    l10n.t('Go on after a row that cannot be imported?'),
    [
      {
        value: 'true',
        label: l10n.t('Go on'),
        description: l10n.t('rows that fail are left out and reported'),
      },
      { value: 'false', label: l10n.t('Stop') },
    ],
    { when: isFile },
  ),
];

/** In this order. */
export const fileQuestions: readonly Question[] = [...aboutFile, ...aboutDestination, ...aboutPlace];

export const salesforceQuestions: readonly Question[] = [
  text(
    'object',
    l10n.t('Object or report'),
    l10n.t('API name of the object, or ID of the report; it cannot be changed later'),
    {
      check: required,
      example: 'Contact',
      when: isSalesforce,
    },
  ),
  choice(
    'range',
    l10n.t('Which data?'),
    [
      { value: 'all', label: l10n.t('All data') },
      { value: 'new', label: l10n.t('Only data after a date and time') },
    ],
    { when: isSalesforce },
  ),
  text('since', l10n.t('After'), l10n.t('Date and time with offset'), {
    check: momentWithOffset,
    example: '2026-05-16T00:00:00Z',
    when: (answers) => isSalesforce(answers) && answers['range'] === 'new',
  }),
  text(
    'target',
    l10n.t('Customer key of the data extension'),
    l10n.t('It is made by the service, like the object or report'),
    {
      check: requiredKey,
      when: isSalesforce,
    },
  ),
];
