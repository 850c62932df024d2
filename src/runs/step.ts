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
import type { AssertionOutcome, Refusal, StepOutcome, StepStart } from './model.ts';
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
    if (!(error instanceof StepEnd)) return { ...ended, ...thrown(error, undefined) };
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

type Sent = Judged & Pick<StepOutcome, 'records' | 'duration' | 'saved'>;
type Judged = Pick<StepOutcome, 'status' | 'failure' | 'assertions'>;

async function send({ start, message }: Ready, parts: StepParts): Promise<Sent> {
  const { request, account, signal } = start;
  const { listener } = parts;
  const records: CallRecord[] = [];
  const answers: StepAnswer[] = [];
  const finished: RequestProgress[] = [];
  const came = { answers, finished };
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
    for await (const known of followQueued(answers, { client, signal, progress })) finished.push(known);
  } catch (error) {
    return { assertions: [], ...measured(), ...thrown(error, refusalIn(came, message)) };
  }
  const time = measured();
  return { ...(await conclude({ start, message }, came, parts)), ...time };
}

/** All answers have come: keeps and saves them, and judges them whether or not they can be saved. */
async function conclude(
  { start: { request, signal }, message }: Ready,
  came: Came,
  parts: StepParts,
): Promise<Judged & Pick<Sent, 'saved'>> {
  const texts = came.answers.map(({ text }) => text);
  keep(request, texts, parts);
  const saved = await save(request, came.answers, parts);
  let judged: Judged;
  try {
    const evaluate = evaluateWith(parts.host.evaluateLarge);
    const checked = await checkAssertions(request.assertions ?? [], texts, { evaluate, signal });
    judged = verdict(checked, came, message);
  } catch (error) {
    return { assertions: [], ...saved.done, ...thrown(error, refusalIn(came, message)) };
  }
  // What the service said stands; whether the assertions hold is not known.
  if (signal.aborted && judged.failure?.kind === 'assertion') judged = cancelled;
  if (!('error' in saved)) return { ...judged, ...saved.done };
  const refusal = judged.failure?.kind === 'service' ? judged.failure : undefined;
  return { assertions: judged.assertions, ...thrown(saved.error, refusal) };
}

const cancelled = { status: 'cancelled', assertions: [] } as const;

function keep({ name, body }: ResolvedRequest, responses: readonly string[], { host }: StepParts): void {
  if (name !== undefined) host.results.keep(name, { request: previewEnvelope(body), responses });
}

type Saving = { readonly done: Pick<Sent, 'saved'> } | { readonly done?: undefined; readonly error: unknown };

/** Never rejects: what came is judged all the same. */
async function save(
  { save: path, follow }: ResolvedRequest,
  answers: readonly StepAnswer[],
  { host }: StepParts,
): Promise<Saving> {
  if (path === undefined) return { done: {} };
  const limit = typeof follow === 'number' ? { limit: follow } : {};
  try {
    return { done: { saved: await host.save(path, { answers, ...limit }) } };
  } catch (error) {
    return { error };
  }
}

/** The service's word, and that of the assertions; see `looksAtStatus` for which of them counts. */
function verdict(checked: readonly AssertionOutcome[], came: Came, message: XmlElementNode): Judged {
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

/** What the service has refused so far; undefined when that is nothing. */
function refusalIn(came: Came, message: XmlElementNode): Refusal | undefined {
  const { isWhole, objects, message: words } = judge(came, message);
  return isWhole ? undefined : { kind: 'service', message: words, objects };
}

/** What was thrown, beside what was refused before. */
function thrown(error: unknown, refusal: Refusal | undefined): Pick<StepOutcome, 'status' | 'failure'> {
  if (error instanceof MarketingCloudError && error.code === 'cancelled') {
    return { status: 'cancelled', ...(refusal === undefined ? {} : { failure: refusal }) };
  }
  return {
    status: 'failed',
    failure: { kind: 'thrown', error, ...(refusal === undefined ? {} : { refusal }) },
  };
}
