/** Counts the subscribers of a list by their status: the service has no count, so every one of them is looked at. */
import type { SoapClient } from '../../../soap/index.ts';
import { textAt, where } from '../../../soap/pure.ts';

/**
 * Counts a page at a time, with nothing asked for but the status.
 * @param progress called with the counts so far, after each page
 * @throws MarketingCloudError
 */
export async function countByStatus(
  client: SoapClient,
  listId: number,
  progress: (counts: ReadonlyMap<string, number>) => void,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const query = {
    objectType: 'ListSubscriber',
    properties: ['Status'],
    filter: where('ListID', 'equals', listId),
  };
  for await (const page of client.retrieve(query, { signal })) {
    for (const object of page) {
      const status = textAt(object, 'Status') ?? '';
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    progress(counts);
  }
  return counts;
}
