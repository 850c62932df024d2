/** Creates an import, starts it, and looks at what came of it (best-practices rows A8, D6, E1 to E7). */
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
  stage: 'Before the send',
  title: 'Import Data',
  description: 'A file, or a Salesforce object or report; made once, started any number of times',
  questions: [
    choice('kind', 'What is imported?', [
      { value: 'file', label: 'A file', description: 'with commas, tabs or another delimiter' },
      { value: 'object', label: 'A Salesforce object' },
      { value: 'report', label: 'A Salesforce report' },
    ]),
    ...fileQuestions,
    ...salesforceQuestions,
    text('name', 'Name', 'What the import is called', { check: required, example: 'Orders import' }),
    text('key', 'Customer key', 'What programs know it by', { check: requiredKey, example: 'orders-import' }),
    text('notify', 'Notify', 'Whom to tell of the result', { check: emailAddress }),
  ],
  build: (answers) => {
    const key = answer(answers, 'key');
    const naming = { title: `Create the import ${answer(answers, 'name')}`, name: 'createImport' };
    return [
      create(naming, 'ImportDefinition', isFile(answers) ? fromFile(answers) : fromSalesforce(answers)),
      start(key, targetOf(answers)),
      retrieve(
        { title: 'What came of it; once more while it is processing', name: 'importResults' },
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

function start(key: string, target: string): GuideRequest {
  return {
    title: 'Start the import',
    name: 'startImport',
    note: `This writes the rows into ${target}.`,
    body: of('PerformRequestMsg', [
      of('Options'),
      of('Action', 'start'),
      of('Definitions', [typed('Definition', 'ImportDefinition', [of('CustomerKey', key)])]),
    ]),
  };
}

/** Where the rows go, for a person. */
function targetOf(answers: Answers): string {
  if (isSalesforce(answers)) return `the data extension ${answer(answers, 'target')}`;
  if (into('dataExtension')(answers)) return `the data extension ${answer(answers, 'dataExtension')}`;
  return `the list ${answer(answers, 'list')}${answer(answers, 'publicationList')}`;
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
