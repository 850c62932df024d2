/** What is asked about an org before a request is sent to it: each thing once in a while, not once a request. */
import type { FactQuestion } from '../../shared/orgFacts.ts';
import type { RunAccount } from '../../runs/index.ts';
import { answerFact } from '../language/orgFacts.ts';

/** Milliseconds. Long enough for the requests of one run, short enough for a column that was just added. */
const fresh = 10_000;

interface Known {
  readonly since: number;
  readonly answer: Promise<unknown>;
}

const known = new Map<string, Known>();

/** Null for what cannot be known: a request is never held up by that. Never rejects. */
export function accountFact(account: RunAccount, question: FactQuestion): Promise<unknown> {
  const id = JSON.stringify([account.connectionId, account.mid, question]);
  const before = known.get(id);
  if (before !== undefined && Date.now() - before.since < fresh) return before.answer;
  const answer = account
    .client()
    .then((client) => answerFact(client, question))
    .catch(() => null);
  for (const [old, { since }] of known) if (Date.now() - since >= fresh) known.delete(old);
  known.set(id, { since: Date.now(), answer });
  return answer;
}
