/** Facts that are asked for when somebody wanted them: look, answer what was wanted, look again. */
import type { Column, FactAnswers, FactQuestion, KnownKeys } from '../shared/orgFacts.ts';
import type { LiveFacts } from './facts.ts';

export class AskedFacts implements LiveFacts {
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

  columns(key: string): readonly Column[] | undefined {
    return this.look({ kind: 'columns', key });
  }

  attributes(): readonly string[] | undefined {
    return this.look({ kind: 'attributes' });
  }

  keys(objectType: string): KnownKeys | undefined {
    return this.look({ kind: 'keys', objectType });
  }

  private look<Question extends FactQuestion>(question: Question): FactAnswers[Question['kind']] | undefined {
    const id = JSON.stringify(question);
    if (!this.known.has(id)) this.open.set(id, question);
    return (this.known.get(id) ?? undefined) as FactAnswers[Question['kind']] | undefined;
  }
}
