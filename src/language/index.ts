/** The front door of the scratch-file language, for whoever needs it without the server: the server has its own entry. */
export { diagnose } from './diagnostics/diagnose.ts';
export { noFacts } from './facts.ts';
export { parseScratch, requestAt } from './scratch/parse.ts';
export { resolveRequest } from './scratch/resolve.ts';
export type { SystemContext } from './scratch/systemVariables.ts';
export { prettyXml } from './format/prettyXml.ts';
