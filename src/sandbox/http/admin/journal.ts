/** `/_sandbox/journal`: what was received; `/_sandbox/correlations`: how often, by CorrelationID. */
import { jsonReply, type HttpReply, type HttpRequest } from '../exchange.ts';
import type { Site } from './site.ts';

/** The journal, or a part of it: `?operation=`, `?objectType=`, `?correlationId=`, `?after=` a record's number. */
export function showJournal({ journal }: Site, { query }: HttpRequest): HttpReply {
  const [operation, objectType, id, after] = ['operation', 'objectType', 'correlationId', 'after'].map(
    (name) => query.get(name),
  );
  const records = journal
    .all()
    .filter(
      (record) =>
        (operation ?? record.operation) === record.operation &&
        (objectType ?? record.objectType) === record.objectType &&
        (typeof id !== 'string' || record.correlationIds?.includes(id) === true) &&
        record.number > Number(after ?? 0),
    );
  return jsonReply(200, records);
}

export function clearJournal({ journal }: Site): HttpReply {
  journal.clear();
  return jsonReply(200, []);
}

export function showCorrelations({ journal }: Site): HttpReply {
  return jsonReply(200, Object.fromEntries(journal.correlations()));
}
