/** What is asked about an import: the file and where it goes, or the source in Salesforce (best-practices rows E1 to E7). */
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
    'Is there such a file on this machine?',
    [
      { value: 'yes', label: 'Yes: check it first', description: 'it is only read, here' },
      { value: 'no', label: 'No' },
    ],
    { when: isFile },
  ),
  {
    ...{ kind: 'file', key: 'file', title: 'File', prompt: 'As it will be imported', reads: 'beginning' },
    check: textProblem,
    when: hasSample,
  },
  choice('type', 'Between the columns', typeChoices, { when: isFile }),
  text('delimiter', 'Delimiter', 'One or more characters', {
    check: (value) => (value === '' ? 'This cannot be left out.' : undefined),
    preview: (value, answers) =>
      hasSample(answers) && value !== ''
        ? `It finds ${columnsText(firstRowOf(answers, value).length)}`
        : undefined,
    example: '|',
    when: (answers) => isFile(answers) && answers['type'] === 'Other',
  }),
  choice('headings', 'The first line', headingChoices, { when: isFile }),
];

const aboutDestination: readonly Question[] = [
  choice(
    'destination',
    'Where do the rows go?',
    [
      { value: 'dataExtension', label: 'Into a data extension' },
      { value: 'list', label: 'Onto a list' },
      {
        value: 'publicationList',
        label: 'Onto a publication list',
        description: 'e-mail address, subscriber key, status and reason only',
      },
    ],
    { when: isFile },
  ),
  pick('dataExtension', 'dataExtensions', 'Data extension', { when: into('dataExtension') }),
  pick('list', 'lists', 'List', { when: into('list') }),
  pick('publicationList', 'publicationLists', 'Publication list', { when: into('publicationList') }),
  choice(
    'mapping',
    'Which column goes where?',
    [
      { value: 'InferFromColumnHeadings', label: 'By the names in the first line' },
      { value: 'ManualMap', label: 'Column by column', description: 'where names differ' },
    ],
    {
      when: (answers) =>
        isFile(answers) && answers['headings'] === 'true' && !into('publicationList')(answers),
    },
  ),
  pick('columns', 'fields', 'Columns to fill', {
    ...{ many: true, of: 'dataExtension', arrange: arrangeColumns },
    when: (answers) =>
      hasSample(answers) &&
      into('dataExtension')(answers) &&
      answers['mapping'] === 'InferFromColumnHeadings',
  }),
  text(
    'maps',
    'Columns',
    'Column of the file=Name at the destination, separated by commas; without names, 1 is the first column',
    {
      ...{ check: checkMaps, initial: firstMaps, when: isMapped },
      example: 'Mail=Email Address, Key=Subscriber Key',
    },
  ),
];

const aboutPlace: readonly Question[] = [
  pick('location', 'fileLocations', 'Location of the file', {
    when: isFile,
    arrange: (found) =>
      found.map((each) => ({
        ...each,
        isPicked: each.value === usualLocation,
        ...(each.value === usualLocation ? { description: 'the Import folder of the FTP site' } : {}),
      })),
  }),
  choice(
    'naming',
    'How is the file named?',
    [
      { value: 'typed', label: 'A name, or a pattern with the date' },
      { value: 'portfolio', label: 'The name of a portfolio object' },
    ],
    { when: isFile },
  ),
  fileNameQuestion('fileName', 'Name of the file', {
    initial: (answers) => answers['file.name'] ?? '',
    example: 'orders%%Year%%%%Month%%%%Day%%.csv',
    when: (answers) => isFile(answers) && answers['naming'] === 'typed',
  }),
  pick('portfolio', 'portfolio', 'Portfolio object', {
    when: (answers) => isFile(answers) && answers['naming'] === 'portfolio',
  }),
  choice(
    'update',
    'What happens to rows that are there?',
    [
      { value: 'AddAndUpdate', label: 'Add and update' },
      { value: 'AddAndDoNotUpdate', label: 'Add only' },
      { value: 'UpdateButDoNotAdd', label: 'Update only' },
      { value: 'Overwrite', label: 'Overwrite', description: 'all rows are removed first' },
    ],
    { when: isFile },
  ),
  choice(
    'errors',
    'Go on after a row that cannot be imported?',
    [
      { value: 'true', label: 'Go on', description: 'rows that fail are left out and reported' },
      { value: 'false', label: 'Stop' },
    ],
    { when: isFile },
  ),
];

/** In this order. */
export const fileQuestions: readonly Question[] = [...aboutFile, ...aboutDestination, ...aboutPlace];

export const salesforceQuestions: readonly Question[] = [
  text(
    'object',
    'Object or report',
    'API name of the object, or ID of the report; it cannot be changed later',
    {
      check: required,
      example: 'Contact',
      when: isSalesforce,
    },
  ),
  choice(
    'range',
    'Which data?',
    [
      { value: 'all', label: 'All data' },
      { value: 'new', label: 'Only data after a date and time' },
    ],
    { when: isSalesforce },
  ),
  text('since', 'After', 'Date and time with offset', {
    check: momentWithOffset,
    example: '2026-05-16T00:00:00Z',
    when: (answers) => isSalesforce(answers) && answers['range'] === 'new',
  }),
  text(
    'target',
    'Customer key of the data extension',
    'It is made by the service, like the object or report',
    {
      check: requiredKey,
      when: isSalesforce,
    },
  ),
];
