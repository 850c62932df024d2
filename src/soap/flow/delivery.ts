/** Gets a call through: its turn, its token, and another attempt where that is safe. */
import type { AccessToken, TokenSource } from '../auth/tokenSource.ts';
import { MarketingCloudError } from '../errors.ts';
import type { Answer, AttemptResult, Call, Exchange } from '../exchange.ts';
import type { CallLog, CallRecord } from '../log.ts';
import { retryDelay } from '../transport/retry.ts';
import type { RequestQueue } from './requestQueue.ts';
import type { TargetLocks } from './targets.ts';
import { pause, type Timer } from './timer.ts';

interface Parts {
  readonly tokens: TokenSource;
  readonly exchange: Exchange;
  readonly queue: RequestQueue;
  readonly targets: TargetLocks;
  readonly log: CallLog;
  readonly timer: Timer;
  /** From 0 up to 1. */
  readonly random?: () => number;
}

/** How a caller follows and limits the attempts of a call. */
export interface AttemptOptions {
  /** Attempts in all, where another one is safe; 1 for no second one. */
  readonly attempts: number;
  /** Told of every attempt of this call, beside the client's own log. */
  readonly onAttempt?: CallLog;
}

/** What happened to a call so far. */
interface Course {
  attempt: number;
  readonly began: number;
  /** The service said once that the token had expired; it is not believed twice. */
  renewed: boolean;
}

export class Delivery {
  private readonly parts: Parts;
  private readonly timer: Timer;
  private readonly random: () => number;

  constructor(parts: Parts) {
    this.parts = parts;
    this.timer = parts.timer;
    this.random = parts.random ?? Math.random;
  }

  /**
   * Sends a call, again where that is safe. When the service says that the token has expired, which it does before it
   * looks at the request, the call is sent once more with a new one.
   * @throws MarketingCloudError with any code; its facts say whether the service acted on the request.
   */
  send<Extra>(call: Call<Extra>, options: AttemptOptions): Promise<Answer<Extra>> {
    return this.parts.targets.run(call.targets ?? [], () => this.attempts(call, options), call.signal);
  }

  private async attempts<Extra>(call: Call<Extra>, options: AttemptOptions): Promise<Answer<Extra>> {
    const course: Course = { attempt: 1, began: this.timer.now(), renewed: false };
    for (; ; course.attempt += 1) {
      const token = await this.token(call.signal, course.attempt);
      const result = 'error' in token ? token : await this.attempt(call, token, course.attempt);
      if ('answer' in result) {
        this.tell(result.answer.record, options);
        return result.answer;
      }
      const { error, record } = result;
      if (error.code === 'token-expired' && 'value' in token && !course.renewed)
        this.parts.tokens.reject(token);
      const delay = this.delayAfter(error, { call, course, options });
      this.tell(delay === undefined ? record : { ...record, retryIn: delay }, options);
      if (delay === undefined) throw finalError(error, course.attempt);
      await pause(this.timer, delay, call.signal);
    }
  }

  /** A call without a token was not sent: what keeps the token service from answering may pass, even for a write. */
  private async token(
    signal: AbortSignal | undefined,
    attempt: number,
  ): Promise<AccessToken | Extract<AttemptResult<never>, { readonly error: unknown }>> {
    const began = this.timer.now();
    try {
      return await this.parts.tokens.token(signal);
    } catch (error) {
      if (!(error instanceof MarketingCloudError)) throw error;
      const { code, message } = error;
      const total = this.timer.now() - began;
      return {
        error: error.with({ notActedOn: true }),
        record: {
          ...{ operation: 'token', attempt, total, outcome: code, message },
          ...{ queued: 0, requestBytes: 0, responseBytes: 0 },
        },
      };
    }
  }

  private attempt<Extra>(
    call: Call<Extra>,
    token: AccessToken,
    attempt: number,
  ): Promise<AttemptResult<Extra>> {
    const { queue, exchange } = this.parts;
    return queue.run(async (queued) => {
      const result = await exchange.attempt(call, token, { attempt, queued });
      if ('answer' in result) queue.succeeded();
      else if (result.error.code === 'throttled') queue.throttled();
      return result;
    }, call.signal);
  }

  /** Undefined to give up. */
  private delayAfter(
    error: MarketingCloudError,
    { call, course, options }: { call: Call<unknown>; course: Course; options: AttemptOptions },
  ): number | undefined {
    if (error.code === 'token-expired') {
      if (course.renewed) return undefined;
      course.renewed = true;
      return 0;
    }
    const failed = {
      code: error.code,
      notActedOn: error.facts.notActedOn === true,
      // A call that was only sent again for a new token has not used up one of its attempts.
      attempt: course.attempt - (course.renewed ? 1 : 0),
      elapsed: this.timer.now() - course.began,
    };
    const { repeatability, timeout } = call;
    const policy = { repeatability, timeout, attempts: options.attempts };
    return retryDelay(failed, policy, this.random());
  }

  private tell(record: CallRecord, { onAttempt }: AttemptOptions): void {
    this.parts.log(record);
    onAttempt?.(record);
  }
}

function finalError(error: MarketingCloudError, attempts: number): MarketingCloudError {
  return attempts === 1 ? error : error.with({ attempts });
}
