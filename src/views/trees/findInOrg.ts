/** Finds what has a text in its name or key anywhere in a business unit: the service searches, one request for each kind. */
import * as l10n from '@vscode/l10n';
import type { RetrieveQuery, SoapClient } from '../../soap/index.ts';
import { numberAt, textAt, type SoapObject } from '../../soap/pure.ts';
import { containing, hasText } from './filterNodes.ts';
import type { NodeSubject } from './treeNode.ts';

export interface Found {
  readonly name: string;
  readonly key: string;
  /** What it is, e.g. "data extension". */
  readonly kind: string;
  readonly icon: string;
  /** What can be done with it in the trees; absent where nothing can. */
  readonly subject?: NodeSubject;
}

/** What was found, and of which kinds it is not known since the service refused. */
export interface Findings {
  readonly found: readonly Found[];
  readonly refused: readonly { readonly kind: string; readonly error: unknown }[];
}

interface FindKind {
  readonly kind: string;
  readonly icon: string;
  readonly objectType: string;
  /** Property that holds the name. */
  readonly name: string;
  readonly properties: readonly string[];
  readonly subject?: (object: SoapObject, name: string, key: string) => NodeSubject;
}

/** Of each kind at most so many are shown: who sees more types more. */
const shown = 50;

/** A further kind is a row here. */
const kinds: readonly FindKind[] = [
  {
    kind: l10n.t('data extension'),
    icon: 'table',
    objectType: 'DataExtension',
    name: 'Name',
    properties: ['Name', 'CustomerKey'],
    subject: (_object, name, key) => ({ kind: 'dataExtension', key, name }),
  },
  {
    kind: l10n.t('list'),
    icon: 'organization',
    objectType: 'List',
    name: 'ListName',
    properties: ['ID', 'ListName', 'CustomerKey'],
    subject: (object, name, key) => ({ kind: 'list', id: numberAt(object, 'ID') ?? 0, name, key }),
  },
  {
    kind: l10n.t('e-mail'),
    icon: 'mail',
    objectType: 'Email',
    name: 'Name',
    properties: ['Name', 'CustomerKey'],
  },
  {
    kind: l10n.t('e-mail send definition'),
    icon: 'rocket',
    objectType: 'EmailSendDefinition',
    name: 'Name',
    properties: ['Name', 'CustomerKey'],
  },
  {
    kind: l10n.t('triggered send definition'),
    icon: 'zap',
    objectType: 'TriggeredSendDefinition',
    name: 'Name',
    properties: ['Name', 'CustomerKey'],
  },
];

/** @throws MarketingCloudError when none of the kinds could be asked for. */
export async function findInOrg(client: SoapClient, text: string, signal: AbortSignal): Promise<Findings> {
  const answers = await Promise.allSettled(kinds.map((kind) => findKind(client, kind, text, signal)));
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  const refused = answers.flatMap((answer, index) =>
    answer.status === 'rejected' ? [{ kind: kinds[index]?.kind ?? '', error: answer.reason as unknown }] : [],
  );
  const [first] = refused;
  if (first !== undefined && refused.length === kinds.length) throw first.error;
  return {
    found: found.sort((a, b) => rank(a, text) - rank(b, text) || a.name.localeCompare(b.name)),
    refused,
  };
}

async function findKind(
  client: SoapClient,
  kind: FindKind,
  text: string,
  signal: AbortSignal,
): Promise<Found[]> {
  const found: Found[] = [];
  for await (const page of client.retrieve(queryOf(kind, text), { signal })) {
    for (const object of page) {
      const name = textAt(object, kind.name) ?? '';
      const key = textAt(object, 'CustomerKey') ?? '';
      if (!hasText(text, name, key)) continue;
      const subject = kind.subject?.(object, name, key);
      found.push({
        name,
        key,
        kind: kind.kind,
        icon: kind.icon,
        ...(subject === undefined ? {} : { subject }),
      });
    }
    if (found.length >= shown) break;
  }
  return found.slice(0, shown);
}

function queryOf({ objectType, properties, name }: FindKind, text: string): RetrieveQuery {
  return {
    objectType,
    properties,
    filter: containing(text, name, 'CustomerKey'),
    batchSize: shown,
  };
}

/** Those that are called so come first, then those that begin so. */
function rank({ name, key }: Found, text: string): number {
  const wanted = text.toLowerCase();
  const texts = [name.toLowerCase(), key.toLowerCase()];
  if (texts.includes(wanted)) return 0;
  return texts.some((one) => one.startsWith(wanted)) ? 1 : 2;
}
