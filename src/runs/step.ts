/** Runs one request: has it made ready and confirmed, sends it, and judges what comes back. */
import { misgivingsOf, type ScratchRequest, type XmlElementNode } from '../language/index.ts';
import type { ResolvedRequest } from '../shared/languageMessages.ts';
import {
  MarketingCloudError,
  previewEnvelope,
  type CallRecord,
  type RequestProgress,
} from '../soap/index.ts';
import { checkAssertions, failureText, looksAtStatus } from './assertions.ts';
import { evaluateWith } from './evaluate.ts';
import { exchange, type StepAnswer } from './exchange.ts';
import type { AssertionOutcome, StepFailure, StepOutcome, StepStart, StepStatus } from './model.ts';
import { prepare, StepEnd, titleOf, type Prepared, type StepParts } from './prepare.ts';
import { followQueued } from './queued.ts';
import { judge, type Came } from './verdict.ts';

/** Never rejects: whatever happens is in the outcome. */
export async function runStep(request: ScratchRequest, parts: StepParts): Promise<StepOutcome> {
  const ended = {
    title: titleOf(request),
    ...(request.name === undefined ? {} : { name: request.name }),
    range: request.range,
    assertions: [],
    records: [],
    duration: 0,
  };
  let prepared: Ready;
  try {
    prepared = await ready(request, parts);
  } catch (error) {
    if (!(error instanceof StepEnd)) return { ...ended, ...thrown(error) };
    const { status, failure } = error;
    return { ...ended, status, ...(failure === undefined ? {} : { failure }) };
  }
  parts.listener?.started?.(prepared.start);
  const sent = await send(prepared, parts);
  return { ...ended, title: prepared.start.request.title, start: prepared.start, ...sent };
}

/** A request that may be sent. */
interface Ready {
  readonly start: StepStart;
  readonly message: XmlElementNode;
}

/** @throws StepEnd when it cannot be sent, or is not to be. */
async function ready(request: ScratchRequest, parts: StepParts): Promise<Ready> {
  const prepared = await prepare(request, parts);
  const misgivings = await lookAhead(prepared, parts);
  // That took its time: whoever cancelled meanwhile is not asked.
  if (parts.signal.aborted) throw new StepEnd('cancelled');
  const start = { ...prepared.start, misgivings };
  await confirm(start, parts);
  return { ...prepared, start };
}

/**
 * What best practices say of a write as it is to be sent; nothing is said of what is not known.
 * @throws StepEnd when it is not to be sent at all.
 */
async function lookAhead(
  { start: { request, account, danger }, message: { range } }: Prepared,
  { host, catalogue }: StepParts,
): Promise<readonly string[]> {
  if (danger.effect === 'reads') return [];
  const found = await misgivingsOf(
    request.body,
    catalogue,
    async (question) => host.fact?.(account, question) ?? null,
  );
  const refused = found.find(({ isRefused }) => isRefused);
  if (refused !== undefined)
    throw new StepEnd('failed', { kind: 'unresolved', message: refused.message, range });
  return found.map(({ message }) => message);
}

async function confirm(
  { request, account, danger, misgivings }: StepStart,
  { host, signal }: StepParts,
): Promise<void> {
  const asks = danger.effect !== 'reads' || request.note !== undefined;
  if (asks && !(await host.confirm({ request, account, danger, misgivings }))) throw new StepEnd('cancelled');
  if (signal.aborted) throw new StepEnd('cancelled');
}

type Sent = Pick<StepOutcome, 'status' | 'failure' | 'assertions' | 'records' | 'duration' | 'saved'>;

async function send({ start, message }: Ready, parts: StepParts): Promise<Sent> {
  const { request, account, signal } = start;
  const { listener } = parts;
  const records: CallRecord[] = [];
  const answers: StepAnswer[] = [];
  const begun = performance.now();
  const measured = (): Pick<Sent, 'records' | 'duration'> => ({
    records,
    duration: performance.now() - begun,
  });
  try {
    const client = await account.client();
    const onAttempt = (record: CallRecord): number => records.push(record);
    for await (const answer of exchange(request, client, { signal, onAttempt })) {
      answers.push(answer);
      listener?.answered?.(answer);
    }
    const progress = (known: RequestProgress): void => listener?.queued?.(known);
    const finished = await followQueued(answers, { client, signal, progress });
    const time = measured();
    const texts = answers.map(({ text }) => text);
    keep(request, texts, parts);
    const saved = await save(request, answers, parts);
    const evaluate = evaluateWith(parts.host.evaluateLarge);
    const checked = await checkAssertions(request.assertions ?? [], texts, { evaluate, signal });
    const judged = verdict(checked, { answers, finished }, message);
    // What the service said stands; whether the assertions hold is not known.
    const isUndecided = signal.aborted && judged.failure?.kind === 'assertion';
    return { ...(isUndecided ? cancelled : judged), ...saved, ...time };
  } catch (error) {
    return { assertions: [], ...measured(), ...thrown(error) };
  }
}

const cancelled = { status: 'cancelled', assertions: [] } as const;

function keep({ name, body }: ResolvedRequest, responses: readonly string[], { host }: StepParts): void {
  if (name !== undefined) host.results.keep(name, { request: previewEnvelope(body), responses });
}

async function save(
  { save: path, follow }: ResolvedRequest,
  answers: readonly StepAnswer[],
  { host }: StepParts,
): Promise<Pick<Sent, 'saved'>> {
  if (path === undefined) return {};
  const limit = typeof follow === 'number' ? { limit: follow } : {};
  return { saved: await host.save(path, { answers, ...limit }) };
}

/** The service's word, and that of the assertions; see `looksAtStatus` for which of them counts. */
function verdict(
  checked: readonly AssertionOutcome[],
  came: Came,
  message: XmlElementNode,
): Pick<Sent, 'status' | 'failure' | 'assertions'> {
  const { isWhole, isPartial, objects, message: words } = judge(came, message);
  if (!isWhole && !checked.some(({ assertion }) => looksAtStatus(assertion))) {
    const status = isPartial ? 'partial' : 'failed';
    return { status, failure: { kind: 'service', message: words, objects }, assertions: checked };
  }
  const broken: AssertionOutcome | undefined = checked.find(({ passed }) => !passed);
  if (broken === undefined) return { status: 'passed', assertions: checked };
  return {
    status: 'failed',
    failure: { kind: 'assertion', message: failureText(broken) },
    assertions: checked,
  };
}

function thrown(error: unknown): { readonly status: StepStatus; readonly failure?: StepFailure } {
  const isCancelled = error instanceof MarketingCloudError && error.code === 'cancelled';
  return isCancelled ? { status: 'cancelled' } : { status: 'failed', failure: { kind: 'thrown', error } };
}
