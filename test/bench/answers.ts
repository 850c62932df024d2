/** XPaths on 100,000 rows, as assertions ask for them: how long they take, and how long whoever asks stands still. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { LargeAnswers } from '../../src/runs/index.ts';
import { bundled } from '../support/bundle.ts';
import { manyAnswers } from '../support/manyAnswers.ts';

const expressions = [
  'count(//Results)',
  '//Results[100000]/Properties/Property[5]/Value',
  'count(//Results/Properties/Property/Value)',
  '//OverallStatus',
];

export interface AnswersFigures {
  readonly megabytes: number;
  /** Milliseconds until the first expression has its value, reading included. */
  readonly first: number;
  /** Milliseconds for all of them, once the answers have been read. */
  readonly again: number;
  /** The longest, in milliseconds, that the thread that asks could do nothing else. */
  readonly longestBlock: number;
}

export async function measureLargeAnswers(): Promise<AnswersFigures> {
  const thread = pathToFileURL(`${await bundled('dist/runs')}/answersThread.js`);
  const answers = manyAnswers(40);
  const large = new LargeAnswers(thread);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const time = async (asked: readonly string[]): Promise<number> => {
    const begun = performance.now();
    const found = await large.evaluate(answers, asked);
    const problem = found.find((one) => 'problem' in one);
    if (problem !== undefined && 'problem' in problem) throw new Error(problem.problem);
    return performance.now() - begun;
  };
  try {
    delay.enable();
    const first = await time(expressions.slice(0, 1));
    const again = await time(expressions);
    delay.disable();
    const megabytes = answers.reduce((sum, { length }) => sum + length, 0) / 1e6;
    return { megabytes, first, again, longestBlock: delay.max / 1e6 };
  } finally {
    large.dispose();
  }
}
