/** `/_sandbox/faults`: orders what is to go wrong, shows what is in force, and ends it. */
import { faultKinds, readFaultRule } from '../../faults/kinds.ts';
import { jsonReply, type HttpReply, type HttpRequest } from '../exchange.ts';
import { badRequest, jsonOf } from './body.ts';
import type { Site } from './site.ts';

export function showFaults({ faults }: Site): HttpReply {
  return jsonReply(200, { inForce: faults.all(), kinds: faultKinds });
}

/** Takes one rule or a list of them; when one is wrong, none is taken. */
export function orderFaults({ faults }: Site, request: HttpRequest): HttpReply {
  const body = jsonOf(request);
  const rules = (Array.isArray(body) ? body : [body]).map(readFaultRule);
  const problem = rules.find((rule) => typeof rule === 'string');
  if (problem !== undefined) return badRequest(problem);
  return jsonReply(
    200,
    rules.filter((rule) => typeof rule !== 'string').map((rule) => faults.add(rule)),
  );
}

/** Ends the fault with `?id=`, or all of them. */
export function endFaults({ faults }: Site, { query }: HttpRequest): HttpReply {
  const id = query.get('id');
  if (id === null) faults.clear();
  else if (!faults.remove(Number(id))) return jsonReply(404, { error: `No fault has the number ${id}.` });
  return jsonReply(200, { inForce: faults.all() });
}
