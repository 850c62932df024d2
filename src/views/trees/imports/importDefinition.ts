/** Imports and extracts as views know them, and the retrieves that bring them. */
import type { RetrieveQuery } from '../../../soap/index.ts';
import { booleanAt, numberAt, textAt, where, type Filter, type SoapObject } from '../../../soap/pure.ts';
import { dateOfCell } from '../../panels/rows/cellDate.ts';

export interface ImportDefinition {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly file: string;
  readonly fileType: string;
  readonly updateType: string;
  readonly mapping: string;
  readonly allowErrors: boolean;
}

/** All import definitions, or those that a filter asks for. */
export function importDefinitionsQuery(filter?: Filter): RetrieveQuery {
  return {
    objectType: 'ImportDefinition',
    properties: [
      ...['CustomerKey', 'Name', 'Description', 'FileSpec', 'FileType', 'UpdateType'],
      ...['FieldMappingType', 'AllowErrors'],
    ],
    ...(filter === undefined ? {} : { filter }),
  };
}

export function readImportDefinition(object: SoapObject): ImportDefinition {
  const text = (property: string): string => textAt(object, property) ?? '';
  return {
    key: text('CustomerKey'),
    name: text('Name'),
    description: text('Description'),
    file: text('FileSpec'),
    fileType: text('FileType'),
    updateType: text('UpdateType'),
    mapping: text('FieldMappingType'),
    allowErrors: booleanAt(object, 'AllowErrors') ?? false,
  };
}

/** One run of an import. */
export interface ImportRun {
  readonly taskId: string;
  readonly definitionKey: string;
  /** `New`, `Processing`, `Completed`, `Error`, or any other word of the service. */
  readonly status: string;
  readonly started?: Date;
  readonly ended?: Date;
  readonly total: number;
  readonly successful: number;
  readonly duplicated: number;
  readonly restricted: number;
  readonly errors: number;
}

/** The runs that a filter asks for. */
export function importRunsQuery(filter: Filter): RetrieveQuery {
  return {
    objectType: 'ImportResultsSummary',
    properties: [
      ...['TaskResultID', 'ImportDefinitionCustomerKey', 'ImportStatus', 'StartDate', 'EndDate', 'TotalRows'],
      ...['NumberSuccessful', 'NumberDuplicated', 'NumberRestricted', 'NumberErrors'],
    ],
    filter,
  };
}

/** The run with this number: Perform gives it when an import is started. */
export function importRunQuery(taskId: string): RetrieveQuery {
  return importRunsQuery(where('TaskResultID', 'equals', taskId));
}

export function readImportRun(object: SoapObject): ImportRun {
  const text = (property: string): string => textAt(object, property) ?? '';
  const count = (property: string): number => numberAt(object, property) ?? 0;
  const started = dateOfCell(text('StartDate'));
  const ended = dateOfCell(text('EndDate'));
  return {
    taskId: String(count('TaskResultID')),
    definitionKey: text('ImportDefinitionCustomerKey'),
    status: text('ImportStatus'),
    ...(started === undefined ? {} : { started }),
    ...(ended === undefined ? {} : { ended }),
    total: count('TotalRows'),
    successful: count('NumberSuccessful'),
    duplicated: count('NumberDuplicated'),
    restricted: count('NumberRestricted'),
    errors: count('NumberErrors'),
  };
}

/** True when nothing more will happen: it has an end, or a word that says so. */
export function isImportOver({ status, ended }: Pick<ImportRun, 'status' | 'ended'>): boolean {
  return ended !== undefined || /^(completed?|error|failed|canceled|cancelled)$/i.test(status.trim());
}

/** True when the import as a whole did not go through. */
export function hasImportFailed({ status }: Pick<ImportRun, 'status'>): boolean {
  return /^(error|failed)$/i.test(status.trim());
}
