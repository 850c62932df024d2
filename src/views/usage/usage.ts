/** What was asked of the service: calls counted by time, by connection, and by what they were about (best-practices row B3). */

/** One attempt of a call, as the log file has it. */
export interface LoggedCall {
  readonly at: Date;
  readonly operation: string;
  readonly subject: string;
  /** Name of the connection; '' for entries that do not say. */
  readonly connection: string;
  /** Of the business unit. */
  readonly mid: string;
  readonly attempt: number;
  readonly outcome: string;
  readonly objects: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

export interface Counts {
  /** Attempts, since each of them counts with the service. */
  calls: number;
  /** Objects and rows that the answers spoke of. */
  objects: number;
  sent: number;
  received: number;
  /** Calls that the service refused because there were too many. */
  throttled: number;
  /** Calls that repeated an earlier one. */
  again: number;
  /** Calls that ended with an error; those that a person cancelled are none. */
  failed: number;
  /** Most calls that began in one minute of the clock. */
  perMinute: number;
}

export interface UsageRow {
  readonly names: readonly string[];
  readonly counts: Readonly<Counts>;
}

export interface Usage {
  readonly total: Readonly<Counts>;
  /** Hours of the day that it is now, those with calls, in order. */
  readonly hours: readonly UsageRow[];
  /** Days, the newest first. */
  readonly days: readonly UsageRow[];
  /** Connection and business unit, the busiest first. */
  readonly accounts: readonly UsageRow[];
  /** Method and object, the busiest first. */
  readonly subjects: readonly UsageRow[];
}

/** Counts calls. Days and hours are those of this machine's clock. */
export class UsageCounter {
  private readonly today: string;
  private readonly total = new Group();
  private readonly hours = new Map<string, Group>();
  private readonly days = new Map<string, Group>();
  private readonly accounts = new Map<string, Group>();
  private readonly subjects = new Map<string, Group>();

  constructor(now: Date) {
    this.today = dayOf(now);
  }

  add(call: LoggedCall): void {
    const day = dayOf(call.at);
    const { operation, subject, connection, mid } = call;
    this.total.add(call);
    groupIn(this.days, [day]).add(call);
    if (day === this.today) groupIn(this.hours, [`${two(call.at.getHours())}:00`]).add(call);
    groupIn(this.accounts, [connection, mid]).add(call);
    groupIn(this.subjects, [operation, subject]).add(call);
  }

  get usage(): Usage {
    const byName = (a: UsageRow, b: UsageRow): number => (a.names.join() < b.names.join() ? -1 : 1);
    const byCalls = (a: UsageRow, b: UsageRow): number => b.counts.calls - a.counts.calls || byName(a, b);
    return {
      total: this.total.counts,
      hours: rowsOf(this.hours).sort(byName),
      days: rowsOf(this.days).sort(byName).reverse(),
      accounts: rowsOf(this.accounts).sort(byCalls),
      subjects: rowsOf(this.subjects).sort(byCalls),
    };
  }
}

class Group {
  readonly counts: Counts = {
    ...{ calls: 0, objects: 0, sent: 0, received: 0 },
    ...{ throttled: 0, again: 0, failed: 0, perMinute: 0 },
  };
  private readonly minutes = new Map<number, number>();

  add(call: LoggedCall): void {
    const { counts } = this;
    counts.calls += 1;
    counts.objects += call.objects;
    counts.sent += call.requestBytes;
    counts.received += call.responseBytes;
    if (call.outcome === 'throttled') counts.throttled += 1;
    if (call.attempt > 1) counts.again += 1;
    if (call.outcome !== 'ok' && call.outcome !== 'cancelled') counts.failed += 1;
    const minute = Math.floor(call.at.getTime() / 60_000);
    const inMinute = (this.minutes.get(minute) ?? 0) + 1;
    this.minutes.set(minute, inMinute);
    counts.perMinute = Math.max(counts.perMinute, inMinute);
  }
}

const separator = '\u0000';

function groupIn(groups: Map<string, Group>, names: readonly string[]): Group {
  const key = names.join(separator);
  const group = groups.get(key) ?? new Group();
  groups.set(key, group);
  return group;
}

function rowsOf(groups: ReadonlyMap<string, Group>): UsageRow[] {
  return [...groups].map(([key, { counts }]) => ({ names: key.split(separator), counts }));
}

function dayOf(date: Date): string {
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Reads a line of the log file; undefined for what is no call. */
export function readLoggedCall(line: string): LoggedCall | undefined {
  const entry = parse(line);
  if (entry?.['kind'] !== 'call') return undefined;
  const text = (key: string): string => {
    const value = entry[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const number = (key: string): number => {
    const value = entry[key];
    return typeof value === 'number' ? value : 0;
  };
  const at = new Date(text('time'));
  if (Number.isNaN(at.getTime())) return undefined;
  return {
    at,
    ...{ operation: text('operation'), subject: text('subject'), outcome: text('outcome') },
    ...{ connection: text('connection'), mid: text('mid'), attempt: number('attempt') },
    ...{ objects: number('objects'), requestBytes: number('requestBytes') },
    responseBytes: number('responseBytes'),
  };
}

/** A line that a crash cut off is no entry. */
function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
