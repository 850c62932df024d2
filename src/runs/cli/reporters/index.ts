/** The reporters by name. One row each. */
import { json } from './json.ts';
import { junit } from './junit.ts';
import type { Reporter } from './report.ts';
import { spec } from './spec.ts';

export const reporters = { spec, junit, json } as const satisfies Readonly<Record<string, Reporter>>;

export type ReporterName = keyof typeof reporters;

export const reporterNames = Object.keys(reporters) as readonly ReporterName[];

export { counts, type FileReport } from './report.ts';
