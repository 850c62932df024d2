/** How numbers, dates and durations are written for a person. */
import * as l10n from '@vscode/l10n';

/** "12,345" in the person's own way of writing numbers. */
export function formatNumber(value: number): string {
  return value.toLocaleString();
}

/** Made once: to make one takes a hundred times as long as to use it, and a tree has thousands of dates. */
const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** Local date and time, to the second. */
export function formatDateTime(date: Date): string {
  return dateTime.format(date);
}

/** Local time of day, to the second. @param at milliseconds since the epoch */
export function formatTime(at: number): string {
  return new Date(at).toLocaleTimeString(undefined, { timeStyle: 'medium' });
}

/** Local date and time with UTC behind, for tooltips (best-practices row D11). */
export function formatBothTimes(date: Date): string {
  return `${formatDateTime(date)} (${date.toISOString().replace('T', ' ').slice(0, 19)} UTC)`;
}

/** "Today", "Yesterday", or the date. */
export function formatDay(date: Date, now: Date): string {
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  if (days === 0) return l10n.t('Today');
  if (days === 1) return l10n.t('Yesterday');
  return date.toLocaleDateString(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** "850 ms", "12 s", "3 min 20 s", "2 h 5 min". */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${String(Math.round(milliseconds))} ms`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${String(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return withRest(`${String(minutes)} min`, seconds % 60, 's');
  return withRest(`${String(Math.floor(minutes / 60))} h`, minutes % 60, 'min');
}

function withRest(whole: string, rest: number, unit: string): string {
  return rest === 0 ? whole : `${whole} ${String(rest)} ${unit}`;
}

/** "1.2 MB" and the like. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
