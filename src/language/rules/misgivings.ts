/** Rules that look at a request as it is about to be sent, with everything filled in (best-practices rows D8, D9, F7). */
import type { Catalogue } from '../../catalogue/index.ts';
import type { FactQuestion } from '../../shared/orgFacts.ts';
import { AskedFacts } from '../askedFacts.ts';
import { parseScratch } from '../scratch/parse.ts';
import { Requests } from '../subject/requests.ts';
import type { Rule } from './rule.ts';
import { unknownAttribute } from './unknownAttribute.ts';
import { unknownColumn } from './unknownColumn.ts';
import { weakPassword } from './weakPassword.ts';

/** What a rule says of a request that would be sent. */
export interface Misgiving {
  /** For a person. */
  readonly message: string;
  /** True for what is not to be sent at all. */
  readonly isRefused: boolean;
}

/** What would be dropped in silence is told; a password that can be guessed is not sent. */
const checks: readonly { readonly rule: Rule; readonly isRefused: boolean }[] = [
  { rule: unknownAttribute, isRefused: false },
  { rule: unknownColumn, isRefused: false },
  { rule: weakPassword, isRefused: true },
];

/** Rounds of questions: what is asked next can depend on an answer. */
const mostRounds = 3;

/** Longer messages, in characters, are sent without being looked at: that would hold up the window. */
const longest = 1_000_000;

/** The same words are said once; more than so many are of no help. */
const mostMisgivings = 10;

/**
 * @param body the message element, variables filled in
 * @param ask gives a fact of the org in which it would run, null for one that cannot be known; must not reject
 */
export async function misgivingsOf(
  body: string,
  catalogue: Catalogue,
  ask: (question: FactQuestion) => Promise<unknown>,
): Promise<readonly Misgiving[]> {
  if (body.length > longest) return [];
  const requests = new Requests(parseScratch(body), catalogue);
  const facts = new AskedFacts();
  const look = (): readonly Misgiving[] =>
    checks.flatMap(({ rule, isRefused }) =>
      [...requests.all()].flatMap((subject) =>
        [...(rule.checkPart?.(subject, { catalogue, facts, requests }) ?? [])].map(({ message }) => ({
          message,
          isRefused,
        })),
      ),
    );
  let found = look();
  for (let round = 0; round < mostRounds && facts.wanted.length > 0; round += 1) {
    await facts.answer(ask);
    found = look();
  }
  const messages = new Map(found.map((misgiving) => [misgiving.message, misgiving]));
  return [...messages.values()].slice(0, mostMisgivings);
}
