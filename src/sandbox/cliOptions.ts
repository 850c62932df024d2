/** The options of the sandbox as a program, read and explained. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readFaultRule, type FaultRule } from './faults/kinds.ts';
import { callbackReaches, type CallbackReach } from './contracts.ts';
import { acceleratedClock, seedNames, type OwnSeed, type SandboxOptions, type SeedName } from './index.ts';
import { traps, type TrapName } from './traps/traps.ts';

export const usage = `marketing-cloud-sandbox: a simulated Marketing Cloud on this machine

  --port N          the port to listen on; any free one by default
  --host ADDRESS    the address to listen on; 127.0.0.1 by default, so that nobody else can reach it
  --seed NAME       demo (the default), empty, large, or a JSON file of your own
  --data DIR        keep the org there, and its FTP folders Import and Export
  --speed N         how many times as fast as any other its clock runs
  --now MOMENT      the moment at which its clock starts, e.g. 2030-01-01T00:00:00Z; the present by default
  --random-seed N   the number that all its chance comes from: one number and one clock, the same bytes
  --fault RULE      order a fault, e.g. throttling,next=3 or latency,rate=0.1,milliseconds=500; can be given again
  --loud TRAP       refuse loudly what the real service does without a word; "all" for every trap; can be given again
  --callbacks WHOM  whom to call back when a queued request is done: loopback (the default), anywhere, or none
  --json            say where it runs in one line of JSON
  --help            say this

While it runs, http://127.0.0.1:PORT/_sandbox shows the org, its journal, faults and traps.`;

export interface Arguments {
  readonly options: SandboxOptions;
  readonly faults: readonly FaultRule[];
  readonly loud: readonly TrapName[];
  readonly json: boolean;
  readonly stopWithParent: boolean;
  readonly help: boolean;
}

/** @throws Error with a sentence for the person when an argument is wrong. */
export function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      host: { type: 'string' },
      seed: { type: 'string', default: 'demo' },
      speed: { type: 'string', default: '1' },
      now: { type: 'string' },
      'random-seed': { type: 'string' },
      data: { type: 'string' },
      fault: { type: 'string', multiple: true, default: [] },
      loud: { type: 'string', multiple: true, default: [] },
      callbacks: { type: 'string', default: 'loopback' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      'stop-with-parent': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('--port must be a number from 0 to 65535.');
  return {
    options: {
      port,
      seed: seedOf(values.seed),
      ...timeOf(values.speed, values.now),
      ...randomSeedOf(values['random-seed']),
      callbacks: reachOf(values.callbacks),
      ...(values.data === undefined ? {} : { folder: values.data }),
      ...(values.host === undefined ? {} : { host: values.host }),
    },
    faults: values.fault.map(faultOf),
    loud: values.loud.flatMap(trapsOf),
    json: values.json,
    help: values.help,
    stopWithParent: values['stop-with-parent'],
  };
}

function timeOf(speed: string, now: string | undefined): Pick<SandboxOptions, 'clock'> {
  const factor = Number(speed);
  if (!(factor > 0)) throw new Error('--speed must be a number above 0.');
  if (factor === 1 && now === undefined) return {};
  return { clock: acceleratedClock(factor, now === undefined ? undefined : momentOf(now)) };
}

function randomSeedOf(text: string | undefined): Pick<SandboxOptions, 'randomSeed'> {
  if (text === undefined) return {};
  const randomSeed = Number(text);
  if (!Number.isSafeInteger(randomSeed)) throw new Error('--random-seed must be a whole number.');
  return { randomSeed };
}

function momentOf(text: string): number {
  const moment = /(?:Z|[-+]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(moment)) {
    throw new Error('--now must be a moment with Z or an offset, such as 2030-01-01T00:00:00Z.');
  }
  return moment;
}

function reachOf(name: string): CallbackReach {
  const reach = callbackReaches.find((each) => each === name);
  if (reach === undefined) throw new Error(`--callbacks must be ${callbackReaches.join(', ')}.`);
  return reach;
}

/** A seed by its name, or one's own by the file that it is in. */
function seedOf(name: string): SeedName | OwnSeed {
  const named = seedNames.find((each) => each === name);
  if (named !== undefined) return named;
  if (!name.endsWith('.json')) {
    throw new Error(`--seed must be ${seedNames.join(', ')}, or a file that ends in .json.`);
  }
  let text: string;
  try {
    text = readFileSync(name, 'utf8');
  } catch (error) {
    throw new Error(`--seed: the file ${name} cannot be read.`, { cause: error });
  }
  try {
    return JSON.parse(text) as OwnSeed;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new Error(`--seed: ${name} is not JSON: ${reason}`, { cause: error });
  }
}

/** `throttling,next=3`: a kind, and the members of its rule. */
function faultOf(text: string): FaultRule {
  const [kind, ...members] = text.split(',');
  const pairs = members.map((member) => {
    const [name = '', value = ''] = member.split('=', 2);
    const number = Number(value);
    return [name, value !== '' && Number.isFinite(number) ? number : value] as const;
  });
  const rule = readFaultRule({ kind, ...Object.fromEntries(pairs) });
  if (typeof rule === 'string') throw new Error(`--fault ${text}: ${rule}`);
  return rule;
}

function trapsOf(name: string): readonly TrapName[] {
  const names = Object.keys(traps) as TrapName[];
  if (name === 'all') return names;
  const found = names.find((each) => each === name);
  if (found === undefined) throw new Error(`--loud must be all, ${names.join(', ')}.`);
  return [found];
}
