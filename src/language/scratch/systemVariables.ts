/** Variables that come from the moment a request is run: `{{$guid}}`, `{{$datetime iso8601 -7 d}}` and the like. */
import type { VariableResult } from './model.ts';

/** What system variables are made from; given in so that a test knows their values. */
export interface SystemContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly guid: () => string;
  /** From 0 up to, but not including, 1. */
  readonly random: () => number;
  /** MID of the business unit that the request runs in, when connected. */
  readonly mid?: number;
  /** MID of the enterprise, when connected. */
  readonly eid?: number;
}

interface SystemVariable {
  readonly name: string;
  /** How it is written, for completion and messages. */
  readonly usage: string;
  readonly value: (args: readonly string[], context: SystemContext) => string | undefined;
}

/** One row each. A value that is undefined means that the arguments are not understood, or that it needs a connection. */
export const systemVariables: readonly SystemVariable[] = [
  { name: '$guid', usage: '{{$guid}}', value: (_, { guid }) => guid() },
  {
    name: '$timestamp',
    usage: '{{$timestamp [offset unit]}}',
    value: (args, { now }) => {
      const date = shifted(now, args);
      return date === undefined ? undefined : String(Math.floor(date.getTime() / 1000));
    },
  },
  {
    name: '$datetime',
    usage: '{{$datetime iso8601|rfc1123 [offset unit]}}',
    value: ([format, ...offset], { now }) => {
      const date = shifted(now, offset);
      if (date === undefined) return undefined;
      if (format === 'iso8601') return date.toISOString();
      return format === 'rfc1123' ? date.toUTCString() : undefined;
    },
  },
  {
    name: '$randomInt',
    usage: '{{$randomInt min max}}',
    value: ([low, high], { random }) => {
      const [min, max] = [Number(low), Number(high)];
      const fits = Number.isInteger(min) && Number.isInteger(max) && max > min;
      return fits ? String(min + Math.floor(random() * (max - min))) : undefined;
    },
  },
  { name: '$mid', usage: '{{$mid}}', value: (_, { mid }) => mid?.toString() },
  { name: '$eid', usage: '{{$eid}}', value: (_, { eid }) => eid?.toString() },
];

/** The value of an expression that begins with `$`. */
export function systemVariable(expression: string, context: SystemContext): VariableResult {
  const [name = '', ...args] = expression.split(/\s+/);
  const variable = systemVariables.find((candidate) => candidate.name === name);
  if (variable === undefined) {
    const known = systemVariables.map((candidate) => candidate.name).join(', ');
    return problem(`${name} is not a system variable. Known are ${known}.`);
  }
  const value = variable.value(args, context);
  if (value !== undefined) return { value };
  const needsConnection = variable.usage === `{{${name}}}`;
  return problem(
    needsConnection ? `${name} has a value only while connected.` : `${name} is written ${variable.usage}.`,
  );
}

function problem(message: string): VariableResult {
  return { problem: { kind: 'unknown-variable', message } };
}

const milliseconds: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** `now`, moved by an offset such as `-7 d`; months (`M`) and years (`y`) by the calendar, in UTC. */
function shifted(now: number, [amount, unit]: readonly string[]): Date | undefined {
  const date = new Date(now);
  if (amount === undefined) return date;
  const number = Number(amount);
  if (!Number.isInteger(number) || unit === undefined) return undefined;
  if (unit === 'M') date.setUTCMonth(date.getUTCMonth() + number);
  else if (unit === 'y') date.setUTCFullYear(date.getUTCFullYear() + number);
  else {
    const length = milliseconds[unit];
    if (length === undefined) return undefined;
    date.setTime(date.getTime() + number * length);
  }
  return date;
}
