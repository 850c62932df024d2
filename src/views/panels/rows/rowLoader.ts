/** Loads rows page by page, as far as they are wanted, and stops there until more are. */
import type { RetrieveQuery, SoapClient } from '../../../soap/index.ts';
import type { RowStore } from './rowStore.ts';

export type LoadStatus = 'loading' | 'paused' | 'complete' | 'stopped' | 'failed';

interface Loading {
  readonly client: () => Promise<SoapClient>;
  readonly query: RetrieveQuery;
  readonly store: RowStore;
  /** Called whenever rows have come or the status has changed. */
  readonly changed: () => void;
}

/** One pass over the rows of a retrieve. */
export class RowLoader {
  status: LoadStatus = 'loading';
  error: unknown;
  /** Rows that came from the server. */
  loaded = 0;
  private readonly loading: Loading;
  private readonly leaving = new AbortController();
  private wanted: number;
  private resume: () => void = () => undefined;

  /** @param wanted how many rows to load before anybody asks for more. */
  constructor(loading: Loading, wanted: number) {
    this.loading = loading;
    this.wanted = wanted;
  }

  /** Settles when all is loaded, stopped or failed; never throws. */
  async run(): Promise<void> {
    try {
      const client = await this.loading.client();
      const { signal } = this.leaving;
      for await (const page of client.retrieveRows(this.loading.query, { signal })) {
        this.loading.store.addPage(page);
        this.loaded += page.rowCount;
        this.loading.changed();
        await this.pauseUntilWanted();
        if (signal.aborted) break;
      }
      this.status = this.leaving.signal.aborted ? 'stopped' : 'complete';
    } catch (error) {
      this.status = this.leaving.signal.aborted ? 'stopped' : 'failed';
      this.error = error;
    }
    this.loading.changed();
  }

  /** Asks for at least so many rows; `Infinity` for all. */
  want(count: number): void {
    if (count <= this.wanted) return;
    this.wanted = count;
    this.resume();
  }

  stop(): void {
    this.leaving.abort();
    this.resume();
  }

  private async pauseUntilWanted(): Promise<void> {
    while (this.loaded >= this.wanted && !this.leaving.signal.aborted) {
      this.status = 'paused';
      this.loading.changed();
      await new Promise<void>((resolve) => (this.resume = resolve));
      this.status = 'loading';
    }
  }
}
