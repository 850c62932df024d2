/** `POST /_sandbox/reset`: begins anew. */
import { seedNames, type ResetOptions, type SeedName } from '../../contracts.ts';
import { jsonReply, type HttpReply, type HttpRequest } from '../exchange.ts';
import { badRequest, membersOf } from './body.ts';
import { momentOf } from './clock.ts';
import type { Site } from './site.ts';

/** Takes `seed` (a name, or one's own), `randomSeed` and `now`, any of them; what is left out stays as it was. */
export function resetOrg(site: Site, request: HttpRequest): HttpReply {
  const members = membersOf(request);
  if (members === undefined) return badRequest('The body must be a JSON object.');
  try {
    site.reset(optionsOf(members));
  } catch (error) {
    return badRequest(error instanceof Error ? error.message : String(error));
  }
  return jsonReply(200, site.connection);
}

function optionsOf({ seed, randomSeed, now, ...rest }: Readonly<Record<string, unknown>>): ResetOptions {
  const [strange] = Object.keys(rest);
  if (strange !== undefined)
    throw new RangeError(`A reset takes seed, randomSeed and now, not "${strange}".`);
  const isOwn = typeof seed === 'object' && seed !== null;
  if (seed !== undefined && !isOwn && !seedNames.includes(seed as SeedName)) {
    throw new RangeError(`seed must be ${seedNames.join(', ')}, or an object of your own.`);
  }
  if (randomSeed !== undefined && !Number.isInteger(randomSeed)) {
    throw new RangeError('randomSeed must be a whole number.');
  }
  const at = momentOf(now);
  return {
    ...(seed === undefined ? {} : { seed: seed as SeedName }),
    ...(randomSeed === undefined ? {} : { randomSeed: randomSeed as number }),
    ...(at === undefined ? {} : { at }),
  };
}
