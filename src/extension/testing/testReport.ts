/** Tells a test run how a request went: its output, and where in the file what failed. */
import * as vscode from 'vscode';
import type { RunListener, StepOutcome } from '../../runs/index.ts';
import { formatDuration } from '../../views/index.ts';
import { describeError } from '../errors/describeError.ts';

/** Offsets in the file. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** What the output of a test run says of each call. */
export function outputOf(run: vscode.TestRun, test: vscode.TestItem): RunListener {
  const print = (line: string): void => run.appendOutput(`${line}\r\n`, undefined, test);
  return {
    started: ({ request, account }) => print(`${request.title}: ${request.operation} in ${account.label}`),
    answered: ({ name, record }) => print(`  ${name} after ${formatDuration(record.total)}`),
    ended: ({ title, status }) => print(`${title}: ${status}`),
  };
}

export interface Ended {
  readonly outcome: StepOutcome | undefined;
  readonly document: vscode.TextDocument;
}

/** A request that was not sent, because it was cancelled or not agreed to, counts as skipped. */
export function report(run: vscode.TestRun, test: vscode.TestItem, { outcome, document }: Ended): void {
  if (outcome === undefined || outcome.status === 'cancelled') run.skipped(test);
  else if (outcome.status === 'passed') run.passed(test, outcome.duration);
  else run.failed(test, messagesOf(outcome, document), outcome.duration);
}

/** Each failing assertion at its line; any other failure at the request. */
function messagesOf(
  { assertions, failure, range }: StepOutcome,
  document: vscode.TextDocument,
): vscode.TestMessage[] {
  const at = (text: string, place: Place): vscode.TestMessage => {
    const message = new vscode.TestMessage(text);
    message.location = new vscode.Location(
      document.uri,
      new vscode.Range(document.positionAt(place.start), document.positionAt(place.end)),
    );
    return message;
  };
  const broken = assertions
    .filter(({ passed }) => !passed)
    .map(({ assertion, found }) => at(`Expected ${assertion.text}, but ${found}`, assertion.range));
  switch (failure?.kind) {
    case undefined:
    case 'assertion':
      return broken;
    case 'unresolved':
      return [at(failure.message, failure.range)];
    case 'thrown': {
      const { title, advice, serverMessage = '' } = describeError(failure.error);
      return [at([title, advice, serverMessage].filter((text) => text !== '').join(' '), range)];
    }
    case 'service': {
      const objects = failure.objects.map((object) => at(object.message, object.range ?? range));
      return objects.length === 0 ? [at(failure.message, range), ...broken] : [...objects, ...broken];
    }
  }
}
