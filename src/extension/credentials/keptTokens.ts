/** Access tokens in VS Code's secret storage, so that all windows work with the same one and a reload asks for none. */
import type { AccessToken, TokenKeeper } from '../../soap/index.ts';
import type { SecretStore } from './secretStore.ts';

/** The tokens of a connection by what they are for. */
type Kept = Readonly<Record<string, AccessToken>>;

/**
 * Keeps one token of a connection.
 * @param place what it is for: a token is never used for another package, tenant or business unit.
 */
export function keptToken(
  secrets: Pick<SecretStore, 'read' | 'write'>,
  connectionId: string,
  place: string,
): TokenKeeper {
  const all = async (): Promise<Kept> => readKept(await secrets.read(connectionId, 'tokens'));
  return {
    read: async () => (await all())[place],
    write: async (token) => {
      const others = Object.entries(await all()).filter(([, { expiresAt }]) => Date.now() < expiresAt);
      const kept: Kept = { ...Object.fromEntries(others), [place]: token };
      await secrets.write(connectionId, JSON.stringify(kept), 'tokens');
    },
  };
}

/** What is broken, or was written by another version in another form, counts as nothing. */
function readKept(text = '{}'): Kept {
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter(isKeptToken));
  } catch {
    return {};
  }
}

function isKeptToken(entry: [string, unknown]): entry is [string, AccessToken] {
  const token = entry[1] as Partial<Record<keyof AccessToken, unknown>> | null;
  return (
    typeof token?.value === 'string' &&
    typeof token.expiresAt === 'number' &&
    typeof token.soapAddress === 'string' &&
    Array.isArray(token.scopes)
  );
}
