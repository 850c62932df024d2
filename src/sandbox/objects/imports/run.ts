/** Runs an import: finds its file, reads it, and puts its rows where they belong. */
import type { Appointment } from '../../org/agenda.ts';
import type { ApiStruct } from '../../message/value.ts';
import type { ImportRun } from '../../org/imports.ts';
import type { Write } from '../apiObject.ts';
import { delimitedLine, readDelimited, textOf } from './delimited.ts';
import {
  destinationOf,
  type Destination,
  type ImportRow,
  type RowAction,
  type RowResult,
} from './destination.ts';
import { fileNameAt } from './fileName.ts';
import { mappingOf, type Mapping } from './mapping.ts';

type Place = Pick<Write, 'org' | 'account' | 'now' | 'note' | 'trap'>;

/** How long it takes to look for the file, and then for so many rows in a millisecond. */
const waiting = 1000;
const rowsPerMillisecond = 5;

/** Starts an import; what comes of it can be seen by its task. */
export function startImport(caller: Place, key: string, definition: ApiStruct): ImportRun {
  const { org, account, now } = caller;
  // Whatever it would note, the journal's entry of the call is closed by then.
  const place: Place = { org, account, now, note: () => undefined, trap: () => undefined };
  const destination = destinationOf(place, definition.struct('DestinationObject'));
  const run: ImportRun = {
    mid: account.mid,
    taskId: org.nextId('task'),
    objectId: org.random.guid(),
    definitionKey: key,
    startedAt: now,
    status: 'New',
    endedAt: undefined,
    importType: destination?.importType ?? 'Data Extensions',
    destinationId: destination?.id ?? '',
    counts: { total: 0, successful: 0, duplicated: 0, restricted: 0, errors: 0 },
  };
  org.imports.push(run);
  org.tasks.add({
    mid: account.mid,
    id: run.taskId,
    type: 'ImportDefinition',
    definitionId: run.objectId,
    startedAt: now,
  });
  plan(place, run, { at: now + waiting, work: (at) => read({ ...place, now: at }, definition, run) });
  return run;
}

function plan(place: Place, run: ImportRun, { at, work }: Appointment): void {
  const failed = (now: number, reason: string): void => end({ ...place, now }, run, [{ line: 0, reason }]);
  place.org.plan({ at, work, failed });
}

/** One line that failed, for the file of errors. */
interface Failure {
  readonly line: number;
  readonly reason: string;
}

function read(place: Place, definition: ApiStruct, run: ImportRun): void {
  const { org, now } = place;
  run.status = 'Processing';
  if (definition.has('SourceObject')) {
    end(place, run, [{ line: 0, reason: 'The sandbox org is connected to no Salesforce org.' }]);
    return;
  }
  const name = fileNameAt(definition.text('FileSpec', ''), now);
  const content = org.files.read('Import', name);
  if (content === undefined) {
    end(place, run, [{ line: 0, reason: `The file ${name} is not in the Import folder.` }]);
    return;
  }
  const rows = readDelimited(textOf(content), settingsOf(definition));
  const at = now + Math.ceil(rows.length / rowsPerMillisecond);
  plan(place, run, {
    at,
    work: (moment) => {
      const failures = put({ ...place, now: moment }, definition, run, rows);
      if (definition.flag('DeleteFile') === true) org.files.remove('Import', name);
      end({ ...place, now: moment }, run, failures);
    },
  });
}

function settingsOf(definition: ApiStruct): { delimiter: string; quotes: boolean } {
  const delimiters: Readonly<Record<string, string>> = { CSV: ',', TAB: '\t' };
  const delimiter = delimiters[definition.text('FileType', 'CSV')] ?? definition.text('Delimiter', ',');
  return { delimiter, quotes: definition.flag('StandardQuotedStrings', true) };
}

function end({ org, now }: Place, run: ImportRun, failures: readonly Failure[]): void {
  run.endedAt = now;
  const isBroken = failures.some(({ line }) => line === 0);
  run.status = isBroken ? 'Error' : 'Completed';
  const task = org.tasks.find(run.taskId);
  const reason = failures.find(({ line }) => line === 0)?.reason;
  if (task !== undefined) org.tasks.end(task, now, reason);
  if (failures.length === 0) return;
  const lines = failures.map(({ line, reason }) => delimitedLine([String(line), reason]));
  const name = `ImportErrors_${String(run.taskId)}.csv`;
  org.files.write('Export', name, Buffer.from(delimitedLine(['Line', 'Reason']) + lines.join('')));
}

/** Puts the rows; a failure with the line 0 is one of the whole import. */
function put(
  place: Place,
  definition: ApiStruct,
  run: ImportRun,
  rows: readonly string[][],
): readonly Failure[] {
  const destination = destinationOf(place, definition.struct('DestinationObject'));
  if (destination === undefined) return [{ line: 0, reason: 'The destination does not exist any more.' }];
  const headerLines = definition.number('HeaderLines') ?? defaultHeaderLines(definition);
  const heading = rows[headerLines - 1] ?? [];
  const mapping = mappingOf(definition, destination, heading);
  if (typeof mapping === 'string') return [{ line: 0, reason: mapping }];
  const task: Task = { run, destination, mapping, definition, heading };
  const data = rows.slice(headerLines);
  run.counts.total = data.length;
  if (definition.text('UpdateType') === 'Overwrite') destination.clear();
  destination.imported();
  const failures: Failure[] = [];
  const seen = new Set<string>();
  for (const [index, values] of data.entries()) {
    const reason = putOne(task, values, seen);
    if (reason === undefined) continue;
    failures.push({ line: headerLines + index + 1, reason });
    if (definition.flag('AllowErrors', true)) continue;
    failures.push({ line: 0, reason: 'The import allows no errors and ended at this one.' });
    break;
  }
  return failures;
}

function defaultHeaderLines(definition: ApiStruct): number {
  return definition.text('FieldMappingType') === 'MapByOrdinal' ? 0 : 1;
}

interface Task {
  readonly run: ImportRun;
  readonly destination: Destination;
  readonly mapping: Mapping;
  readonly definition: ApiStruct;
  readonly heading: readonly string[];
}

/** Puts one row and counts it; says what is wrong with it. */
function putOne(task: Task, values: readonly string[], seen: Set<string>): string | undefined {
  const { destination, mapping, run } = task;
  const row: ImportRow = new Map([...mapping].map(([place, name]) => [name, values[place] ?? '']));
  const key = destination.keyOf(row);
  const isRepeated = key !== undefined && seen.has(key);
  if (key !== undefined) seen.add(key);
  const action = actionOf(task, values);
  const result: RowResult = action === 'skip' ? 'isThere' : destination.put(row, action);
  const { counts } = run;
  if (typeof result === 'object') {
    counts.errors += 1;
    return result.error;
  }
  if (result === 'notThere') counts.restricted += 1;
  else if (result === 'isThere' || isRepeated) counts.duplicated += 1;
  else counts.successful += 1;
  return undefined;
}

const updateTypes: Readonly<Record<string, RowAction>> = {
  AddAndUpdate: 'upsert',
  AddAndDoNotUpdate: 'add',
  UpdateButDoNotAdd: 'update',
  Merge: 'upsert',
  Overwrite: 'upsert',
};

const columnActions: Readonly<Record<string, RowAction>> = {
  AddAndUpdate: 'upsert',
  AddButDoNotUpdate: 'add',
  UpdateButDoNotAdd: 'update',
  Delete: 'delete',
  Skip: 'skip',
};

/** What to do with a row: by the update type or, where that says so, by a column of the file. */
function actionOf({ definition, heading }: Task, values: readonly string[]): RowAction {
  const updateType = definition.text('UpdateType', 'AddAndUpdate');
  if (updateType !== 'ColumnBased') return updateTypes[updateType] ?? 'upsert';
  const column = definition.text('ControlColumn', '').toLowerCase();
  const value = values[heading.findIndex((name) => name.trim().toLowerCase() === column)] ?? '';
  const actions = definition.struct('ControlColumnActions')?.structs('ControlColumnAction') ?? [];
  const action =
    actions.find((each) => each.text('Value', '') === value)?.text('Action') ??
    definition.text('ControlColumnDefaultAction', 'Skip');
  return columnActions[action] ?? 'skip';
}
