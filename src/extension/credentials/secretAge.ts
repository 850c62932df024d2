/** How old a secret is, and when that is too old: they are to be changed regularly (best-practices row F7). */
import * as l10n from '@vscode/l10n';

const day = 86_400_000;

/** Whole days since a secret was entered. */
export function daysSince(since: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - since.getTime()) / day));
}

/** @param limit days after which a secret is old; 0 for never. */
export function isOld(since: Date | undefined, limit: number, now: Date): boolean {
  return since !== undefined && limit > 0 && daysSince(since, now) >= limit;
}

/** Says that a secret is old; undefined when it is not. */
export function oldSecretNote(since: Date | undefined, limit: number, now: Date): string | undefined {
  if (since === undefined || !isOld(since, limit, now)) return undefined;
  return l10n.t('Its client secret was entered {0} days ago: rotate it.', daysSince(since, now));
}
