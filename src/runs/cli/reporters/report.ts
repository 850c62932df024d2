/** What a report is made of: the outcomes of each file. */
import { redact } from '../../../soap/index.ts';
import { failureText } from '../../assertions.ts';
import { lineAt } from '../../lineAt.ts';
import type { StepOutcome } from '../../model.ts';

export interface FileReport {
  /** As it was given on the command line. */
  readonly file: string;
  readonly text: string;
  readonly outcomes: readonly StepOutcome[];
}

export type Reporter = (files: readonly FileReport[]) => string;

/** One line of why a step did not pass, or several; none for one that did. */
export function reasons({ failure, assertions, status, start }: StepOutcome): string[] {
  const broken = assertions.filter(({ passed }) => !passed).map(failureText);
  if (failure === undefined) {
    if (status !== 'cancelled') return [];
    return start === undefined
      ? ['It was not sent: it asks for something that was not given; see --yes and --var.']
      : ['It was cancelled while it was under way; the service may have acted on it all the same.'];
  }
  switch (failure.kind) {
    case 'assertion':
      return broken.map(redact);
    case 'unresolved':
      return [redact(failure.message)];
    case 'thrown':
      return [redact(failure.error instanceof Error ? failure.error.message : String(failure.error))];
    case 'service': {
      const objects = failure.objects.map(
        ({ ordinal, message }) => `Object ${String(ordinal + 1)}: ${message}`,
      );
      return [...(objects.length === 0 ? [failure.message] : objects), ...broken].map(redact);
    }
  }
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
