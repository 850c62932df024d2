/** A host for runs in tests: every question has an answer given beforehand, and is written down. */
import { shippedCatalogue } from '../../src/catalogue/index.ts';
import { parseScratch } from '../../src/language/index.ts';
import {
  NamedResults,
  planAll,
  runPlan,
  type Question,
  type RunHost,
  type RunPlan,
  type SavedResult,
  type StepOutcome,
} from '../../src/runs/index.ts';
import type { SoapClient } from '../../src/soap/index.ts';

export interface TestHost extends RunHost {
  readonly questions: Question[];
  readonly prompts: string[];
  readonly saved: { readonly path: string; readonly result: SavedResult }[];
}

interface Answers {
  /** Of the org, whatever is asked. */
  readonly fact?: RunHost['fact'];
  readonly consent?: boolean;
  readonly runFirst?: boolean;
  readonly prompts?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
}

export function testHost(client: SoapClient, answers: Answers = {}): TestHost {
  const { consent = true, runFirst = true, prompts = {}, environment = {} } = answers;
  const host: TestHost = {
    questions: [],
    prompts: [],
    saved: [],
    results: new NamedResults(),
    variables: { environment: (name) => environment[name], environmentName: 'test' },
    account: ({ connection, businessUnit = 1 }) => {
      if (connection !== undefined) throw new Error(`There is no connection named ${connection}.`);
      return Promise.resolve({
        connectionId: 'test',
        label: 'Test',
        name: 'Test',
        mid: businessUnit,
        isProduction: false,
        client: () => Promise.resolve(client),
      });
    },
    ask: ({ name }) => {
      host.prompts.push(name);
      return Promise.resolve(prompts[name]);
    },
    confirm: (question) => {
      host.questions.push(question);
      return Promise.resolve(consent);
    },
    fact: (account, question) => answers.fact?.(account, question) ?? Promise.resolve(null),
    mayRunFirst: () => Promise.resolve(runFirst),
    save: (path, result) => {
      host.saved.push({ path, result });
      return Promise.resolve(path);
    },
  };
  return host;
}

/** Runs all requests of a text, or those of a plan. */
export function runText(
  text: string,
  host: RunHost,
  given: { readonly plan?: RunPlan; readonly signal?: AbortSignal } = {},
): Promise<readonly StepOutcome[]> {
  const { plan = planAll(parseScratch(text)), signal = new AbortController().signal } = given;
  return runPlan(plan, { catalogue: shippedCatalogue, host, signal });
}
