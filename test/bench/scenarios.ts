/** What is measured: another scenario is one more row here. */
import type { Contender } from './contender.ts';

interface Scenario {
  readonly title: string;
  /** What is counted. */
  readonly unit: string;
  readonly does: 'retrieve' | 'export' | 'create';
  /** First step of the path at the bench's server; see there. */
  readonly variant: 'narrow' | 'wide' | 'slow';
  /** Who takes part, when it is not everybody who can. */
  readonly among?: readonly string[];
}

export interface CreateScenario extends Scenario {
  readonly does: 'create';
  readonly objectCount: number;
  readonly attributeCount: number;
}

const creating = { unit: 'objects/s', does: 'create', objectCount: 5000 } as const;

export const scenarios = {
  retrieve: {
    title: 'Retrieve 100,000 rows × 10 columns into memory',
    unit: 'rows/s',
    does: 'retrieve',
    variant: 'narrow',
  },
  retrieveWide: {
    title: 'Retrieve 20,000 rows × 50 columns into memory',
    unit: 'rows/s',
    does: 'retrieve',
    variant: 'wide',
    among: ['undici, no parsing', 'marketing-cloud-soap', 'sfmc-sdk'],
  },
  export: {
    title: 'Retrieve 1,000,000 rows × 10 columns into a CSV file',
    unit: 'rows/s',
    does: 'export',
    variant: 'narrow',
  },
  create: {
    ...creating,
    title: 'Create 5,000 subscribers with one attribute, in calls of 50, 20 at a time',
    variant: 'narrow',
    attributeCount: 1,
  },
  createWide: {
    ...creating,
    title: 'Create 5,000 subscribers with ten attributes, in calls of 50, 20 at a time',
    variant: 'narrow',
    attributeCount: 10,
  },
  createWidest: {
    ...creating,
    title: 'Create 5,000 subscribers with fifty attributes, in calls of 50, 20 at a time',
    variant: 'narrow',
    attributeCount: 50,
  },
  createSlow: {
    ...creating,
    title: 'The same, when the service works on each call for 20 ms',
    variant: 'slow',
    attributeCount: 10,
  },
} as const satisfies Record<string, Scenario | CreateScenario>;

export type ScenarioName = keyof typeof scenarios;

export function isScenario(name: string): name is ScenarioName {
  return name in scenarios;
}

/** Whether a contender takes part. */
export function takesPart({ does, among }: Scenario, contender: Contender): boolean {
  if (among !== undefined && !among.includes(contender.name)) return false;
  const able = {
    retrieve: true,
    export: contender.stream !== undefined,
    create: contender.create !== undefined,
  };
  return able[does];
}
