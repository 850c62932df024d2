/** What is wrong with directives: unknown ones, wrong values, names that are taken or lead nowhere. */
import { directiveKinds } from './directives.ts';
import type { Directive, Problem, ProblemCode, ScratchRequest } from './model.ts';
import type { TextRange } from '../xml/node.ts';
import { followersOf } from './runSettings.ts';

/** What is wrong with the directives of one request, whatever the others have. */
export function checkOwnDirectives(directives: readonly Directive[]): Problem[] {
  return [...directives.flatMap(checkValue), ...repeatedDirectives(directives)];
}

/**
 * What is wrong with the names of requests, and with the chains that they make.
 * @param leading those that others follow
 */
export function checkDirectives(
  requests: readonly ScratchRequest[],
  leading: readonly ScratchRequest[],
): Problem[] {
  return [...checkNames(requests), ...(leading.length === 0 ? [] : checkFollowers(requests, leading))];
}

function error(code: ProblemCode, message: string, range: TextRange): Problem {
  return { code, message, range, severity: 'error' };
}

function checkValue({ name, value, nameRange, valueRange }: Directive): Problem[] {
  const kind = directiveKinds.get(name);
  if (kind === undefined) {
    const known = [...directiveKinds.keys()].map((each) => `@${each}`).join(', ');
    return [error('unknown-directive', `@${name} is not a directive. Known are ${known}.`, nameRange)];
  }
  // What variables make of a value is only known when the request is run.
  const expected = value.includes('{{') ? undefined : kind.check(value);
  if (expected === undefined) return [];
  return [error('directive-value', `@${name} takes ${expected}.`, value === '' ? nameRange : valueRange)];
}

function repeatedDirectives(directives: readonly Directive[]): Problem[] {
  const seen = new Set<string>();
  return directives.flatMap(({ name, nameRange }) => {
    const isRepeated = seen.has(name) && directiveKinds.get(name)?.repeatable !== true;
    seen.add(name);
    if (!isRepeated || !directiveKinds.has(name)) return [];
    return [error('duplicate-directive', `@${name} is already there. A request has one.`, nameRange)];
  });
}

function checkNames(requests: readonly ScratchRequest[]): Problem[] {
  const seen = new Set<string>();
  return requests.flatMap((request) => {
    const { name } = request;
    if (name === undefined) return [];
    const isTaken = seen.has(name);
    seen.add(name);
    const directive = isTaken ? request.directives.find((candidate) => candidate.name === 'name') : undefined;
    if (directive === undefined) return [];
    return [error('duplicate-name', `Another request is named ${name}.`, directive.valueRange)];
  });
}

/** A chain that comes back to where it began would send for ever. */
function checkFollowers(requests: readonly ScratchRequest[], leading: readonly ScratchRequest[]): Problem[] {
  const named = new Map<string, ScratchRequest>();
  for (const request of requests) if (request.name !== undefined) named.set(request.name, request);
  const circles = new Set(leading.filter((request) => returnsTo(request, named)));
  return leading.flatMap((request) =>
    request.directives
      .filter(({ name, value }) => name === 'onSuccess' && /^run\s+\S+$/.test(value) && !value.includes('{{'))
      .flatMap(({ value, valueRange }) => {
        const target = value.replace(/^run\s+/, '');
        if (!named.has(target)) {
          return [error('unknown-name', `There is no request named ${target} in this file.`, valueRange)];
        }
        if (!circles.has(request)) return [];
        return [error('circular-chain', 'This chain of requests comes back to where it began.', valueRange)];
      }),
  );
}

function returnsTo(start: ScratchRequest, named: ReadonlyMap<string, ScratchRequest>): boolean {
  const waiting = [...followersOf(start)];
  const seen = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name === start.name) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    const next = named.get(name);
    if (next !== undefined) waiting.push(...followersOf(next));
  }
  return false;
}
