/** The front door of the runner: scratch files run the same from the editor, the Test Explorer and the command line. */
export { failureText } from './assertions.ts';
export { consentFor } from './danger.ts';
export { readDotenv } from './dotenvFile.ts';
export { readEnvironments } from './environment.ts';
export type { Evaluate } from './evaluate.ts';
export { LargeAnswers } from './largeAnswers.ts';
export { unexplainedDelete, type Unexplained } from './importWhy.ts';
export type {
  AssertionOutcome,
  Placement,
  Question,
  Refusal,
  RunAccount,
  RunHost,
  RunListener,
  RunParts,
  RunPlan,
  SavedResult,
  StepFailure,
  StepOutcome,
  StepStart,
} from './model.ts';
export { NamedResults } from './namedResults.ts';
export { planAll, planNames, planPlaces, planSelection } from './plan.ts';
export { previewStep } from './preview.ts';
export { runPlan } from './runner.ts';
export { resolveSavePath, saveResult } from './saveResult.ts';
export type { StepAnswer } from './exchange.ts';
