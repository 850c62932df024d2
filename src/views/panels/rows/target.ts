/** Whose rows an editor shows, and the address under which VS Code keeps such an editor over a restart. */

export interface RowsTarget {
  readonly connectionId: string;
  readonly mid: number;
  /** External key of the data extension. */
  readonly key: string;
  readonly name: string;
  /** MID of the account that it lives in, where that is not `mid`: one that the enterprise shares. */
  readonly owner?: number | undefined;
}

const rowsScheme = 'marketing-cloud-rows';

interface AddressParts {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;
}

/**
 * The last part of the path is what the tab shows; the query says which rows. By the first part the manifest makes it a
 * language of its own, for which saving by itself is off: writing to an org is never done unasked. What VS Code saves
 * by itself after a while it knows by another address, whose path is this one’s in UTF-16 and Base64, scheme first.
 */
export function addressOf({ connectionId, mid, key, name, owner }: RowsTarget): AddressParts {
  // A slash would cut the name short.
  const shown = name.replaceAll('/', '∕').trim();
  return {
    scheme: rowsScheme,
    path: `/${rowsScheme}/${String(mid)}/${shown === '' || /^\.+$/.test(shown) ? key.replaceAll('/', '∕') : shown}`,
    query: JSON.stringify([connectionId, mid, key, name, ...(owner === undefined ? [] : [owner])]),
  };
}

/** Undefined for an address that is not one of ours. */
export function targetOf({ scheme, query }: AddressParts): RowsTarget | undefined {
  if (scheme !== rowsScheme) return undefined;
  try {
    const parts: unknown = JSON.parse(query);
    if (!Array.isArray(parts)) return undefined;
    const [connectionId, mid, key, name, owner] = parts as unknown[];
    if (typeof connectionId !== 'string' || typeof mid !== 'number') return undefined;
    if (typeof key !== 'string' || typeof name !== 'string') return undefined;
    return { connectionId, mid, key, name, ...(typeof owner === 'number' ? { owner } : {}) };
  } catch {
    return undefined;
  }
}
