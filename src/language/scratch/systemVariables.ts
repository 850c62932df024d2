/** Variables that come from the moment a request is run: `{{$guid}}`, `{{$datetime iso8601 -7 d}}` and the like. */
import { formatDate, shifted } from './dates.ts';
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
  /** A variable of this process; left out where no process may be asked. */
  readonly processEnv?: (name: string) => string | undefined;
  /** A variable of the `.env` file; left out where there is no file to look at. */
  readonly dotenv?: (name: string) => string | undefined;
  /** A variable of the chosen environment, for `%NAME`. */
  readonly environment?: (name: string) => string | undefined;
}

interface SystemVariable {
  readonly name: string;
  /** How it is written, for completion and messages. */
  readonly usage: string;
  /** Undefined when the arguments are not understood. */
  readonly value: (args: readonly string[], context: SystemContext) => string | Missing | undefined;
}

/** Why there is no value although all is written well. */
interface Missing {
  readonly missing: string;
}

function dateVariable(name: string, zone: 'utc' | 'local'): SystemVariable {
  return {
    name,
    usage: `{{${name} iso8601|rfc1123|"YYYY-MM-DD" [offset unit]}}`,
    value: ([format, ...offset], { now }) => {
      const date = shifted(now, offset);
      return date === undefined || format === undefined ? undefined : formatDate(date, format, zone);
    },
  };
}

/** A variable of an account has a value only while there is one. */
function accountVariable(name: string, read: (context: SystemContext) => number | undefined): SystemVariable {
  return {
    name,
    usage: `{{${name}}}`,
    value: (_, context) =>
      read(context)?.toString() ?? { missing: `${name} has a value only while connected.` },
  };
}

type Place = 'processEnv' | 'dotenv';

/** `NAME`, or `%NAME`: the name that the variable NAME of the environment holds. */
function outsideVariable(name: string, place: Place, where: string): SystemVariable {
  return {
    name,
    usage: `{{${name} [%]NAME}}`,
    value: ([wanted], context) => {
      if (wanted === undefined || wanted === '') return undefined;
      const look = context[place];
      if (look === undefined) return '';
      const key = wanted.startsWith('%') ? context.environment?.(wanted.slice(1)) : wanted;
      if (key === undefined) return { missing: `The environment has no variable ${wanted.slice(1)}.` };
      return look(key) ?? { missing: `There is no ${key} in ${where}.` };
    },
  };
}

/** One row each. */
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
  dateVariable('$datetime', 'utc'),
  dateVariable('$localDatetime', 'local'),
  {
    name: '$randomInt',
    usage: '{{$randomInt min max}}',
    value: ([low, high], { random }) => {
      const [min, max] = [Number(low), Number(high)];
      const fits = Number.isInteger(min) && Number.isInteger(max) && max > min;
      return fits ? String(min + Math.floor(random() * (max - min))) : undefined;
    },
  },
  outsideVariable('$processEnv', 'processEnv', 'the environment variables of this process'),
  outsideVariable('$dotenv', 'dotenv', 'the .env file beside this file or above it'),
  accountVariable('$mid', ({ mid }) => mid),
  accountVariable('$eid', ({ eid }) => eid),
];

/** The value of an expression that begins with `$`. */
export function systemVariable(expression: string, context: SystemContext): VariableResult {
  const [name = '', ...args] = wordsOf(expression);
  const variable = systemVariables.find((candidate) => candidate.name === name);
  if (variable === undefined) {
    const known = systemVariables.map((candidate) => candidate.name).join(', ');
    return problem(`${name} is not a system variable. Known are ${known}.`);
  }
  const value = variable.value(args, context);
  if (value === undefined) return problem(`${name} is written ${variable.usage}.`);
  return typeof value === 'string' ? { value } : problem(value.missing);
}

/** Words, quoted ones without their quotes. */
function wordsOf(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|\S+/g)].map(
    ([word, double, single]) => double ?? single ?? word,
  );
}

function problem(message: string): VariableResult {
  return { problem: { kind: 'unknown-variable', message } };
}
