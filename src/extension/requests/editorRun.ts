/** One run of an editor's text, from its plan to its last outcome. Loaded when something is run for the first time. */
import type * as vscode from 'vscode';
import type { Catalogue } from '../../catalogue/index.ts';
import { inSlices, parseInSteps, prettyXml } from '../../language/index.ts';
import {
  NamedResults,
  planAll,
  planPlaces,
  planSelection,
  previewStep,
  runPlan,
  type Evaluate,
  type RunListener,
  type RunParts,
  type RunPlan,
  type StepFailure,
  type StepOutcome,
} from '../../runs/index.ts';
import type { Placements } from '../connections/placements.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { editorHost } from './editorHost.ts';
import type { RunText } from './failureMarks.ts';

/** Which requests of the text are run: all, those at a place, or those that begin at some places. */
export type Wanted =
  'all' | { readonly start: number; readonly end: number } | { readonly starts: ReadonlySet<number> };

export interface EditorJob {
  readonly ran: RunText;
  readonly text: string;
  readonly wanted: Wanted;
  /** Whatever the file says. */
  readonly mode?: 'async';
  /** True when requests whose results are needed are run first without asking. */
  readonly unattended?: boolean;
}

export interface JobParts {
  readonly catalogue: Catalogue;
  readonly placements: Placements;
  /** Name of the chosen environment. */
  readonly environment: string | undefined;
  readonly evaluateLarge: Evaluate;
}

interface Parts extends JobParts {
  readonly listener?: RunListener;
  readonly signal: AbortSignal;
}

/** What has been run, by document; gone when it is closed. */
const resultsOf = new WeakMap<vscode.TextDocument, NamedResults>();

/** Longest text that is run, in characters; reading it takes about ten seconds, during which the window goes on. */
const longest = 32_000_000;

/** @throws ExplainedError when there is nothing to run. */
export async function runJob(job: EditorJob, parts: Parts): Promise<readonly StepOutcome[]> {
  return runPlan(await planOf(job, parts.signal), partsOf(job, parts));
}

/** What would be sent, as text for an editor; undefined when the person gave up. */
export async function previewJob(
  job: EditorJob,
  parts: Parts,
): Promise<
  { readonly title: string; readonly text: string } | { readonly failure: StepFailure } | undefined
> {
  const preview = await previewStep(await planOf(job, parts.signal), partsOf(job, parts));
  if (preview === undefined || 'failure' in preview) return preview;
  const { start, envelopes } = preview;
  const { request, account, danger } = start;
  const calls = envelopes.length === 1 ? 'one call' : `${String(envelopes.length)} calls`;
  const heading = `<!-- Nothing was sent. ${danger.summary} in ${account.label}, in ${calls} of ${request.operation}. -->`;
  return { title: request.title, text: [heading, ...envelopes.map(prettyXml)].join('\n\n') };
}

/** A listener that passes all it is told on, to the first one first. */
export function tellBoth(first: RunListener, second: RunListener): RunListener {
  return {
    begun: (request) => [first, second].forEach((listener) => listener.begun?.(request)),
    started: (start) => [first, second].forEach((listener) => listener.started?.(start)),
    answered: (answer) => [first, second].forEach((listener) => listener.answered?.(answer)),
    queued: (progress) => [first, second].forEach((listener) => listener.queued?.(progress)),
    ended: (outcome) => [first, second].forEach((listener) => listener.ended?.(outcome)),
  };
}

function partsOf(
  job: EditorJob,
  { catalogue, listener, signal, placements, environment, evaluateLarge }: Parts,
): RunParts {
  const { document } = job.ran;
  const results = resultsOf.get(document) ?? new NamedResults(evaluateLarge);
  resultsOf.set(document, results);
  return {
    catalogue,
    signal,
    host: {
      ...editorHost(document.uri, { placements, results, environment, unattended: job.unattended === true }),
      evaluateLarge,
    },
    ...(listener === undefined ? {} : { listener }),
    ...(job.mode === undefined ? {} : { override: { mode: job.mode } }),
  };
}

const nothing: RunPlan = {
  file: { text: '', variables: [], requests: [], uses: [], problems: [] },
  steps: [],
};

/** The plan; one of nothing when it was cancelled while the file was read. */
async function planOf({ text, wanted }: EditorJob, signal: AbortSignal): Promise<RunPlan> {
  if (text.length > longest) {
    throw new ExplainedError(
      'This file is too long to be run.',
      'Move the request to a file of its own: a call may have 5 MB.',
    );
  }
  const file = await inSlices(parseInSteps(text), () => !signal.aborted);
  if (file === undefined) return nothing;
  const plan = planFor(file, wanted);
  if (plan.steps.length > 0) return plan;
  throw new ExplainedError('There is no request here.', 'Place the cursor in a request, or write one.');
}

function planFor(file: RunPlan['file'], wanted: Wanted): RunPlan {
  if (wanted === 'all') return planAll(file);
  return 'starts' in wanted ? planPlaces(file, wanted.starts) : planSelection(file, wanted);
}
