/** Creates an import, starts it, and looks at what came of it (best-practices rows A8, D6, E1 to E7). */
import * as l10n from '@vscode/l10n';
import { create } from '../batches.ts';
import type { Answers, Guide, GuideRequest } from '../guide.ts';
import { chosenHeadings } from '../importFile.ts';
import { fieldMaps } from '../importMaps.ts';
import {
  fileQuestions,
  into,
  isFile,
  isMapped,
  isSalesforce,
  salesforceQuestions,
} from '../importQuestions.ts';
import { answer, choice, emailAddress, pairsOf, required, requiredKey, text } from '../questions.ts';
import { equals, retrieve } from '../retrieve.ts';
import { given, of, typed, type Xml } from '../xml.ts';

export const importData: Guide = {
  stage: 'before',
  title: l10n.t('Import Data'),
  description: l10n.t('A file, or a Salesforce object or report; made once, started any number of times'),
  questions: [
    choice('kind', l10n.t('What is imported?'), [
      {
        value: 'file',
        label: l10n.t('A file'),
        description: l10n.t('with commas, tabs or another delimiter'),
      },
      { value: 'object', label: l10n.t('A Salesforce object') },
      { value: 'report', label: l10n.t('A Salesforce report') },
    ]),
    ...fileQuestions,
    ...salesforceQuestions,
    text('name', l10n.t('Name'), l10n.t('What the import is called'), {
      check: required,
      example: 'Orders import',
    }),
    text('key', l10n.t('Customer key'), l10n.t('What programs know it by'), {
      check: requiredKey,
      example: 'orders-import',
    }),
    text('notify', l10n.t('Notify'), l10n.t('Whom to tell of the result'), { check: emailAddress }),
  ],
  build: (answers) => {
    const key = answer(answers, 'key');
    const naming = { title: l10n.t('Create the import {0}', answer(answers, 'name')), name: 'createImport' };
    return [
      create(naming, 'ImportDefinition', isFile(answers) ? fromFile(answers) : fromSalesforce(answers)),
      start(key, noteOf(answers)),
      retrieve(
        { title: l10n.t('What came of it; once more while it is processing'), name: 'importResults' },
        {
          type: 'ImportResultsSummary',
          properties: [
            ...['TaskResultID', 'ImportStatus', 'StartDate', 'EndDate', 'TotalRows', 'NumberSuccessful'],
            ...['NumberDuplicated', 'NumberRestricted', 'NumberErrors'],
          ],
        },
        equals('TaskResultID', '{{startImport.response.body.//Results/Result/Task/ID}}'),
      ),
    ];
  },
};

function start(key: string, note: string): GuideRequest {
  return {
    title: l10n.t('Start the import'),
    name: 'startImport',
    note,
    body: of('PerformRequestMsg', [
      of('Options'),
      of('Action', 'start'),
      of('Definitions', [typed('Definition', 'ImportDefinition', [of('CustomerKey', key)])]),
    ]),
  };
}

/** Says where the rows go, before they do. */
function noteOf(answers: Answers): string {
  const extension = isSalesforce(answers) ? 'target' : 'dataExtension';
  if (isSalesforce(answers) || into('dataExtension')(answers))
    return l10n.t('This writes the rows into the data extension {0}.', answer(answers, extension));
  const list = into('list')(answers) ? 'list' : 'publicationList';
  return l10n.t('This writes the rows into the list {0}.', answer(answers, list));
}

function fromFile(answers: Answers): readonly Xml[] {
  const isOther = answers['type'] === 'Other';
  return [
    ...identity(answers),
    of('AllowErrors', answer(answers, 'errors')),
    destinationElement(answers),
    ...mappingElements(answers),
    of('FileSpec', answer(answers, answers['naming'] === 'portfolio' ? 'portfolio' : 'fileName')),
    of('FileType', answer(answers, 'type')),
    notification(answers),
    of('RetrieveFileTransferLocation', [of('CustomerKey', answer(answers, 'location'))]),
    ...(into('dataExtension')(answers) ? [] : [of('SubscriberImportType', 'Email')]),
    of('UpdateType', answer(answers, 'update')),
    ...(isOther ? [of('Delimiter', answers['delimiter'])] : []),
    of('HeaderLines', answers['headings'] === 'false' ? '0' : '1'),
  ];
}

function destinationElement(answers: Answers): Xml {
  if (into('dataExtension')(answers)) {
    return typed('DestinationObject', 'DataExtension', [of('CustomerKey', answer(answers, 'dataExtension'))]);
  }
  return into('list')(answers)
    ? typed('DestinationObject', 'List', [of('ID', answer(answers, 'list'))])
    : typed('DestinationObject', 'List', [
        of('ID', answer(answers, 'publicationList')),
        of('ListClassification', 'PublicationList'),
      ]);
}

function mappingElements(answers: Answers): readonly Xml[] {
  if (isMapped(answers)) {
    const byOrdinal = answers['headings'] === 'false';
    const kind = byOrdinal ? 'MapByOrdinal' : 'ManualMap';
    return [of('FieldMappingType', kind), fieldMaps(pairsOf(answers['maps']), byOrdinal)];
  }
  const chosen = chosenHeadings(answers);
  return chosen === undefined
    ? [of('FieldMappingType', 'InferFromColumnHeadings')]
    : [
        of('FieldMappingType', 'ManualMap'),
        fieldMaps(
          chosen.map((name) => [name, name]),
          false,
        ),
      ];
}

/** The service makes the data extension after the object or report, which cannot be changed from then on. */
function fromSalesforce(answers: Answers): readonly Xml[] {
  const target = answer(answers, 'target');
  const since = answer(answers, 'since');
  return [
    ...identity(answers),
    of('Description', `Of the Salesforce ${answer(answers, 'kind')} ${answer(answers, 'object')}`),
    notification(answers),
    of('AutoGenerateDestination', [
      of('DataExtensionTarget', [of('CustomerKey', target), of('Name', target)]),
      of('ErrorIfExists', 'true'),
    ]),
    ...given('Filter', since === '' ? '' : `LastModifiedDate > ${since}`),
    typed('SourceObject', 'APIObject', [of('CustomerKey', answer(answers, 'object'))]),
  ];
}

function identity(answers: Answers): readonly Xml[] {
  return [of('CustomerKey', answer(answers, 'key')), of('Name', answer(answers, 'name'))];
}

function notification(answers: Answers): Xml {
  return of('Notification', [of('ResponseType', 'email'), of('ResponseAddress', answer(answers, 'notify'))]);
}
