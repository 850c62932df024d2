/**
 * A run, from its plan to its outcomes. Nothing here knows of an editor: the editor, the Test Explorer and the command
 * line give the same runner a host each.
 */
import type { Catalogue } from '../catalogue/index.ts';
import type { ScratchFile, ScratchRequest, TextRange, VariableContext } from '../language/index.ts';
import type { AssertionText, PromptText, ResolvedRequest, RunSettings } from '../shared/languageMessages.ts';
import type { CallRecord, RequestProgress, SoapClient } from '../soap/index.ts';
import type { FactQuestion } from '../shared/orgFacts.ts';
import type { Danger } from './danger.ts';
import type { Evaluate } from './evaluate.ts';
import type { StepAnswer } from './exchange.ts';
import type { NamedResults } from './namedResults.ts';

/** Which requests of a scratch file are run, in which order. */
export interface RunPlan {
  readonly file: ScratchFile;
  /** Of that file. */
  readonly steps: readonly ScratchRequest[];
}

/** The account that a step runs in. */
export interface RunAccount {
  /** Of the connection; with `mid` it tells accounts apart. */
  readonly connectionId: string;
  /** Connection and business unit for a person. */
  readonly label: string;
  /** What a person types to confirm a dangerous step in production. */
  readonly name: string;
  readonly mid: number;
  /** MID of the enterprise, where it is known. */
  readonly eid?: number;
  readonly isProduction: boolean;
  readonly client: () => Promise<SoapClient>;
}

/** Where a request asks to run; what is left out is the host's choice. */
export interface Placement {
  readonly connection?: string;
  /** MID. */
  readonly businessUnit?: number;
}

/** A step that is about to be sent, and what it would do, to be confirmed. */
export interface Question {
  readonly request: ResolvedRequest;
  readonly account: RunAccount;
  readonly danger: Danger;
  readonly misgivings: readonly string[];
}

/** What a run needs of whoever starts it. */
export interface RunHost {
  /** @throws when there is no such connection or business unit. */
  account(placement: Placement): Promise<RunAccount>;
  /** The answer to a prompt; undefined when the person gives up, which cancels the step. */
  ask(prompt: PromptText, title: string): Promise<string | undefined>;
  /** Called before every step that writes or that has a note. False cancels the step. */
  confirm(question: Question): Promise<boolean>;
  /** May this request be run first, because another needs its result? */
  mayRunFirst(name: string, neededBy: string): Promise<boolean>;
  /** A fact of the org that a step is about to write to; null for what cannot be known. Must not reject. */
  fact?(account: RunAccount, question: FactQuestion): Promise<unknown>;
  /** Saves a result; gives the path for a person. */
  save(path: string, result: SavedResult): Promise<string>;
  /** Evaluates XPaths on answers that would hold the host up; without it, they are evaluated all the same. */
  readonly evaluateLarge?: Evaluate;
  /** Variables that the file does not define. */
  readonly variables: OutsideVariables;
  /** What has been run; lives as long as the host likes. */
  readonly results: NamedResults;
}

export type OutsideVariables = Pick<
  VariableContext,
  'environment' | 'environmentName' | 'dotenv' | 'processEnv'
>;

/** What `# @save` writes. */
export interface SavedResult {
  readonly answers: readonly StepAnswer[];
  /** How many results there may be; all when left out. */
  readonly limit?: number;
}

/** A step whose request is on its way. */
export interface StepStart {
  readonly request: ResolvedRequest;
  readonly account: RunAccount;
  readonly danger: Danger;
  /** What the service would drop without a word (best-practices rows D8, D9), for a person. */
  readonly misgivings: readonly string[];
  readonly signal: AbortSignal;
}

/** Told how a run goes. */
export interface RunListener {
  /** A request is next: it may ask something, or have another run first. Followed by `ended` in every case. */
  begun?(request: ScratchRequest): void;
  /** The step is about to be sent. Not called for a step that ends before. */
  started?(start: StepStart): void;
  /** An answer came; a step can have several. */
  answered?(answer: StepAnswer): void;
  /** The service has been asked what became of a call that it queued. */
  queued?(progress: RequestProgress): void;
  ended?(outcome: StepOutcome): void;
}

/** All that a run is made of, beside its plan. */
export interface RunParts {
  readonly catalogue: Catalogue;
  readonly host: RunHost;
  readonly listener?: RunListener;
  /** Holds whatever the file says. */
  readonly override?: Pick<RunSettings, 'mode'>;
  readonly signal: AbortSignal;
}

/** An object that the service refused. */
export interface ObjectFailure {
  /** Place among the objects of the request, from 0. */
  readonly ordinal: number;
  readonly message: string;
  /** The service's error code, e.g. 12014, where it gave one. */
  readonly code?: number;
  /** Offsets of the object in the file; undefined when it cannot be told. */
  readonly range?: TextRange;
}

export interface AssertionOutcome {
  readonly assertion: AssertionText;
  readonly passed: boolean;
  /** What was found instead, for a person. */
  readonly found: string;
  /** What was compared, where there was something: it as a whole, and where in the answer it stands. */
  readonly actual?: { readonly text: string; readonly path?: string };
}

/** The service says that the request, or some of its objects, failed. */
export interface Refusal {
  readonly kind: 'service';
  readonly message: string;
  readonly objects: readonly ObjectFailure[];
}

/** Why a step did not succeed. One that was cancelled has a reason when the service had refused something before. */
export type StepFailure =
  /** The request cannot be sent as it stands. */
  | { readonly kind: 'unresolved'; readonly message: string; readonly range: TextRange }
  /** Something was thrown on the way; what the service had refused until then stands. */
  | { readonly kind: 'thrown'; readonly error: unknown; readonly refusal?: Refusal }
  | Refusal
  /** An assertion does not hold. */
  | { readonly kind: 'assertion'; readonly message: string };

/** `partial`: some objects failed and others did not. `cancelled`: by the person, before or while it was sent. */
export type StepStatus = 'passed' | 'partial' | 'failed' | 'cancelled';

export interface StepOutcome {
  readonly title: string;
  readonly name?: string;
  /** Of the request's section in the file. */
  readonly range: TextRange;
  readonly status: StepStatus;
  readonly failure?: StepFailure;
  readonly assertions: readonly AssertionOutcome[];
  /** One for each attempt of each call. */
  readonly records: readonly CallRecord[];
  /** Milliseconds from the first attempt to the last answer; 0 when nothing was sent. */
  readonly duration: number;
  /** Path of the file that the result was saved to. */
  readonly saved?: string;
  /** Undefined for a step that was not sent. */
  readonly start?: StepStart;
}
