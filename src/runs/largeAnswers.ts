/** Evaluates XPaths on large answers in a thread of its own, so that whoever asks is not held up. */
import { Worker } from 'node:worker_threads';
import type { Evaluate, Evaluated } from './evaluate.ts';

/** What the thread is told. Texts go one by one, as handing many over at once takes its time. */
export type ToAnswersThread =
  | { readonly kind: 'begin' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'evaluate'; readonly expressions: readonly string[] }
  | { readonly kind: 'pretty' };

interface Limits {
  /** Milliseconds that an evaluation may take. */
  readonly patience: number;
  /** Milliseconds without a question after which the thread, and the memory that it takes, is given up. */
  readonly idle: number;
}

export class LargeAnswers {
  private readonly workerFile: URL;
  private readonly limits: Limits;
  private worker: Worker | undefined;
  /** The answers that the thread has. */
  private held: readonly string[] | undefined;
  private idle: NodeJS.Timeout | undefined;
  /** One question at a time; never rejects. */
  private last: Promise<unknown> = Promise.resolve();

  /** @param workerFile of `answersThread.ts`, as it is bundled. */
  constructor(workerFile: URL, limits: Limits = { patience: 60_000, idle: 30_000 }) {
    this.workerFile = workerFile;
    this.limits = limits;
  }

  readonly evaluate: Evaluate = (texts, expressions, signal) =>
    this.ask<readonly Evaluated[]>(texts, { kind: 'evaluate', expressions }, signal).catch(
      (error: unknown) => {
        const problem = error instanceof Error ? error.message : String(error);
        return expressions.map(() => ({ problem }));
      },
    );

  /** The texts one below the other, laid out for a person; as they came when that cannot be done. */
  pretty(xmls: readonly string[]): Promise<string> {
    return this.ask<string>(xmls, { kind: 'pretty' }).catch(() => xmls.join('\n\n'));
  }

  dispose(): void {
    clearTimeout(this.idle);
    this.held = undefined;
    this.worker?.terminate().catch(() => undefined);
    this.worker = undefined;
  }

  /** Asks the thread about texts, when it is its turn. */
  private ask<T>(texts: readonly string[], question: ToAnswersThread, signal?: AbortSignal): Promise<T> {
    const answer = this.last.then(() =>
      this.use(async (worker) => {
        if (this.held !== texts) await this.hand(worker, texts, signal);
        return this.answerOf<T>(worker, question, signal);
      }),
    );
    this.last = answer.catch(() => undefined);
    return answer;
  }

  /** Does something with the thread; after a failure the next one begins with another thread. */
  private async use<T>(work: (worker: Worker) => Promise<T>): Promise<T> {
    clearTimeout(this.idle);
    try {
      return await work((this.worker ??= this.start()));
    } catch (error) {
      this.dispose();
      throw error;
    } finally {
      this.idle = setTimeout(() => this.dispose(), this.limits.idle).unref();
    }
  }

  private start(): Worker {
    const worker = new Worker(this.workerFile);
    // It may fail between two questions: the next one begins with another.
    worker.on('error', () => {
      if (this.worker === worker) this.dispose();
    });
    return worker;
  }

  private async hand(worker: Worker, texts: readonly string[], signal?: AbortSignal): Promise<void> {
    tell(worker, { kind: 'begin' });
    for (const text of texts) {
      if (signal?.aborted === true) throw cancelled();
      tell(worker, { kind: 'text', text });
      await new Promise(setImmediate);
    }
    this.held = texts;
  }

  private async answerOf<T>(worker: Worker, question: ToAnswersThread, signal?: AbortSignal): Promise<T> {
    const over = new AbortController();
    const ended = over.signal;
    try {
      return await new Promise<T>((resolve, reject) => {
        if (signal?.aborted === true) throw cancelled();
        signal?.addEventListener('abort', () => reject(cancelled()), { signal: ended });
        const timer = setTimeout(() => reject(tooLong(this.limits.patience)), this.limits.patience);
        ended.addEventListener('abort', () => clearTimeout(timer));
        const once = (event: string, listener: (value: unknown) => void): void => {
          worker.once(event, listener);
          ended.addEventListener('abort', () => worker.off(event, listener));
        };
        once('message', (found) => resolve(found as T));
        once('error', (error) => reject(toReason(error as Error)));
        once('exit', () => reject(new Error('the thread that evaluates it has ended')));
        tell(worker, question);
      });
    } finally {
      over.abort();
    }
  }
}

function tell(worker: Worker, message: ToAnswersThread): void {
  worker.postMessage(message);
}

function cancelled(): Error {
  return new Error('the run was cancelled before it was found');
}

function tooLong(patience: number): Error {
  const seconds = String(Math.round(patience / 1000));
  return new Error(
    `it takes longer than ${seconds} s on an answer of this size; a path of names, such as //Results[1]/ID, is quick`,
  );
}

function toReason(error: Error & { readonly code?: string }): Error {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new Error('the answer is too large to be searched; ask for fewer rows with # @limit')
    : error;
}
