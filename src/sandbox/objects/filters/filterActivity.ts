/**
 * FilterActivity: puts what a filter definition picks out somewhere else. The text of its creation is recorded; the
 * others, the codes, and that the destination is emptied first are inferred.
 */
import { ApiStruct } from '../../message/value.ts';
import { fieldNamed, primaryKeyOf, type DataExtension } from '../../org/dataExtension.ts';
import type { Field } from '../../org/field.ts';
import type { KeptObject } from '../../org/kept.ts';
import type { Write } from '../apiObject.ts';
import { keptNamed, keptObject } from '../kept/keptObject.ts';
import { beginTask, planOf, taskStarted } from '../kept/runs.ts';
import { extensionNamed } from '../named.ts';
import { refused, type Performed } from '../outcome.ts';
import { defaultCell } from '../dataExtensionFields.ts';
import { audienceNamed } from './audience.ts';
import { picked, sourceOf } from './pick.ts';

const type = 'FilterActivity';

/** How long a filter takes. */
const filtering = 3000;

export const filterActivity = keptObject({
  type,
  message: (done) => (done === 'created' ? `${type} Created` : `${type} ${done}`),
  check: (write, content) => {
    const problem = problemOf(write, content);
    return problem === undefined ? undefined : refused(2, problem);
  },
  values: {
    DefinitionObjectID: ({ content }) => content.text('FilterDefinitionID'),
    StatusID: ({ content }) => content.text('StatusID', '1'),
  },
  actions: { start },
});

type Place = Pick<Write, 'org' | 'account' | 'now'>;

function definitionOf(place: Place, content: ApiStruct): KeptObject | undefined {
  const name = new ApiStruct('FilterDefinition', { ObjectID: content.text('FilterDefinitionID') });
  return keptNamed('FilterDefinition', place, name);
}

function destinationOf(place: Place, content: ApiStruct): DataExtension | undefined {
  const name = new ApiStruct('DataExtension', { ObjectID: content.text('DestinationObjectID') });
  return extensionNamed(place, name);
}

/** The rows of a data extension fill another, subscribers a list or a group (inferred). */
function problemOf(place: Place, content: ApiStruct): string | undefined {
  const definition = definitionOf(place, content);
  if (definition === undefined) return 'The FilterDefinitionID is that of no filter definition.';
  if (definition.content.struct('DataSource')?.type !== 'DataExtension') {
    return audienceNamed(place, content.text('DestinationObjectID')) === undefined
      ? 'The DestinationObjectID is that of no list or group.'
      : undefined;
  }
  return destinationOf(place, content) === undefined
    ? 'The DestinationObjectID is that of no data extension.'
    : undefined;
}

function start(write: Write): Performed {
  const { org, account, now, object } = write;
  const found = keptNamed(type, write, object);
  if (found === undefined) return refused(3, `The ${type} was not found.`, object);
  const task = beginTask(write, type, found);
  planOf(org, task, {
    at: now + filtering,
    work: (at) => {
      const place = { org, account, now: at };
      org.tasks.end(task, at, problemOf(place, found.content) ?? run(place, found.content));
    },
  });
  return taskStarted(write, task, `${type} performed`);
}

/** Fills the destination with what the filter picks out; says why when it cannot. */
function run(place: Place, content: ApiStruct): string | undefined {
  const definition = definitionOf(place, content)?.content;
  const filter = definition?.struct('DataFilter');
  const source = sourceOf(place, definition?.struct('DataSource'));
  if (filter === undefined || source === undefined) return 'The filter or its source is not there any more.';
  if ('extension' in source) {
    const positions = picked(source.rows, filter);
    return typeof positions === 'string' ? positions : copyRows(place, content, source.extension, positions);
  }
  const subscribers = picked(source.rows, filter);
  if (typeof subscribers === 'string') return subscribers;
  audienceNamed(place, content.text('DestinationObjectID'))?.fill(subscribers);
  return undefined;
}

/** Copies rows by the names of their columns. */
function copyRows(
  place: Place,
  content: ApiStruct,
  from: DataExtension,
  positions: readonly number[],
): string | undefined {
  const into = destinationOf(place, content);
  if (into === undefined) return 'The destination is not there any more.';
  const rows = positions.map((position) => rowFor(into, from, { position, now: place.now }));
  into.rows.clear();
  const key = primaryKeyOf(into);
  for (const cells of rows) {
    const values = key.map((field) => cells.get(field) ?? '');
    if (key.length === 0 || into.rows.find(key, values) === undefined)
      into.rows.insert(key, cells, place.now);
  }
  return undefined;
}

function rowFor(
  into: DataExtension,
  from: DataExtension,
  { position, now }: { readonly position: number; readonly now: number },
): Map<Field, string | null> {
  return new Map(
    into.fields.map((field) => {
      const same = fieldNamed(from, field.name);
      return [field, same === undefined ? defaultCell(field, now) : from.rows.cell(position, same)];
    }),
  );
}
