/** Sends a request as its directives ask: page after page, call after call, at once or through the service's queue. */
import type { ResolvedRequest, RunSettings } from '../shared/languageMessages.ts';
import {
  isWriteMethod,
  objectsAt,
  type CallOptions,
  type RawAnswer,
  type RawCallAnswer,
  type RawWriteOptions,
  type SoapClient,
} from '../soap/index.ts';

/** An answer; that of a call of a write says which objects it is about. */
export type StepAnswer = RawAnswer | RawCallAnswer;

/**
 * The answers to a request, as they come.
 * @throws MarketingCloudError whatever the client throws.
 */
export async function* exchange(
  request: ResolvedRequest,
  client: SoapClient,
  given: CallOptions,
): AsyncGenerator<StepAnswer> {
  const { operation, body, follow, timeout } = request;
  const options: CallOptions = { ...given, ...(timeout === undefined ? {} : { timeout }) };
  if (isWriteMethod(operation)) {
    yield* client.sendWrite(operation, body, { ...options, ...writeOptions(request) });
  } else if (follow === undefined) {
    yield await client.send(operation, body, options);
  } else {
    yield* pages(request, follow, client, options);
  }
}

/** The messages that a request would be sent in, for a person to look at. */
export function messagesOf(request: ResolvedRequest, client: SoapClient): readonly string[] {
  const { operation, body } = request;
  return isWriteMethod(operation) ? client.previewWrite(operation, body, writeOptions(request)) : [body];
}

const modes = { sync: 'synchronous', async: 'asynchronous', hybrid: 'hybrid' } as const;

function writeOptions({ mode, batch, correlation }: RunSettings): RawWriteOptions {
  return {
    ...(mode === undefined ? {} : { mode: modes[mode] }),
    ...(batch === undefined ? {} : { batchSize: batch }),
    ...(correlation === undefined ? {} : { correlationId: correlation }),
  };
}

async function* pages(
  { operation, body }: ResolvedRequest,
  follow: 'all' | number,
  client: SoapClient,
  options: CallOptions,
): AsyncGenerator<RawAnswer> {
  let received = 0;
  for await (const answer of client.sendPages(operation, body, options)) {
    yield answer;
    received += objectsAt(answer.content, 'Results').length;
    if (follow !== 'all' && received >= follow) return;
  }
}
