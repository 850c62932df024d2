/** The page of the result panel by itself in a browser, with a host that the test plays. */
import type { Page } from 'playwright-core';
import { isFromResultPage, type FromResultPage, type ResultState } from '../../src/shared/resultMessages.ts';
import { openLonePage, postTo } from './lonePage.ts';

export class ResultPage {
  readonly page: Page;
  /** All that the page has said, in order. */
  readonly said: FromResultPage[] = [];
  private readonly columns: readonly string[];
  private readonly answers: readonly string[];

  private constructor(page: Page, columns: readonly string[], answers: readonly string[]) {
    this.page = page;
    this.columns = columns;
    this.answers = answers;
  }

  /** @param answers envelopes that the page can ask for. */
  static open(columns: readonly string[], answers: readonly string[]): Promise<ResultPage> {
    return openLonePage('result', (page) => new ResultPage(page, columns, answers));
  }

  /** What the page says. */
  async hear(message: unknown): Promise<void> {
    if (!isFromResultPage(message)) throw new Error(`Not a message of the page: ${JSON.stringify(message)}`);
    this.said.push(message);
    if (message.kind !== 'openAnswer') return;
    const { index } = message;
    await postTo(this.page, { kind: 'answer', session: 1, index, text: this.answers[index] });
  }

  /** Tells the page of a state; what is left out is that of a run that has just begun. */
  async show(more: Partial<ResultState>): Promise<void> {
    const state: ResultState = {
      ...{
        session: 1,
        title: 'Many',
        where: 'Acme · UK',
        status: 'running',
        facts: [],
        columns: this.columns,
      },
      ...{ rowCount: 0, answerCount: 0 },
      ...more,
    };
    await postTo(this.page, { kind: 'state', state });
  }
}
