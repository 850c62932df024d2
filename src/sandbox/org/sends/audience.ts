/** Whom a send definition reaches at a moment. */
import type { SendDefinition, SendList } from '../content.ts';
import { fieldNamed, type DataExtension } from '../dataExtension.ts';
import type { Org } from '../org.ts';
import { isReached } from '../people.ts';
import { sendableExtension } from '../sharing.ts';
import type { Audience } from './send.ts';
import { suppressedAddresses, type Sending } from './suppression.ts';

type Sent = Sending & Pick<SendDefinition, 'lists'>;

/**
 * Everybody on the definition's source lists and on none of its exclusion lists, each once; those whose addresses are on
 * a suppression list are excluded.
 */
export function audienceOf(org: Org, definition: Sent): Audience {
  const sources = definition.lists.filter((list) => list.type === 'SourceList' && !list.isTest);
  const exclusions = definition.lists.filter((list) => list.type === 'ExclusionList');
  const suppressed = suppressedAddresses(org, definition);
  const [only] = sources;
  const isSimple =
    only !== undefined && sources.length === 1 && exclusions.length === 0 && suppressed.size === 0;
  const generated = isSimple ? generatedAudience(org, definition.mid, only) : undefined;
  if (generated !== undefined) return generated;
  const excluded = new Set(exclusions.flatMap((list) => [...keysOf(org, definition.mid, list)]));
  const addresses = addressesOf(org, definition, suppressed.size === 0 ? [] : sources);
  const keys = new Set(sources.flatMap((list) => [...keysOf(org, definition.mid, list)]));
  const reached = [...keys].filter((key) => !excluded.has(key) && !suppressed.has(addresses(key)));
  return {
    size: reached.length,
    keyAt: (index) => reached[index] ?? '',
    excluded: keys.size - reached.length,
  };
}

/** Finds the address of a recipient, in lower case: the subscriber's, else that of the row, else the key itself. */
function addressesOf(org: Org, { mid }: Sent, sources: readonly SendList[]): (key: string) => string {
  const inRows = new Map<string, string>();
  for (const { dataExtensionId = '' } of sources) {
    const extension = sendableExtension(org, mid, dataExtensionId);
    for (const [key, address] of extension === undefined ? [] : rowAddresses(extension)) {
      inRows.set(key, address);
    }
  }
  return (key) => (org.subscribers.find(mid, 'key', key)?.email ?? inRows.get(key) ?? key).toLowerCase();
}

function* rowAddresses(extension: DataExtension): Iterable<readonly [key: string, address: string]> {
  const column = extension.fields.find(({ type }) => type === 'EmailAddress');
  const key = fieldNamed(extension, extension.sendableField ?? '');
  if (column === undefined || key === undefined) return;
  const { rows } = extension;
  for (let position = 0; position < rows.end; position++) {
    if (rows.has(position)) yield [rows.cell(position, key) ?? '', rows.cell(position, column) ?? ''];
  }
}

/**
 * The audience that a data extension's generated rows are, as long as nobody touched them: their keys need not be
 * kept, for what is generated never changes.
 */
function generatedAudience(org: Org, mid: number, list: SendList): Audience | undefined {
  const extension = sendableExtension(org, mid, list.dataExtensionId ?? '');
  if (extension === undefined || list.source !== 'CustomObject') return undefined;
  const field = fieldNamed(extension, extension.sendableField ?? '');
  const rows = field?.isPrimaryKey === true ? extension.rows.untouched(field) : undefined;
  return rows === undefined
    ? undefined
    : { size: rows.count, keyAt: (index) => rows.source.cell(index) ?? '' };
}

function keysOf(org: Org, mid: number, list: SendList): Iterable<string> {
  if (list.keys !== undefined) return list.keys();
  if (list.source === 'List') return memberKeys(org, mid, list.listId ?? 0);
  const extension = sendableExtension(org, mid, list.dataExtensionId ?? '');
  return extension === undefined ? [] : rowKeys(extension);
}

/** Groups have numbers of the same kind as lists, and can be sent to in their place. */
function* memberKeys(org: Org, mid: number, listId: number): Iterable<string> {
  yield* org.groups.find(mid, 'id', listId)?.members ?? [];
  for (const membership of org.lists.find(mid, 'id', listId)?.members.values() ?? []) {
    if (isReached(membership)) yield membership.subscriber.key;
  }
}

function* rowKeys(extension: DataExtension): Iterable<string> {
  const field = fieldNamed(extension, extension.sendableField ?? '');
  if (field === undefined) return;
  const { rows } = extension;
  for (let position = 0; position < rows.end; position++) {
    const key = rows.has(position) ? rows.cell(position, field) : null;
    if (key !== null && key !== '') yield key;
  }
}
