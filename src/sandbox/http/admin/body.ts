/** Reads what is posted to the sandbox's own pages, and answers what cannot be read. */
import { jsonReply, type HttpReply, type HttpRequest } from '../exchange.ts';

/** The JSON of a body; an empty one stands for `{}`. @returns undefined when it is not JSON. */
export function jsonOf(request: HttpRequest): unknown {
  const text = request.body.toString('utf8').trim();
  try {
    return text === '' ? {} : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** The members of a JSON object; undefined when the body is none. */
export function membersOf(request: HttpRequest): Readonly<Record<string, unknown>> | undefined {
  const value = jsonOf(request);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : undefined;
}

export function badRequest(error: string): HttpReply {
  return jsonReply(400, { error });
}
