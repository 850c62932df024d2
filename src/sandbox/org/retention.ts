/**
 * Retention: what data extensions delete by themselves when their period is over. Which settings mean what is observed
 * by two public tools, against one reading of the documentation: by rows, the rows that are older than the period;
 * else with DeleteAtEndOfRetentionPeriod all rows, and without it the data extension with them. When in the day the
 * service does it is inferred. Rows that a seed generates stand for tables that are filled anew all the time: they stay
 * unless everything goes.
 */
import { addMonths, nextMidnight, parseDate } from '../serverTime.ts';
import { primaryKeyOf, type DataExtension, type Retention } from './dataExtension.ts';
import type { Org } from './org.ts';

const day = 86_400_000;

const dayUnits: Readonly<Record<string, number>> = { Days: 1, Weeks: 7 };
const monthUnits: Readonly<Record<string, number>> = { Months: 1, Years: 12 };

/** Lets the retention of a data extension, as it is now, begin at a moment. */
export function keepRetention(org: Org, extension: DataExtension, now: number): void {
  extension.retainedFrom = now;
  if (!hasRetention(extension.retention)) {
    org.retained.extensions.delete(extension);
    return;
  }
  org.retained.extensions.add(extension);
  if (!org.retained.isPlanned) planSweep(org, now);
}

function hasRetention({ length, until }: Retention): boolean {
  return length !== undefined || until !== '';
}

/** Every night, for as long as something has a retention. */
function planSweep(org: Org, now: number): void {
  const { retained } = org;
  retained.isPlanned = true;
  org.plan({
    at: nextMidnight(now),
    work: (at) => {
      retained.isPlanned = false;
      for (const extension of retained.extensions) sweep(org, extension, at);
      if (retained.extensions.size > 0) planSweep(org, at);
    },
  });
}

function sweep(org: Org, extension: DataExtension, now: number): void {
  const { retention, rows, mid, objectId } = extension;
  if (org.dataExtensions.find(mid, 'objectId', objectId) !== extension) {
    org.retained.extensions.delete(extension);
  } else if (retention.rowBased && retention.length !== undefined) {
    rows.deleteAdded(afterPeriod(retention, now, -1), primaryKeyOf(extension));
  } else if (isOver(extension, now)) {
    // A period that is over begins again with the next import, where imports reset it.
    extension.retainedFrom = undefined;
    if (retention.deleteAtEnd) rows.clear();
    else remove(org, extension);
  }
}

function remove(org: Org, extension: DataExtension): void {
  org.dataExtensions.remove(extension);
  org.retained.extensions.delete(extension);
}

function isOver({ retention, retainedFrom }: DataExtension, now: number): boolean {
  if (retainedFrom === undefined) return false;
  const until = parseDate(retention.until);
  if (until !== undefined) return until <= now;
  return retention.length !== undefined && afterPeriod(retention, retainedFrom, 1) <= now;
}

/** A moment moved by the period, forward or back. */
function afterPeriod({ length = 0, unit = 'Days' }: Retention, moment: number, sign: 1 | -1): number {
  const months = monthUnits[unit];
  if (months !== undefined) return addMonths(moment, sign * length * months);
  return moment + sign * length * (dayUnits[unit] ?? 1) * day;
}
