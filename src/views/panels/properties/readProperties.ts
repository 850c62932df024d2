/** All that can be retrieved of one object: the properties, and the answer to them. */
import type { Catalogue } from '../../../catalogue/index.ts';
import { askedOf } from '../../trees/dataExtensions/dataExtension.ts';
import type { SoapClient } from '../../../soap/index.ts';
import { MarketingCloudError, type Filter, type SoapObject } from '../../../soap/pure.ts';

interface Wanted {
  readonly objectType: string;
  readonly filter: Filter;
  /** MID of the account that the object lives in, where that is not the one that asks. */
  readonly owner?: number | undefined;
}

interface Found {
  readonly properties: readonly string[];
  /** Undefined when it is not there any more. */
  readonly object: SoapObject | undefined;
}

/** What the catalogue calls retrievable is not always: so many names that were refused are left out. */
const mostRefused = 5;

/** @throws MarketingCloudError */
export async function readProperties(
  client: SoapClient,
  catalogue: Catalogue,
  { objectType, filter, owner }: Wanted,
  signal: AbortSignal,
): Promise<Found> {
  let properties = (catalogue.properties(objectType) ?? [])
    .filter(({ retrievable }) => retrievable)
    .map(({ path }) => path);
  for (let attempt = 0; ; attempt++) {
    try {
      const [object] = await client.retrieveAll(
        { ...askedOf({ owner }), objectType, properties, filter },
        { signal },
      );
      return { properties, object };
    } catch (error) {
      const refused = refusedNames(error, properties);
      if (refused.length === 0 || attempt === mostRefused) throw error;
      properties = properties.filter((path) => !refused.includes(path));
    }
  }
}

/** "The Request Property(s) A, B do not match with the fields of X retrieve" (observed). */
function refusedNames(error: unknown, properties: readonly string[]): readonly string[] {
  if (!(error instanceof MarketingCloudError) || error.code !== 'request-rejected') return [];
  const words = error.facts.serverMessage ?? error.message;
  const listed = /Property\(s\) (.*?) do not match/.exec(words)?.[1] ?? '';
  return listed
    .split(',')
    .map((name) => name.trim())
    .filter((name) => properties.includes(name));
}
