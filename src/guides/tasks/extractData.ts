/** Extracts rows or tracking into a file of the FTP site (best-practices row D1): one call, however much it is. */
import { fileNameQuestion } from '../fileName.ts';
import type { Answers, Choice, Guide, GuideRequest, Question } from '../guide.ts';
import {
  answer,
  choice,
  emailAddress,
  momentWithOffset,
  pairs,
  pairsOf,
  partsOf,
  pick,
  text,
} from '../questions.ts';
import { serverText } from '../serverText.ts';
import { of } from '../xml.ts';

/** Documented identifiers of the two types that every account has. */
const extractTypes = {
  rows: 'bb94a04d-9632-4623-be47-daabc3f588a6',
  tracking: 'c7219016-a7f0-4c72-8657-1ec12c28a0db',
} as const;

/** What a tracking extract can hold: a file in its archive for each. */
const trackingKinds: readonly Choice[] = [
  { value: 'ExtractSent', label: 'Sent', isPicked: true },
  { value: 'ExtractOpens', label: 'Opens', isPicked: true },
  { value: 'ExtractClicks', label: 'Clicks', isPicked: true },
  { value: 'ExtractBounces', label: 'Bounces', isPicked: true },
  { value: 'ExtractUnsubs', label: 'Unsubscribes', isPicked: true },
  { value: 'ExtractSendJobs', label: 'Send jobs', description: 'the sends themselves', isPicked: true },
];

const is =
  (what: 'rows' | 'tracking' | 'other') =>
  (answers: Answers): boolean =>
    answers['what'] === what;

const ofRows: readonly Question[] = [
  pick('dataExtension', 'dataExtensions', 'Data extension', { when: is('rows') }),
  fileNameQuestion('rowsFile', 'Name of the file', {
    when: is('rows'),
    initial: (answers) => `${answers['dataExtension'] ?? ''}-%%Year%%%%Month%%%%Day%%.csv`,
  }),
  choice(
    'delimiter',
    'Between the columns',
    [
      { value: ',', label: 'A comma' },
      { value: ';', label: 'A semicolon', description: ';' },
      { value: '|', label: 'A bar', description: '|' },
    ],
    { when: is('rows') },
  ),
];

const ofTracking: readonly Question[] = [
  choice('kinds', 'What of the sends?', trackingKinds, { many: true, when: is('tracking') }),
  text('from', 'From', 'Date and time with offset; what happened since', {
    check: momentWithOffset,
    example: '2026-05-01T00:00:00Z',
    when: is('tracking'),
  }),
  text('to', 'To', 'Date and time with offset; what happened until then', {
    check: (value, answers) => momentWithOffset(value) ?? inOrder(answers['from'] ?? '', value),
    example: '2026-06-01T00:00:00Z',
    when: is('tracking'),
  }),
  pick('sends', 'sends', 'Of these sends only; none for all', { many: true, when: is('tracking') }),
  fileNameQuestion('trackingFile', 'Name of the archive', {
    when: is('tracking'),
    initial: 'tracking-%%Year%%%%Month%%%%Day%%.zip',
  }),
];

/** Of a type that only this account may have: by its description. */
const ofOther: readonly Question[] = [
  pick('type', 'extractTypes', 'Type of extract', { when: is('other') }),
  pick('parameters', 'extractParameters', 'Parameters to give', {
    many: true,
    of: 'type',
    when: is('other'),
  }),
  text('values', 'Values', 'Parameter=Value, separated by commas', {
    check: (value, answers) => pairs(value) ?? missing(value, answers),
    initial: (answers) =>
      partsOf(answers['parameters'])
        .map((name) => `${name}=`)
        .join(', '),
    when: is('other'),
  }),
];

export const extractData: Guide = {
  stage: 'After the send',
  title: 'Extract Data into a File',
  description: 'Rows of a data extension or tracking, into the Export folder of the FTP site',
  questions: [
    choice('what', 'What is wanted?', [
      { value: 'rows', label: 'The rows of a data extension' },
      { value: 'tracking', label: 'Tracking', description: 'sent, opens, clicks, bounces, unsubscribes' },
      {
        value: 'other',
        label: 'Another type of extract',
        description: 'by the description that the account has of it',
      },
    ]),
    ...ofRows,
    ...ofTracking,
    ...ofOther,
    text('notify', 'Notify', 'Whom to tell when the file is there; empty for nobody', {
      check: (value) => (value.trim() === '' ? undefined : emailAddress(value)),
      when: (answers) => !is('other')(answers),
    }),
  ],
  build: (answers) => {
    if (is('other')(answers)) return [extract(answer(answers, 'type'), pairsOf(answers['values']))];
    const notify = answer(answers, 'notify');
    const parameters = is('rows')(answers) ? rowsParameters(answers) : trackingParameters(answers);
    return [
      extract(is('rows')(answers) ? extractTypes.rows : extractTypes.tracking, [
        ...parameters,
        ...(notify === '' ? [] : [['NotificationEmail', notify] as const]),
      ]),
    ];
  },
};

type Parameters = readonly (readonly [name: string, value: string])[];

/** The service wants the two dates and the number, with just these values. */
function rowsParameters(answers: Answers): Parameters {
  return [
    ['DECustomerKey', answer(answers, 'dataExtension')],
    ['HasColumnHeaders', 'true'],
    ['_AsyncID', '0'],
    ['OutputFileName', answer(answers, 'rowsFile')],
    ['ColumnDelimiter', answers['delimiter'] ?? ','],
    ['StartDate', '1/1/1900 1:00:00 AM'],
    ['EndDate', '1/1/1900 1:00:00 AM'],
  ];
}

function trackingParameters(answers: Answers): Parameters {
  const sends = partsOf(answers['sends']);
  return [
    ['StartDate', serverText(answer(answers, 'from'))],
    ['EndDate', serverText(answer(answers, 'to'))],
    ['OutputFileName', answer(answers, 'trackingFile')],
    ['Format', 'csv'],
    ...(sends.length === 0 ? [] : [['SendIDs', sends.join(',')] as const]),
    ...partsOf(answers['kinds']).map((kind) => [kind, 'true'] as const),
  ];
}

function extract(id: string, parameters: Parameters): GuideRequest {
  return {
    title: 'Extract into the Export folder of the FTP site',
    name: 'extractData',
    body: of('ExtractRequestMsg', [
      of('Requests', [
        of('ID', id),
        of('Options'),
        of(
          'Parameters',
          parameters.map(([name, value]) => of('Parameter', [of('Name', name), of('Value', value)])),
        ),
      ]),
    ]),
  };
}

function inOrder(from: string, to: string): string | undefined {
  return Date.parse(to) > Date.parse(from) ? undefined : 'This must be after the moment that it begins at.';
}

/** A parameter that was chosen and has no value would be refused. */
function missing(value: string, answers: Answers): string | undefined {
  const given = new Map(pairsOf(value));
  const without = partsOf(answers['parameters']).find((name) => (given.get(name) ?? '') === '');
  return without && `${without} has no value.`;
}
