/** What a report is made of: the outcomes of each file. */
import { redact } from '../../../soap/index.ts';
import { failureText } from '../../assertions.ts';
import { lineAt } from '../../lineAt.ts';
import type { Refusal, StepFailure, StepOutcome } from '../../model.ts';

export interface FileReport {
  /** As it was given on the command line. */
  readonly file: string;
  readonly text: string;
  readonly outcomes: readonly StepOutcome[];
}

export type Reporter = (files: readonly FileReport[]) => string;

/** One line of why a step did not pass, or several; none for one that did. */
export function reasons(outcome: StepOutcome): string[] {
  const { failure, assertions, status, start } = outcome;
  if (status === 'cancelled' && start === undefined) {
    return ['It was not sent: it asks for something that was not given; see --yes and --var.'];
  }
  const broken = assertions
    .filter(({ passed }) => !passed)
    .map((assertion) => redact(failureText(assertion)));
  return [
    ...(status === 'cancelled'
      ? ['It was cancelled while it was under way; the service may have acted on it all the same.']
      : []),
    ...(failure === undefined ? [] : reasonsOf(failure)),
    ...broken,
  ];
}

/** Assertions speak for themselves. */
function reasonsOf(failure: StepFailure): string[] {
  switch (failure.kind) {
    case 'assertion':
      return [];
    case 'unresolved':
      return [redact(failure.message)];
    case 'thrown':
      return [
        redact(failure.error instanceof Error ? failure.error.message : String(failure.error)),
        ...(failure.refusal === undefined ? [] : refused(failure.refusal)),
      ];
    case 'service':
      return refused(failure);
  }
}

function refused({ objects, message }: Refusal): string[] {
  if (objects.length === 0) return [redact(message)];
  return objects.map(({ ordinal, message: words }) => redact(`Object ${String(ordinal + 1)}: ${words}`));
}

/** Line of an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  return lineAt(text, offset) + 1;
}

export function counts(files: readonly FileReport[]): { readonly passed: number; readonly failed: number } {
  const outcomes = files.flatMap((file) => file.outcomes);
  const passed = outcomes.filter(({ status }) => status === 'passed').length;
  return { passed, failed: outcomes.length - passed };
}
