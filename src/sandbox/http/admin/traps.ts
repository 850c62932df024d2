/** `/_sandbox/traps`: the traps of the real service, and which of them are loud. */
import { traps, type TrapName } from '../../traps/traps.ts';
import { jsonReply, type HttpReply, type HttpRequest } from '../exchange.ts';
import { badRequest, membersOf } from './body.ts';
import type { Site } from './site.ts';

export function showTraps({ traps: board }: Site): HttpReply {
  return jsonReply(200, board.all());
}

/** Takes an object of names and whether they are to be loud; `all` stands for every trap. */
export function setTraps(site: Site, request: HttpRequest): HttpReply {
  const members = membersOf(request);
  if (members === undefined)
    return badRequest('The body must be a JSON object such as {"unknown-column":true}.');
  for (const [name, isLoud] of Object.entries(members)) {
    if (name !== 'all' && !Object.hasOwn(traps, name)) {
      return badRequest(`There is no trap "${name}"; there are ${Object.keys(traps).join(', ')}.`);
    }
    if (typeof isLoud !== 'boolean') return badRequest(`${name} must be true or false.`);
  }
  for (const [name, isLoud] of Object.entries(members)) {
    const names = name === 'all' ? (Object.keys(traps) as TrapName[]) : [name as TrapName];
    for (const each of names) site.traps.set(each, isLoud === true);
  }
  return showTraps(site);
}
