/** The rows that an editor's filter asks for as an exporter takes them: from what is loaded, or straight from the server. */
import type { ExportTable } from '../../export/index.ts';
import type { RowCell } from '../../../shared/rowsMessages.ts';
import type { RetrieveQuery, SoapClient } from '../../../soap/index.ts';
import { exportType, retrieveRowFields } from './rowField.ts';
import { rowsQuery } from './rowsQuery.ts';
import type { RowsSession } from './session.ts';
import type { RowsTarget } from './target.ts';

const batchSize = 1000;

type Batch = readonly (readonly RowCell[])[];

/** What is pending is not exported: the file holds what the server holds. Unless that holds nothing any more. */
export function exportedTable(session: RowsSession, signal: AbortSignal): ExportTable {
  const { target, fields } = session;
  return {
    name: target.name,
    columns: fields.map((field) => ({ name: field.name, type: exportType(field) })),
    batches: batchesOf(session, signal),
  };
}

/** All rows of a data extension that no editor shows. Without columns when it is gone. */
export async function wholeTable(
  client: SoapClient,
  target: Pick<RowsTarget, 'key' | 'name' | 'owner'>,
  signal: AbortSignal,
): Promise<ExportTable> {
  const fields = await retrieveRowFields(client, target, { signal });
  return {
    name: target.name,
    columns: fields.map((field) => ({ name: field.name, type: exportType(field) })),
    batches: retrievedBatches(client, rowsQuery(target, fields), signal),
  };
}

function batchesOf(session: RowsSession, signal: AbortSignal): AsyncGenerator<Batch> {
  if (session.isGone) return shownBatches(session);
  return session.isComplete ? loadedBatches(session) : missingBatches(session, signal);
}

/** The rows as they are shown, with what was typed. */
async function* shownBatches(session: RowsSession): AsyncGenerator<Batch> {
  for (let from = 0; from < session.shown; from += batchSize)
    yield await Promise.resolve(session.rows(from, from + batchSize).map(({ cells }) => cells));
}

/** Everything is here already, in the order in which it is shown. */
async function* loadedBatches(session: RowsSession): AsyncGenerator<Batch> {
  const added = session.changes.added().length;
  const count = session.shown - added;
  for (let from = 0; from < count; from += batchSize) {
    const size = Math.min(batchSize, count - from);
    const places = Array.from({ length: size }, (_row, index) => added + from + index);
    yield await Promise.resolve(
      places.map((place) => {
        const base = session.at(place)?.base ?? {};
        return session.fields.map(({ name }) => base[name] ?? null);
      }),
    );
  }
}

async function* missingBatches(session: RowsSession, signal: AbortSignal): AsyncGenerator<Batch> {
  yield* retrievedBatches(await session.client(), session.query(), signal);
}

async function* retrievedBatches(
  client: SoapClient,
  query: RetrieveQuery,
  signal: AbortSignal,
): AsyncGenerator<Batch> {
  for await (const page of client.retrieveRows(query, { signal })) {
    const places = query.properties.map((name) => page.columns.indexOf(name));
    for (let from = 0; from < page.rowCount; from += batchSize) {
      const size = Math.min(batchSize, page.rowCount - from);
      yield Array.from({ length: size }, (_row, index) =>
        places.map((place) => (place === -1 ? null : (page.cell(from + index, place) ?? null))),
      );
    }
  }
}
