/** Keeps what Describe has said, so that nobody asks twice, not even at the same time. */
import type { CallOptions } from '../callOptions.ts';
import type { ObjectDescription } from '../operations/describe.ts';
import { untilAborted } from './singleFlight.ts';

type Fetch = (objectTypes: readonly string[], options: CallOptions) => Promise<ObjectDescription[]>;

export class DescribeCache {
  private readonly known = new Map<string, Promise<ObjectDescription | undefined>>();
  private readonly fetch: Fetch;

  constructor(fetch: Fetch) {
    this.fetch = fetch;
  }

  /** Descriptions in the order of the types; types that the account does not know are left out. */
  async get(
    objectTypes: readonly string[],
    { fresh = false, signal, ...options }: CallOptions & { readonly fresh?: boolean },
  ): Promise<ObjectDescription[]> {
    const wanted = objectTypes.filter((type) => fresh || !this.known.has(type));
    // One who leaves does not take the answer from the others who wait for it.
    if (wanted.length > 0) this.ask(wanted, options);
    const found = await untilAborted(
      Promise.all(objectTypes.map(async (type) => this.known.get(type))),
      signal,
    );
    return found.filter((description) => description !== undefined);
  }

  private ask(objectTypes: readonly string[], options: CallOptions): void {
    const answer = this.fetch(objectTypes, options);
    for (const type of objectTypes) {
      const description = answer.then((all) => all.find(({ objectType }) => objectType === type));
      this.known.set(type, description);
      // What failed is asked for anew the next time.
      description.catch(() => {
        if (this.known.get(type) === description) this.known.delete(type);
      });
    }
  }
}
