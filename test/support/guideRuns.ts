/** Runs what guides make in the sandbox org, one request after another, as a scratch file's are. */
import assert from 'node:assert/strict';
import { shippedCatalogue as catalogue } from '../../src/catalogue/index.ts';
import type { Answers } from '../../src/guides/guide.ts';
import { guides, scratchFile } from '../../src/guides/index.ts';
import { parseScratch, resolveRequest } from '../../src/language/index.ts';
import { NamedResults } from '../../src/runs/index.ts';
import type { GuideId } from '../../src/shared/guideIds.ts';
import { textAt, where, type RawAnswer } from '../../src/soap/index.ts';
import type { TestOrg } from './org.ts';

const context = {
  ...{ now: Date.now(), guid: () => '', random: () => 0, mid: 100, eid: 1 },
  // What is answered when a request asks for a password.
  prompted: (name: string) => (name === 'password' ? 'Tr0ub4dor&3-and-more' : undefined),
};

/** Answers by the name of the request. */
type Done = ReadonlyMap<string, RawAnswer>;

/** Runs every request of a guide, in the business unit that it names. @param ran told of each that is done */
export async function runGuide(
  org: TestOrg,
  id: GuideId,
  answers: Answers,
  ran: (name: string) => void = () => undefined,
): Promise<Done> {
  const text = scratchFile(guides[id], guides[id].build(answers));
  const file = parseScratch(text);
  const results = new NamedResults();
  const done = new Map<string, RawAnswer>();
  for (const request of file.requests) {
    const { name = '' } = request;
    const resolution = resolveRequest(file, request, catalogue, { ...context, results: results.lookup });
    assert.ok('request' in resolution, 'problem' in resolution ? resolution.problem.message : '');
    const { operation, body, businessUnit } = resolution.request;
    const client = businessUnit === undefined ? org.client : org.clientFor(businessUnit);
    const answer = await client.send(operation, body);
    results.keep(name, { request: body, responses: [answer.text] });
    done.set(name, answer);
    ran(name);
    // What follows builds on what failed.
    if (textAt(answer.content, 'OverallStatus') === 'Error') break;
  }
  return done;
}

export function succeeded(done: Done): void {
  for (const [name, { content, text }] of done) {
    assert.equal(textAt(content, 'OverallStatus'), 'OK', `${name}: ${text}`);
  }
}

/** Properties of the first object of a type. */
export async function firstOf(
  { client }: TestOrg,
  objectType: string,
  ...properties: string[]
): Promise<string[]> {
  const [object] = await client.retrieveAll({ objectType, properties });
  return properties.map((property) => textAt(object ?? {}, property) ?? '');
}

/** One property of the object with a key, wherever in the enterprise it is. */
export async function valueOf(
  { client }: TestOrg,
  objectType: string,
  property: string,
  key: string,
): Promise<string | undefined> {
  const [object] = await client.retrieveAll({
    ...{ objectType, properties: [property], queryAllAccounts: true },
    filter: where('CustomerKey', 'equals', key),
  });
  return object === undefined ? undefined : textAt(object, property);
}
