/** Makes a request ready to be sent: asks what it asks for, finds where it runs, fills its variables in. */
import { randomUUID } from 'node:crypto';
import {
  promptsOf,
  readPlacement,
  resolveRequest,
  type Resolution,
  type ScratchFile,
  type ScratchRequest,
  type VariableContext,
  type XmlElementNode,
} from '../language/index.ts';
import type { ResolvedRequest } from '../shared/languageMessages.ts';
import { assess } from './danger.ts';
import { lineAt } from './lineAt.ts';
import type { RunAccount, RunParts, StepFailure, StepStart, StepStatus } from './model.ts';
import { messageIn } from './objects.ts';

export interface StepParts extends RunParts {
  readonly file: ScratchFile;
  /** Runs another request whose result this one needs; false when there is none after that. */
  readonly runFirst: (name: string, neededBy: string) => Promise<boolean>;
}

/** A request that is ready to be looked at, and to be sent. */
export interface Prepared {
  readonly start: Omit<StepStart, 'misgivings'>;
  /** As it stands in the file. */
  readonly message: XmlElementNode;
}

/** Ends a step before it is sent. */
export class StepEnd extends Error {
  readonly status: StepStatus;
  readonly failure: StepFailure | undefined;

  constructor(status: StepStatus, failure?: StepFailure) {
    super(status);
    this.status = status;
    this.failure = failure;
  }
}

/** What a request is called before it is understood. */
export function titleOf({ title, name, root }: ScratchRequest): string {
  return [title, name, root?.name].find((text) => text !== undefined && text !== '') ?? 'Request';
}

/** @throws StepEnd when it cannot be sent, or is not to be; whatever else the host throws. */
export async function prepare(request: ScratchRequest, parts: StepParts): Promise<Prepared> {
  const { host, signal } = parts;
  const prompted = await askAll(request, parts);
  const outside = {
    ...host.variables,
    now: Date.now(),
    guid: randomUUID,
    random: Math.random,
    prompted: (name: string) => prompted.get(name),
    results: host.results.lookup,
  };
  const place = await untilResolved(request, parts, () => readPlacement(parts.file, request, outside));
  const account = await host.account(place.placement);
  const context = contextIn(outside, account);
  const { request: resolved, message } = await untilResolved(request, parts, () =>
    resolveRequest(parts.file, request, parts.catalogue, context),
  );
  const line = lineAt(parts.file.text, message.range.start);
  const start = toStart({ ...resolved, ...parts.override, line }, account, message, signal);
  return { start, message };
}

async function askAll(request: ScratchRequest, { host }: StepParts): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const prompt of promptsOf(request)) {
    const answer = await host.ask(prompt, titleOf(request));
    if (answer === undefined) throw new StepEnd('cancelled');
    answers.set(prompt.name, answer);
  }
  return answers;
}

function contextIn(outside: VariableContext, { mid, eid }: RunAccount): VariableContext {
  return { ...outside, mid, ...(eid === undefined ? {} : { eid }) };
}

type Problem = Extract<Resolution, { problem: unknown }>;

/** Resolves as often as there is another request to be run first, each of them once. */
async function untilResolved<Found extends object>(
  request: ScratchRequest,
  { runFirst, host, signal }: StepParts,
  resolve: () => Found | Problem,
): Promise<Found> {
  const tried = new Set<string>();
  for (;;) {
    const found = resolve();
    if (!isProblem(found)) return found;
    if (await host.results.findOpen(signal)) continue;
    if (signal.aborted) throw new StepEnd('cancelled');
    const { needs, message, range } = found.problem;
    if (needs === undefined || tried.has(needs) || !(await runFirst(needs, titleOf(request)))) {
      throw new StepEnd('failed', { kind: 'unresolved', message, range });
    }
    tried.add(needs);
  }
}

function isProblem(found: object): found is Problem {
  return 'problem' in found;
}

function toStart(
  request: ResolvedRequest,
  account: RunAccount,
  message: XmlElementNode,
  signal: AbortSignal,
): Omit<StepStart, 'misgivings'> {
  return { request, account, danger: assess(request.operation, messageIn(request.body) ?? message), signal };
}
