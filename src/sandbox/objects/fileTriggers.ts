/**
 * FileTrigger and FileTriggerTypeLastPull: files that are waited for, and when each kind of them was last fetched. What
 * is required is documented; that starting one fetches its file from the Import folder, and the texts, are inferred.
 */
import { ownedBy } from '../org/collection.ts';
import type { KeptObject } from '../org/kept.ts';
import { catalogueRows } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import { formatDateTime, parseDateTime } from '../serverTime.ts';
import type { ApiObject, RetrieveScope, Write } from './apiObject.ts';
import { fileNameAt } from './imports/fileName.ts';
import { keptNamed, keptObject } from './kept/keptObject.ts';
import { echoOf, refused, type Performed } from './outcome.ts';

const type = 'FileTrigger';

const required = ['Type', 'ExternalReference', 'FileName'] as const;

export const fileTrigger = keptObject({
  type,
  longestKey: 200,
  check: (_write, content) => {
    const missing = required.find((member) => content.text(member, '') === '');
    return missing === undefined ? undefined : refused(2, `${missing} is required.`);
  },
  values: {
    Status: ({ content }) => content.text('Status', 'New'),
    IsActive: ({ content }) => content.flag('IsActive', true),
  },
  actions: { start },
});

/** Looks for the file. What came of it is the trigger's status from then on. */
function start(write: Write): Performed {
  const { org, object, now } = write;
  const found = keptNamed(type, write, object);
  if (found === undefined) return refused(3, `The ${type} was not found.`, object);
  const name = fileNameAt(found.content.text('FileName', ''), now);
  const isThere = org.files.read('Import', name) !== undefined;
  const content = found.content.copy();
  content.set('Status', isThere ? 'Complete' : 'Error');
  content.set('StatusMessage', isThere ? '' : `The file ${name} is not in the Import folder.`);
  if (isThere) content.set('LastPullDate', formatDateTime(now));
  org.kept.of(type).update(found, () => Object.assign(found, { content, modifiedAt: now }));
  return {
    ok: true,
    message: `${type} performed`,
    echo: echoOf(object, { ObjectID: found.objectId }),
    task: { message: 'OK', objectId: found.objectId },
  };
}

interface LastPull {
  readonly externalReference: string;
  readonly type: string;
  readonly trigger: KeptObject;
  readonly at: number;
}

export const fileTriggerTypeLastPull: ApiObject = {
  type: 'FileTriggerTypeLastPull',
  retrieve: (scope) =>
    catalogueRows<LastPull>({
      type: 'FileTriggerTypeLastPull',
      scan: (from, visit) => scanInOrder(lastPulls(scope), from, visit),
      values: {
        ObjectID: ({ trigger }) => trigger.objectId,
        'Client.ID': ({ trigger }) => trigger.mid,
        ExternalReference: ({ externalReference }) => externalReference,
        Type: ({ type: kind }) => kind,
        LastPullDate: ({ at }) => new Date(at),
      },
    }),
};

/** The newest fetch of each kind of file from each place. */
function lastPulls({ org, accounts }: RetrieveScope): Iterable<LastPull> {
  const newest = new Map<string, LastPull>();
  for (const trigger of ownedBy(org.kept.of(type).all(), accounts)) {
    const [externalReference, kind] = [
      trigger.content.text('ExternalReference', ''),
      trigger.content.text('Type', ''),
    ];
    const at = parseDateTime(trigger.content.text('LastPullDate', ''));
    const place = JSON.stringify([trigger.mid, externalReference, kind]);
    if (at === undefined || at <= (newest.get(place)?.at ?? -Infinity)) continue;
    newest.set(place, { externalReference, type: kind, trigger, at });
  }
  return newest.values();
}
