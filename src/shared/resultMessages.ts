/** What the result panel's host and its page say to each other. */
import { hasKind } from './guard.ts';

export type ResultStatus = 'running' | 'done' | 'partial' | 'failed' | 'cancelled';

/** One figure of a run, e.g. "Time: 120 ms". */
export interface ResultFact {
  readonly label: string;
  readonly value: string;
}

/** What went wrong, with the server's words and what to do. */
export interface ResultError {
  readonly title: string;
  readonly advice: string;
  readonly serverMessage?: string;
}

/** A request of the run that the result belongs to. */
export interface ResultStep {
  /** Its place in the run. */
  readonly index: number;
  readonly title: string;
  readonly status: ResultStatus;
}

/** Everything the page shows but the rows and the texts. Always sent whole. */
export interface ResultState {
  /** Tells one result from the next. */
  readonly session: number;
  readonly title: string;
  /** Connection and business unit. */
  readonly where: string;
  readonly status: ResultStatus;
  readonly facts: readonly ResultFact[];
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** How many answers there are; the page asks for those that it wants to have. */
  readonly answerCount: number;
  readonly error?: ResultError;
}

/** Pretty envelopes, without the token; cut when they are long. */
export interface ResultTexts {
  readonly request: string;
  readonly response: string;
  readonly requestCut: boolean;
  readonly responseCut: boolean;
}

/** A cell: null for nil, undefined is not there. */
export type ResultCell = string | null;

export type ToResultPage =
  | { readonly kind: 'state'; readonly state: ResultState }
  | { readonly kind: 'texts'; readonly texts: ResultTexts }
  | { readonly kind: 'answer'; readonly session: number; readonly index: number; readonly text: string }
  | {
      readonly kind: 'steps';
      readonly steps: readonly ResultStep[];
      readonly selected: number;
      /** How many there are; not all need be listed. */
      readonly count: number;
    }
  | { readonly kind: 'rows'; readonly from: number; readonly rows: readonly (readonly ResultCell[])[] };

export type FromResultPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'runAgain' }
  | { readonly kind: 'export' }
  | { readonly kind: 'selectStep'; readonly index: number }
  | { readonly kind: 'openAnswer'; readonly index: number }
  | { readonly kind: 'openText'; readonly which: 'request' | 'response' }
  | { readonly kind: 'copy'; readonly text: string };

const fromPage = [
  ...['ready', 'cancel', 'runAgain', 'export', 'selectStep', 'openAnswer', 'openText', 'copy'],
];

export function isFromResultPage(value: unknown): value is FromResultPage {
  if (!hasKind(value, fromPage)) return false;
  if (value.kind === 'selectStep' || value.kind === 'openAnswer')
    return 'index' in value && typeof value.index === 'number';
  if (value.kind === 'copy') return 'text' in value && typeof value.text === 'string';
  if (value.kind === 'openText')
    return 'which' in value && ['request', 'response'].includes(String(value.which));
  return true;
}

export function isToResultPage(value: unknown): value is ToResultPage {
  return hasKind(value, ['state', 'texts', 'answer', 'steps', 'rows']);
}
