/** Opens what a rows editor retrieves as a request of a scratch file, with its filter. */
import type { RowsSession } from '../../views/index.ts';
import { openScratch } from '../commands/newRequest.ts';
import { rowsRequest } from '../requests/templates.ts';

export async function openRowsRequest({ target, fields, filter }: RowsSession): Promise<void> {
  const columns = fields.map(({ name }) => name);
  await openScratch(rowsRequest(target.name, { ...target, columns, filter: filter.soap }));
}
