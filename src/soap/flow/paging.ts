/** Follows a retrieve to its end, one page ahead of whoever reads it. */
import type { PageOptions } from '../callOptions.ts';
import { MarketingCloudError } from '../errors.ts';

/** A page under way: its head may be known before its rows are. */
export interface PendingPage<Page> {
  readonly head: Promise<PageHeading>;
  readonly page: Promise<Page>;
}

export interface PageHeading {
  readonly more: boolean;
  /** What to continue with; always that of the newest answer. */
  readonly requestId?: string;
}

/** Starts the request for the first page (no request id) or the next one. */
export type PageStarter<Page> = (requestId: string | undefined, signal: AbortSignal) => PendingPage<Page>;

/**
 * The pages of a retrieve. Ahead, the next page is asked for as soon as the head of the one being waited for is known, and
 * never more than that one; else when somebody wants it. Leaving the loop early cancels what is under way.
 * @param equal whether two pages hold the same.
 * @throws MarketingCloudError whatever a page throws, and `page-repeated` when the service sends the same page again
 * under the same request id, which would go on for ever.
 */
export async function* followPages<Page>(
  start: PageStarter<Page>,
  equal: (a: Page, b: Page) => boolean,
  { signal, ahead = true }: PageOptions,
): AsyncGenerator<Page> {
  const leaving = new AbortController();
  const leave = (): void => leaving.abort();
  signal?.addEventListener('abort', leave, { once: true });
  if (signal?.aborted === true) leave();
  const guard = new RepetitionGuard(equal);
  const ask = (requestId?: string): PendingPage<Page> => watched(start(requestId, leaving.signal));
  const follow = (next: string | undefined): PendingPage<Page> | undefined =>
    next === undefined ? undefined : ask(next);
  let pending: PendingPage<Page> | undefined = ask();
  try {
    while (pending !== undefined) {
      const current: PendingPage<Page> = pending;
      const heading: PageHeading = await current.head;
      const next = continuation(heading);
      pending = ahead ? follow(next) : undefined;
      const page = await current.page;
      guard.check(heading, page);
      yield page;
      if (!ahead) pending = follow(next);
    }
  } finally {
    signal?.removeEventListener('abort', leave);
    leave();
    // What was asked for ahead has been cancelled; nothing of it is to go on after the loop.
    await Promise.allSettled([pending?.head, pending?.page]);
  }
}

/** A page that fails while nobody asks for it yet is told to whoever does, and to nobody else. */
function watched<Page>(pending: PendingPage<Page>): PendingPage<Page> {
  for (const part of [pending.head, pending.page]) part.catch(() => undefined);
  return pending;
}

/** Undefined when there is no more. */
function continuation({ more, requestId }: PageHeading): string | undefined {
  if (!more) return undefined;
  if (requestId !== undefined && requestId !== '') return requestId;
  throw new MarketingCloudError(
    'malformed-answer',
    'The service says that there is more data, but not how to ask for it.',
    { operation: 'Retrieve' },
  );
}

/** Whether request ids change from page to page is not documented, so only an equal page under an equal id counts. */
class RepetitionGuard<Page> {
  private previous: { readonly requestId: string | undefined; readonly page: Page } | undefined;
  private readonly equal: (a: Page, b: Page) => boolean;

  constructor(equal: (a: Page, b: Page) => boolean) {
    this.equal = equal;
  }

  check({ requestId }: PageHeading, page: Page): void {
    const { previous } = this;
    if (previous !== undefined && previous.requestId === requestId && this.equal(previous.page, page)) {
      throw new MarketingCloudError(
        'page-repeated',
        'The service sent the same page twice; going on would never end.',
        { operation: 'Retrieve' },
      );
    }
    this.previous = { requestId, page };
  }
}
