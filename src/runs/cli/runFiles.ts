/** Runs the files of a command line. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shippedCatalogue } from '../../catalogue/index.ts';
import { parseScratch } from '../../language/index.ts';
import type { Transport } from '../../soap/index.ts';
import { needsConsent } from '../danger.ts';
import { readDotenv } from '../dotenvFile.ts';
import type { RunHost, RunPlan } from '../model.ts';
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

/**
 * Looks at all files before anything is sent.
 * @throws Error when a file cannot be read or has no request, or there is no such environment or request.
 */
export async function runFiles(args: RunArguments, parts: Parts): Promise<readonly FileReport[]> {
  const tenants = new Tenants(parts);
  const planned = plansFor(args).map(({ file, plan }) => ({
    file,
    plan,
    host: hostFor(file, args, tenants),
  }));
  const reports: FileReport[] = [];
  for (const { file, plan, host } of planned) {
    if (parts.signal.aborted) break;
    const outcomes = await runPlan(plan, { catalogue: shippedCatalogue, host, signal: parts.signal });
    reports.push({ file, text: plan.file.text, outcomes });
  }
  return reports;
}

/** The files that have something to run: a pipeline that tests nothing must not pass. */
function plansFor({ files, names }: RunArguments): { readonly file: string; readonly plan: RunPlan }[] {
  const wanted = new Set(names);
  const plans = files.map((file) => {
    const scratch = parseScratch(readFileSync(file, 'utf8'));
    return { file, plan: names.length === 0 ? planAll(scratch) : planNames(scratch, wanted) };
  });
  const found = new Set(plans.flatMap(({ plan }) => plan.steps.map(({ name }) => name)));
  const missing = names.find((name) => !found.has(name));
  if (missing !== undefined) {
    throw new Error(`There is no request named ${missing} in ${files.join(', ')}. Nothing was sent.`);
  }
  const empty = plans.find(({ plan }) => plan.steps.length === 0);
  if (names.length === 0 && empty !== undefined) {
    throw new Error(`There is no request in ${empty.file}. Nothing was sent.`);
  }
  return plans.filter(({ plan }) => plan.steps.length > 0);
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
