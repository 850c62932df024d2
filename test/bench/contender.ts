/** What a client has to do to be measured. */
import type { TableShape } from './rows.ts';
import type { BenchSubscriber } from './subscribers.ts';

/** Cells of a table that has been retrieved; undefined where there is none. */
export interface RetrievedTable {
  readonly rowCount: number;
  readonly cell: (row: number, column: number) => string | undefined;
}

export interface Contender {
  readonly name: string;
  /**
   * Retrieves all rows into memory. Undefined when the client only moves bytes.
   * @param halfway to be called once half of the pages are there: what comes after counts as warm.
   */
  readonly retrieve: (
    address: string,
    table: TableShape,
    halfway: () => void,
  ) => Promise<RetrievedTable | undefined>;
  /** Retrieves all rows and hands each over in turn; what it held of them is its own affair. */
  readonly stream?: (
    address: string,
    table: TableShape,
    row: (cells: readonly (string | undefined)[]) => void,
    breathe: () => Promise<void>,
  ) => Promise<void>;
  /** Creates objects in calls of 50, 20 at a time; gives the sum of the IDs that the service gave them, each looked at; undefined when the client only moves bytes. */
  readonly create?: (address: string, objects: readonly BenchSubscriber[]) => Promise<number | undefined>;
}

/** Runs work on items, so many at a time, in order of their places. */
export async function inParallel<T>(
  items: readonly T[],
  atATime: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}
