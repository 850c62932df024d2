/**
 * ImportDefinition: what brings a file into a data extension or a list (E1 to E7). The texts of success are recorded,
 * the codes documented, the other texts inferred.
 */
import type { ApiStruct } from '../../message/value.ts';
import type { KeptObject } from '../../org/kept.ts';
import type { ApiObject, Write } from '../apiObject.ts';
import { keptNamed, keptObject, type KeptDescription } from '../kept/keptObject.ts';
import { listNamed } from '../named.ts';
import { echoOf, refused, type Outcome, type Performed } from '../outcome.ts';
import { destinationOf, listNameOf } from './destination.ts';
import { fileLocation } from './fileTransferLocation.ts';
import { fieldMaps } from './mapping.ts';
import { startImport } from './run.ts';
import { makeDestination, makesDestination, targetProblem } from './salesforceSource.ts';

const type = 'ImportDefinition';
const invalid = 43_060;

const description: KeptDescription = {
  type,
  message: (done) => (done === 'created' ? 'ImportDefinition created.' : `ImportDefinition ${done}`),
  codes: { notFound: 43_010, taken: 43_030, noName: invalid },
  check: (write, content, before) => {
    const problem = problemOf(write, content) ?? sourceProblem(content, before);
    return problem === undefined ? undefined : refused(invalid, problem);
  },
  complete: makeDestination,
  // It says that something is wrong and not what: an update tells (documented).
  checkDelete: (write, { content }) =>
    problemOf(write, content) === undefined
      ? undefined
      : refused(invalid, 'The ImportDefinition failed validation.'),
  values: {
    'DestinationObject.ID': ({ content }) => content.struct('DestinationObject')?.number('ID'),
    'DestinationObject.ObjectID': ({ content }) => content.path('DestinationObject.ObjectID'),
    'RetrieveFileTransferLocation.ObjectID': () => fileLocation.objectId,
  },
  actions: { start },
};

export const importDefinition: ApiObject = keptObject(description);

/** What is wrong with a definition; undefined for nothing. */
function problemOf(write: Write, content: ApiStruct): string | undefined {
  if (makesDestination(content)) return targetProblem(write, content);
  const destination = destinationOf(write, content.struct('DestinationObject'));
  if (destination === undefined)
    return 'The DestinationObject does not exist; it is a DataExtension or a List.';
  const isFile = !content.has('SourceObject');
  // Of Salesforce, the columns are those of the data extension that was made for it.
  return isFile ? (fileProblem(content) ?? mappingProblem(write, content)) : undefined;
}

function fileProblem(content: ApiStruct): string | undefined {
  for (const member of ['FileSpec', 'FileType', 'UpdateType', 'FieldMappingType']) {
    if (content.text(member, '') === '') return `${member} is required.`;
  }
  const location = content.struct('RetrieveFileTransferLocation');
  const isKnown =
    location?.text('CustomerKey') === fileLocation.key ||
    location?.text('ObjectID') === fileLocation.objectId;
  if (!isKnown) return `The RetrieveFileTransferLocation must be ${fileLocation.key}.`;
  if (content.text('FileType') === 'Other' && content.text('Delimiter', '') === '') {
    return 'A file of the type Other needs a Delimiter.';
  }
  return content.text('UpdateType') === 'ColumnBased' && content.text('ControlColumn', '') === ''
    ? 'The update type ColumnBased needs a ControlColumn.'
    : undefined;
}

function mappingProblem(write: Write, content: ApiStruct): string | undefined {
  const struct = content.struct('DestinationObject');
  const destination = destinationOf(write, struct);
  const maps = fieldMaps(content);
  if (content.text('FieldMappingType') === 'InferFromColumnHeadings') return undefined;
  if (maps.length === 0) return 'A mapping by ordinal or by hand needs FieldMaps.';
  const isPublication =
    struct?.type === 'List' && listNamed(write, struct)?.classification === 'PublicationList';
  for (const { name } of maps) {
    if (isPublication && listNameOf(name) === undefined) {
      return `A publication list takes E-mail Address, Subscriber Key, Status and Reason only, not "${name}".`;
    }
    if (destination?.nameOf(name) === undefined) return `The destination has no "${name}".`;
  }
  return undefined;
}

/** The source of an import from Salesforce cannot change once its data extension is made (E7, documented). */
function sourceProblem(content: ApiStruct, before: KeptObject | undefined): string | undefined {
  const [source, old] = [content.struct('SourceObject'), before?.content.struct('SourceObject')];
  if (before === undefined || (source === undefined && old === undefined)) return undefined;
  const identity = (struct: ApiStruct | undefined): string | undefined =>
    struct?.text('CustomerKey') ?? struct?.text('ObjectID') ?? struct?.text('ID');
  return identity(source) === identity(old) ? undefined : 'The source of the import cannot be changed.';
}

/** Starts one that is there, or one that comes whole with the call (documented). */
function start(write: Write): Performed {
  const { object } = write;
  const found = keptNamed(type, write, object);
  if (found === undefined && !object.has('DestinationObject')) return notFound(object);
  const content = found?.content ?? object;
  const problem = problemOf(write, content);
  if (problem !== undefined) return refused(invalid, problem, object);
  const run = startImport(write, found?.key ?? '', content);
  return {
    ok: true,
    message: `ImportDefinition performed AsyncID:${String(run.taskId)}`,
    echo: echoOf(object, { CustomerKey: found?.key }),
    task: { message: 'OK', id: run.taskId, objectId: found?.objectId ?? run.objectId },
  };
}

function notFound(object: ApiStruct): Outcome {
  return refused(43_010, 'The ImportDefinition was not found.', object);
}
