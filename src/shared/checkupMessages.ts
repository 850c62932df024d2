/** What the check-up's host and its page say to each other. */
import { hasKind } from './guard.ts';

export type CheckState = 'running' | 'good' | 'notice' | 'failed' | 'skipped';

/** What can be done about a finding. */
export type CheckAction = 'credentials' | 'settings' | 'log';

/** One step of the check-up as the page shows it; every text is ready for a person. */
export interface CheckRow {
  readonly title: string;
  readonly state: CheckState;
  readonly text: string;
  /** What to do; empty when there is nothing to. */
  readonly advice: string;
  /** What else was learnt, shown when it is unfolded. */
  readonly details: readonly string[];
  readonly actions: readonly CheckAction[];
}

export interface ToCheckupPage {
  readonly kind: 'checkup';
  /** Connection and business unit. */
  readonly where: string;
  /** What came of it, in one sentence; also said to screen readers when it changes. */
  readonly verdict: string;
  readonly running: boolean;
  readonly rows: readonly CheckRow[];
}

export type FromCheckupPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'again' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'act'; readonly action: CheckAction };

const actions: readonly string[] = ['credentials', 'settings', 'log'] satisfies readonly CheckAction[];

export function isFromCheckupPage(value: unknown): value is FromCheckupPage {
  if (!hasKind(value, ['ready', 'again', 'copy', 'act'])) return false;
  if (value.kind !== 'act') return true;
  const { action } = value as { readonly action?: unknown };
  return typeof action === 'string' && actions.includes(action);
}

export function isToCheckupPage(value: unknown): value is ToCheckupPage {
  return hasKind(value, ['checkup']);
}
