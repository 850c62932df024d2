/** The front door of the scratch-file language, for whoever needs it without the server: the server has its own entry. */
export { diagnose } from './diagnostics/diagnose.ts';
export { noFacts } from './facts.ts';
export { prettyXml } from './format/prettyXml.ts';
export { misgivingsOf } from './rules/misgivings.ts';
export { compareValues } from './scratch/assertion.ts';
export type { ScratchFile, ScratchRequest, VariableResult } from './scratch/model.ts';
export type { ResultLookup, ResultReference } from './scratch/namedResults.ts';
export { parseInSteps, parseScratch, requestAt } from './scratch/parse.ts';
export { readPlacement, resolveRequest, type Resolution } from './scratch/resolve.ts';
export { templateOf } from './scratch/template.ts';
export { inSlices } from './steps.ts';
export { followersOf, promptsOf } from './scratch/runSettings.ts';
export type { SystemContext } from './scratch/systemVariables.ts';
export type { VariableContext } from './scratch/variables.ts';
export { childElements, localName, type TextRange, type XmlElementNode } from './xml/node.ts';
export { parseXml } from './xml/parse.ts';
export { XPathSubject, type XPathValue } from './xpath/xpath.ts';
