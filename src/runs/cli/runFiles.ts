/** Runs the files of a command line. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shippedCatalogue } from '../../catalogue/index.ts';
import { parseScratch } from '../../language/index.ts';
import type { Transport } from '../../soap/index.ts';
import { needsConsent } from '../danger.ts';
import { readDotenv } from '../dotenvFile.ts';
import type { RunHost } from '../model.ts';
import { NamedResults } from '../namedResults.ts';
import { planAll, planNames } from '../plan.ts';
import { runPlan } from '../runner.ts';
import { resolveSavePath, saveResult } from '../saveResult.ts';
import type { RunArguments } from './arguments.ts';
import type { FileReport } from './reporters/index.ts';
import { environmentsFor } from './settingsFile.ts';
import { Tenants } from './tenant.ts';

interface Parts {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly transport: Transport;
  readonly signal: AbortSignal;
}

/** As many objects as one call takes; more is asked about in the editor too. */
const confirmAbove = 50;

/** @throws Error when a file cannot be read, or there is no such environment or request. */
export async function runFiles(args: RunArguments, parts: Parts): Promise<readonly FileReport[]> {
  const tenants = new Tenants(parts);
  const reports: FileReport[] = [];
  for (const file of args.files) {
    if (parts.signal.aborted) break;
    const text = readFileSync(file, 'utf8');
    const host = hostFor(file, args, tenants);
    const plan = planFor(text, args.names, file);
    const outcomes = await runPlan(plan, { catalogue: shippedCatalogue, host, signal: parts.signal });
    reports.push({ file, text, outcomes });
  }
  return reports;
}

function planFor(text: string, names: readonly string[], file: string): ReturnType<typeof planAll> {
  const scratch = parseScratch(text);
  if (names.length === 0) return planAll(scratch);
  const missing = names.find((name) => !scratch.requests.some((request) => request.name === name));
  if (missing !== undefined) throw new Error(`There is no request named ${missing} in ${file}.`);
  return planNames(scratch, new Set(names));
}

function hostFor(file: string, args: RunArguments, tenants: Tenants): RunHost {
  const folder = path.dirname(path.resolve(file));
  const { environment: chosen, variables, yes } = args;
  const environments = environmentsFor(folder, args.settings);
  if (chosen !== undefined && !environments.names.includes(chosen)) {
    const known =
      environments.names.length === 0 ? 'There are none' : `There are ${environments.names.join(', ')}`;
    throw new Error(`There is no environment ${chosen}. ${known}.`);
  }
  const values = environments.variables(chosen);
  const dotenv = readDotenv(folder, path.parse(folder).root);
  return {
    account: (placement) => Promise.resolve(placement).then((place) => tenants.find(place)),
    ask: ({ name }) => Promise.resolve(variables.get(name)),
    confirm: ({ danger, request }) => {
      const asks = needsConsent(danger, { objects: confirmAbove }) || request.note !== undefined;
      return Promise.resolve(yes || !asks);
    },
    mayRunFirst: () => Promise.resolve(true),
    save: async (wanted, result) => {
      const target = resolveSavePath(wanted, folder, process.cwd());
      if (target === undefined)
        throw new Error(`${wanted} is outside of the folder that this runs in, so it was not saved.`);
      await saveResult(target, result);
      return wanted;
    },
    variables: {
      environment: (name) => variables.get(name) ?? values.get(name),
      ...(chosen === undefined ? {} : { environmentName: chosen }),
      dotenv: (name) => dotenv.get(name),
      processEnv: (name) => process.env[name],
    },
    results: new NamedResults(),
  };
}
