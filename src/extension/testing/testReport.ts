/** Tells a test run how a request went: its output, and where in the file what failed. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { prettyXml } from '../../language/index.ts';
import {
  failureText,
  type AssertionOutcome,
  type Refusal,
  type RunListener,
  type StepOutcome,
} from '../../runs/index.ts';
import { previewEnvelope, redact } from '../../soap/index.ts';
import { formatDuration } from '../../views/index.ts';
import { describeError } from '../errors/describeError.ts';

/** Offsets in the file. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * What the output of a test run says of each call.
 * @param test the one that runs now, as far as it is one.
 * @param whole true to have all that was sent and came back in it.
 */
export function outputOf(
  run: vscode.TestRun,
  test: () => vscode.TestItem | undefined,
  whole: boolean,
): RunListener {
  const print = (text: string): void =>
    run.appendOutput(`${text.replaceAll(/\r?\n/g, '\r\n')}\r\n`, undefined, test());
  const printXml = (heading: string, xml: string): void => print(`${heading}\n${redact(prettyXml(xml))}`);
  let sent = '';
  return {
    started: ({ request, account }) => {
      sent = request.body;
      print(l10n.t('{0}: {1} in {2}', request.title, request.operation, account.label));
    },
    answered: (answer) => {
      const { name, record, text } = answer;
      if (whole) printXml('→ sent', previewEnvelope('body' in answer ? answer.body : sent));
      print(`  ${l10n.t('{0} after {1}', name, formatDuration(record.total))}`);
      if (whole) printXml('← received', text);
    },
    ended: ({ title, status }) => print(`${title}: ${status}`),
  };
}

export interface Ended {
  readonly outcome: StepOutcome;
  readonly document: vscode.TextDocument;
}

/** A request that was not sent, because it was cancelled or not agreed to, counts as skipped. */
export function report(run: vscode.TestRun, test: vscode.TestItem, { outcome, document }: Ended): void {
  if (outcome.status === 'cancelled') run.skipped(test);
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
  const refused = ({ objects, message }: Refusal): vscode.TestMessage[] =>
    objects.length === 0
      ? [at(message, range)]
      : objects.map((object) => at(object.message, object.range ?? range));
  const notHeld = assertions.filter(({ passed }) => !passed).map((outcome) => broken(at, outcome));
  switch (failure?.kind) {
    case undefined:
    case 'assertion':
      return notHeld;
    case 'unresolved':
      return [at(failure.message, failure.range)];
    case 'thrown': {
      const { title, advice, serverMessage = '' } = describeError(failure.error);
      const words = at([title, advice, serverMessage].filter((text) => text !== '').join(' '), range);
      return [words, ...(failure.refusal === undefined ? [] : refused(failure.refusal)), ...notHeld];
    }
    case 'service':
      return [...refused(failure), ...notHeld];
  }
}

/** With what was expected beside what came, which VS Code shows as a difference, and where in the answer it stands. */
function broken(
  at: (text: string, place: Place) => vscode.TestMessage,
  outcome: AssertionOutcome,
): vscode.TestMessage {
  const { assertion, actual } = outcome;
  const where = actual?.path === undefined ? '' : `\n${l10n.t('In the answer: {0}', actual.path)}`;
  const message = at(`${failureText(outcome)}${where}`, assertion.range);
  if (actual === undefined) return message;
  message.expectedOutput =
    assertion.operator === '=' ? assertion.value : `${assertion.operator} ${assertion.value}`;
  message.actualOutput = actual.text;
  return message;
}
