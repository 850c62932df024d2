/** The door of the report on usage, which nobody needs at the start. */
export { readLoggedCall, UsageCounter } from './usage.ts';
export { usageReport } from './usageReport.ts';
