/** Extracts rows or tracking into a file of the FTP site (best-practices row D1): one call, however much it is. */
import * as l10n from '@vscode/l10n';
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
  { value: 'ExtractSent', label: l10n.t('Sent'), isPicked: true },
  { value: 'ExtractOpens', label: l10n.t('Opens'), isPicked: true },
  { value: 'ExtractClicks', label: l10n.t('Clicks'), isPicked: true },
  { value: 'ExtractBounces', label: l10n.t('Bounces'), isPicked: true },
  { value: 'ExtractUnsubs', label: l10n.t('Unsubscribes'), isPicked: true },
  {
    value: 'ExtractSendJobs',
    label: l10n.t('Send jobs'),
    description: l10n.t('the sends themselves'),
    isPicked: true,
  },
];

const is =
  (what: 'rows' | 'tracking' | 'other') =>
  (answers: Answers): boolean =>
    answers['what'] === what;

const ofRows: readonly Question[] = [
  pick('dataExtension', 'dataExtensions', l10n.t('Data extension'), { when: is('rows') }),
  fileNameQuestion('rowsFile', l10n.t('Name of the file'), {
    when: is('rows'),
    initial: (answers) => `${answers['dataExtension'] ?? ''}-%%Year%%%%Month%%%%Day%%.csv`,
  }),
  choice(
    'delimiter',
    l10n.t('Between the columns'),
    [
      { value: ',', label: l10n.t('A comma') },
      { value: ';', label: l10n.t('A semicolon'), description: ';' },
      { value: '|', label: l10n.t('A bar'), description: '|' },
    ],
    { when: is('rows') },
  ),
];

const ofTracking: readonly Question[] = [
  choice('kinds', l10n.t('What of the sends?'), trackingKinds, { many: true, when: is('tracking') }),
  text('from', l10n.t('From'), l10n.t('Date and time with offset; what happened since'), {
    check: momentWithOffset,
    example: '2026-05-01T00:00:00Z',
    when: is('tracking'),
  }),
  text('to', l10n.t('To'), l10n.t('Date and time with offset; what happened until then'), {
    check: (value, answers) => momentWithOffset(value) ?? inOrder(answers['from'] ?? '', value),
    example: '2026-06-01T00:00:00Z',
    when: is('tracking'),
  }),
  pick('sends', 'sends', l10n.t('Of these sends only; none for all'), { many: true, when: is('tracking') }),
  fileNameQuestion('trackingFile', l10n.t('Name of the archive'), {
    when: is('tracking'),
    initial: 'tracking-%%Year%%%%Month%%%%Day%%.zip',
  }),
];

/** Of a type that only this account may have: by its description. */
const ofOther: readonly Question[] = [
  pick('type', 'extractTypes', l10n.t('Type of extract'), { when: is('other') }),
  pick('parameters', 'extractParameters', l10n.t('Parameters to give'), {
    many: true,
    of: 'type',
    when: is('other'),
  }),
  text('values', l10n.t('Values'), l10n.t('Parameter=Value, separated by commas'), {
    check: (value, answers) => pairs(value) ?? missing(value, answers),
    initial: (answers) =>
      partsOf(answers['parameters'])
        .map((name) => `${name}=`)
        .join(', '),
    when: is('other'),
  }),
];

export const extractData: Guide = {
  stage: 'after',
  title: l10n.t('Extract Data into a File'),
  description: l10n.t('Rows of a data extension or tracking, into the Export folder of the FTP site'),
  questions: [
    choice('what', l10n.t('What is wanted?'), [
      { value: 'rows', label: l10n.t('The rows of a data extension') },
      {
        value: 'tracking',
        label: l10n.t('Tracking'),
        description: l10n.t('sent, opens, clicks, bounces, unsubscribes'),
      },
      {
        value: 'other',
        label: l10n.t('Another type of extract'),
        description: l10n.t('by the description that the account has of it'),
      },
    ]),
    ...ofRows,
    ...ofTracking,
    ...ofOther,
    text('notify', l10n.t('Notify'), l10n.t('Whom to tell when the file is there; empty for nobody'), {
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
    title: l10n.t('Extract into the Export folder of the FTP site'),
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
  return Date.parse(to) > Date.parse(from)
    ? undefined
    : l10n.t('This must be after the moment that it begins at.');
}

/** A parameter that was chosen and has no value would be refused. */
function missing(value: string, answers: Answers): string | undefined {
  const given = new Map(pairsOf(value));
  const without = partsOf(answers['parameters']).find((name) => (given.get(name) ?? '') === '');
  return without && l10n.t('{0} has no value.', without);
}
