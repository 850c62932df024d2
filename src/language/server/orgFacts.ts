/** Remembers what the extension says of the org; what is not known yet is asked for, and told when it has come. */
import type { FactQuestion } from '../../shared/orgFacts.ts';
import { KeptFacts } from '../facts.ts';

/** Asks the extension; null or a failure is "cannot be known". */
export type AskFact = (question: FactQuestion) => Promise<unknown>;

export interface OrgFactsOptions {
  readonly ask: AskFact;
  /** Called when something has come that was not known before, or has changed. */
  readonly changed: () => void;
  readonly now?: () => number;
}

interface Fact {
  /** As JSON, so that an answer that says the same again wakes nobody. */
  readonly json: string;
  readonly value: unknown;
  readonly since: number;
}

/** After so long, in milliseconds, a fact is asked for anew the next time somebody wants it; until then the old one holds. */
const fresh = 60_000;

export class OrgFacts extends KeptFacts {
  private readonly ask: AskFact;
  private readonly changed: () => void;
  private readonly now: () => number;
  private readonly facts = new Map<string, Fact>();
  private readonly asked = new Set<string>();

  constructor({ ask, changed, now = Date.now }: OrgFactsOptions) {
    super();
    this.ask = ask;
    this.changed = changed;
    this.now = now;
  }

  protected find(id: string, question: FactQuestion): unknown {
    const known = this.facts.get(id);
    const old = known === undefined || this.now() - known.since > fresh;
    if (old && !this.asked.has(id)) this.request(id, question);
    return known?.value;
  }

  private request(id: string, question: FactQuestion): void {
    const { asked } = this;
    asked.add(id);
    const keep = (value: unknown): void => {
      asked.delete(id);
      const json = JSON.stringify(value ?? null);
      const before = this.facts.get(id)?.json ?? 'null';
      this.facts.set(id, { json, value, since: this.now() });
      if (json !== before) this.changed();
    };
    this.ask(question).then(keep, () => keep(null));
  }
}
