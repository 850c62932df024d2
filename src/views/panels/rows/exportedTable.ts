/** The rows that an editor's filter asks for as an exporter takes them: from what is loaded, or straight from the server. */
import type { ExportTable } from '../../export/index.ts';
import type { RowCell } from '../../../shared/rowsMessages.ts';
import { exportType } from './rowField.ts';
import type { RowsSession } from './session.ts';

const batchSize = 1000;

type Batch = readonly (readonly RowCell[])[];

/** What is pending is not exported: the file holds what the server holds. */
export function exportedTable(session: RowsSession, signal: AbortSignal): ExportTable {
  const { target, fields } = session;
  return {
    name: target.name,
    columns: fields.map((field) => ({ name: field.name, type: exportType(field) })),
    batches: session.isComplete ? loadedBatches(session) : retrievedBatches(session, signal),
  };
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

async function* retrievedBatches(session: RowsSession, signal: AbortSignal): AsyncGenerator<Batch> {
  const client = await session.client();
  for await (const page of client.retrieveRows(session.query(), { signal })) {
    const places = session.fields.map(({ name }) => page.columns.indexOf(name));
    for (let from = 0; from < page.rowCount; from += batchSize) {
      const size = Math.min(batchSize, page.rowCount - from);
      yield Array.from({ length: size }, (_row, index) =>
        places.map((place) => (place === -1 ? null : (page.cell(from + index, place) ?? null))),
      );
    }
  }
}
