/** Facts that are asked for when somebody wanted them: look, answer what was wanted, look again. */
import type { FactQuestion } from '../shared/orgFacts.ts';
import { KeptFacts } from './facts.ts';

export class AskedFacts extends KeptFacts {
  /** Answers by their question; null for what cannot be known. */
  private readonly known = new Map<string, unknown>();
  private readonly open = new Map<string, FactQuestion>();

  /** What was wanted and is not known yet. */
  get wanted(): readonly FactQuestion[] {
    return [...this.open.values()];
  }

  /** Has every open question answered. @param ask must not reject */
  async answer(ask: (question: FactQuestion) => Promise<unknown>): Promise<void> {
    const questions = [...this.open];
    this.open.clear();
    await Promise.all(
      questions.map(async ([id, question]) => {
        this.known.set(id, await ask(question));
      }),
    );
  }

  protected find(id: string, question: FactQuestion): unknown {
    if (!this.known.has(id)) this.open.set(id, question);
    return this.known.get(id);
  }
}
