/** What the live panel's host and its page say to each other. */
import { hasKind } from './guard.ts';

/** How far a watched send is. `lost`: the service cannot be asked for now. `left`: it is no longer asked for. */
export type WatchState =
  'waiting' | 'sending' | 'paused' | 'stalled' | 'done' | 'canceled' | 'failed' | 'lost' | 'left';

export interface Figure {
  readonly label: string;
  readonly value: string;
  /** Says more; shown when pointed at. */
  readonly title: string;
}

/** The course of the number sent. */
export interface SendChart {
  /** Milliseconds since the epoch, rising. */
  readonly times: readonly number[];
  readonly numbers: readonly number[];
  /** Where the course is to end; undefined when that is not known. */
  readonly audience?: number;
  /** The same in words. */
  readonly description: string;
  /** The same as a short table: time and number. */
  readonly rows: readonly (readonly [time: string, numberSent: string])[];
}

/** What became of the messages. */
export interface TrackingPart {
  readonly figures: readonly Figure[];
  readonly links: readonly { readonly link: string; readonly clicks: string; readonly unique: string }[];
  /** Of what moment it is; or that it is being asked for. */
  readonly note: string;
  /** Why it could not be had. */
  readonly problem?: string;
}

/** What can be done with a card beside watching it. */
export type CardAction = 'dismiss' | 'ask-again' | 'tracking' | 'export-numbers' | 'export-tracking';

/** One watched send as the page shows it; every text is ready for a person. */
export interface SendCard {
  readonly key: string;
  readonly name: string;
  readonly subject: string;
  readonly where: string;
  readonly state: WatchState;
  /** The service's own word, e.g. `Sending`. */
  readonly status: string;
  /** "8,412". */
  readonly numberSent: string;
  /** "of 12,000", or empty when the audience is not known. */
  readonly audience: string;
  /** From 0 to 1; undefined when the audience is not known. */
  readonly progress?: number;
  readonly figures: readonly Figure[];
  /** Undefined before there is anything to draw. */
  readonly chart?: SendChart;
  /** What is not as it should be: why nothing new is known, or that nothing moves. */
  readonly problem?: string;
  readonly actions: readonly CardAction[];
  /** Present once it was asked for. */
  readonly tracking?: TrackingPart;
}

export interface ToLiveSendsPage {
  readonly kind: 'cards';
  readonly cards: readonly SendCard[];
  /** Said to screen readers when it changes. */
  readonly announcement: string;
}

export type FromLiveSendsPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'watch' }
  | { readonly kind: 'act'; readonly action: CardAction; readonly key: string };

const actions: readonly string[] = [
  'dismiss',
  'ask-again',
  'tracking',
  'export-numbers',
  'export-tracking',
] satisfies readonly CardAction[];

export function isFromLiveSendsPage(value: unknown): value is FromLiveSendsPage {
  if (!hasKind(value, ['ready', 'watch', 'act'])) return false;
  if (value.kind !== 'act') return true;
  const { action, key } = value as { readonly action?: unknown; readonly key?: unknown };
  return typeof action === 'string' && actions.includes(action) && typeof key === 'string';
}

export function isToLiveSendsPage(value: unknown): value is ToLiveSendsPage {
  return hasKind(value, ['cards']);
}
