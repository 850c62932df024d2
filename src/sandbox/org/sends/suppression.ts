/** Suppression lists: which addresses a send leaves out. All lists that apply to it do so together (documented). */
import type { SendClassification } from '../content.ts';
import { fieldNamed, type DataExtension } from '../dataExtension.ts';
import type { KeptObject } from '../kept.ts';
import type { Org } from '../org.ts';

export const listType = 'SuppressionListDefinition';
export const contextType = 'SuppressionListContext';

/** The column of a list that holds its addresses. */
export const addressColumn = 'Email Address';

/** What decides on the lists of a send. */
export interface Sending {
  readonly mid: number;
  readonly classification?: SendClassification;
  /** Where it is not that of the classification. */
  readonly senderProfile?: KeptObject | undefined;
  /** The number of a send that is there already, and about to start. */
  readonly sendId?: number;
}

/** The addresses that a send leaves out, in lower case. */
export function suppressedAddresses(org: Org, sending: Sending): ReadonlySet<string> {
  const addresses = new Set<string>();
  for (const context of org.kept.of(contextType).all()) {
    const isMeant = kinds[context.name]?.(org, context, sending) === true;
    const table = isMeant ? tableOf(org, context) : undefined;
    if (table === undefined) continue;
    const column = fieldNamed(table, addressColumn);
    for (let position = 0; column !== undefined && position < table.rows.end; position++) {
      const address = table.rows.has(position) ? table.rows.cell(position, column) : null;
      if (address !== null) addresses.add(address.toLowerCase());
    }
  }
  return addresses;
}

function tableOf(org: Org, { mid, content }: KeptObject): DataExtension | undefined {
  const list = org.kept.of(listType).find(mid, 'objectId', content.path('Definition.ObjectID') ?? '');
  return list === undefined ? undefined : org.dataExtensions.find(mid, 'key', list.key);
}

/** Whether a context of each kind applies to a send. */
const kinds: Readonly<Record<string, (org: Org, context: KeptObject, sending: Sending) => boolean>> = {
  BusinessUnit: (_org, context, sending) => isWide(context, sending) && context.mid === sending.mid,
  Global: (_org, context, sending) => isWide(context, sending) && context.mid === sending.mid,
  Enterprise: (org, context, sending) =>
    isWide(context, sending) && [sending.mid, org.account(sending.mid)?.parent?.mid].includes(context.mid),
  SendClassification: (_org, { mid, content }, { mid: own, classification }) => {
    const wanted = content.path('SendClassification.ObjectID');
    if (wanted !== undefined) return wanted === classification?.objectId;
    return mid === own && content.text('SendClassificationType') === classification?.type;
  },
  SenderProfile: (_org, { content }, { classification, senderProfile = classification?.senderProfile }) =>
    content.path('SenderProfile.ObjectID') === senderProfile?.objectId,
  Send: (_org, { content }, { sendId }) => content.path('Send.ID') === String(sendId),
};

/** A context of a whole account is one of its commercial sends alone, unless it says that it applies to all (inferred). */
function isWide({ content }: KeptObject, { classification }: Sending): boolean {
  return classification?.type !== 'Operational' || content.flag('AppliesToAllSends') === true;
}
