/** What the live panel's host and its page say to each other. */
import { hasKind } from './guard.ts';

/** How far a watched send is. `lost`: the service cannot be asked for now. */
export type WatchState = 'waiting' | 'sending' | 'done' | 'ended' | 'lost';

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
  readonly figures: readonly { readonly label: string; readonly value: string; readonly title: string }[];
  /** Why nothing new is known, when that is so. */
  readonly problem?: string;
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
  | { readonly kind: 'dismiss'; readonly key: string };

export function isFromLiveSendsPage(value: unknown): value is FromLiveSendsPage {
  if (!hasKind(value, ['ready', 'watch', 'dismiss'])) return false;
  return value.kind !== 'dismiss' || ('key' in value && typeof value.key === 'string');
}

export function isToLiveSendsPage(value: unknown): value is ToLiveSendsPage {
  return hasKind(value, ['cards']);
}
