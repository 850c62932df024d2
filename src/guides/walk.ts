/** A person's way through the questions of a guide: what is asked next, what was before, and what holds of the answers. */
import type { Answers, Guide, Question } from './guide.ts';

export class Walk {
  private readonly questions: readonly Question[];
  private readonly given: Answers;
  /** What each question was answered with, by its key; kept when the person goes back, to be shown again. */
  private readonly known = new Map<string, Answers>();
  /** Keys of the questions that were asked, in their order. */
  private readonly asked: string[] = [];
  private readonly skipped = new Set<string>();

  /** @param given answers that are known already; their questions are not asked */
  constructor({ questions }: Pick<Guide, 'questions'>, given: Answers) {
    this.questions = questions;
    this.given = given;
  }

  /** Undefined when there is nothing left to ask. */
  get question(): Question | undefined {
    return this.due.find(({ key }) => !this.asked.includes(key) && !this.skipped.has(key));
  }

  /** From 1; the last step is that what is done with the answers is asked. */
  get place(): { readonly step: number; readonly totalSteps: number } {
    const total = this.due.filter(({ key }) => !this.skipped.has(key)).length + 1;
    return { step: this.asked.length + 1, totalSteps: total };
  }

  /** Of the questions that are asked as things stand; what was answered on another way is left out. */
  get answers(): Answers {
    let answers = this.given;
    for (const question of this.questions) {
      if (isDue(question, answers, this.given)) answers = { ...answers, ...this.known.get(question.key) };
    }
    return answers;
  }

  /** @param answers to the present question, and what else is known by it */
  answer({ key }: Question, answers: Answers): void {
    this.known.set(key, answers);
    this.asked.push(key);
  }

  /** Leaves a question out of which nothing is to be asked. */
  skip({ key }: Question): void {
    this.known.set(key, { [key]: '' });
    this.skipped.add(key);
  }

  /** To the question before; what is after it will be asked again. */
  back(): void {
    this.asked.pop();
  }

  private get due(): readonly Question[] {
    const { answers } = this;
    return this.questions.filter((question) => isDue(question, answers, this.given));
  }
}

function isDue({ key, when }: Question, answers: Answers, given: Answers): boolean {
  return !(key in given) && when?.(answers) !== false;
}
