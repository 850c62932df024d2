/** Runs of imports, and what came of them. */
import type { Owned } from './collection.ts';

export interface ImportRun extends Owned {
  /** The TaskResultID. */
  readonly taskId: number;
  readonly objectId: string;
  readonly definitionKey: string;
  readonly startedAt: number;
  /** `New`, `Processing`, `Completed` or `Error`. */
  status: string;
  endedAt: number | undefined;
  /** `Data Extensions` or `Subscriber List`. */
  readonly importType: string;
  readonly destinationId: string;
  readonly counts: ImportCounts;
}

export interface ImportCounts {
  total: number;
  successful: number;
  /** Rows with the key of an earlier row of the file, and rows that are there and must not be changed. */
  duplicated: number;
  /** Rows that are not there and must not be added. */
  restricted: number;
  errors: number;
}
