/** Keeps what Describe has said, so that nobody asks twice, not even at the same time. */
import type { CallOptions } from '../callOptions.ts';
import type { ObjectDescription } from '../operations/describe.ts';
import { untilAborted } from './singleFlight.ts';

export interface DescribeOptions extends CallOptions {
  /** MID of the business unit that is asked about, when it is not the token's own. */
  readonly businessUnit?: number;
  /** Asks the service even for what is known. */
  readonly fresh?: boolean;
}

type Fetch = (
  objectTypes: readonly string[],
  options: Omit<DescribeOptions, 'fresh'>,
) => Promise<ObjectDescription[]>;

export class DescribeCache {
  private readonly known = new Map<string, Promise<ObjectDescription | undefined>>();
  private readonly fetch: Fetch;

  constructor(fetch: Fetch) {
    this.fetch = fetch;
  }

  /** Descriptions in the order of the types; types that the account does not know are left out. */
  async get(
    objectTypes: readonly string[],
    { fresh = false, signal, ...options }: DescribeOptions,
  ): Promise<ObjectDescription[]> {
    const keyOf = (type: string): string => `${String(options.businessUnit ?? '')} ${type}`;
    const wanted = objectTypes.filter((type) => fresh || !this.known.has(keyOf(type)));
    // One who leaves does not take the answer from the others who wait for it.
    if (wanted.length > 0) this.ask(wanted, keyOf, options);
    const found = await untilAborted(
      Promise.all(objectTypes.map(async (type) => this.known.get(keyOf(type)))),
      signal,
    );
    return found.filter((description) => description !== undefined);
  }

  private ask(
    objectTypes: readonly string[],
    keyOf: (type: string) => string,
    options: Omit<DescribeOptions, 'fresh'>,
  ): void {
    const answer = this.fetch(objectTypes, options);
    for (const type of objectTypes) {
      const description = answer.then((all) => all.find(({ objectType }) => objectType === type));
      const key = keyOf(type);
      this.known.set(key, description);
      // What failed is asked for anew the next time.
      description.catch(() => {
        if (this.known.get(key) === description) this.known.delete(key);
      });
    }
  }
}
