/** Runs the tests of a test run one after another. Loaded when the first are run. */
import * as vscode from 'vscode';
import type { RunListener, StepOutcome } from '../../runs/index.ts';
import { describeError } from '../errors/describeError.ts';
import type { EditorJob } from '../requests/editorRun.ts';
import { outputOf, report } from './testReport.ts';

/** How a test's request is run; told whether it is the first of its test run. */
export interface RunTestJob {
  /** True when all that was sent and came back belongs into the output. */
  readonly isWhole: boolean;
  readonly run: (job: EditorJob, watch: Watch) => Promise<readonly StepOutcome[]>;
}

interface Watch {
  readonly listener: RunListener;
  readonly signal: AbortSignal;
  readonly isFirst: boolean;
}

/** A test, and where in its file its request begins. */
interface Test {
  readonly item: vscode.TestItem;
  readonly start: number | undefined;
}

interface Parts {
  readonly runJob: RunTestJob;
  readonly token: vscode.CancellationToken;
}

export async function runTests(
  run: vscode.TestRun,
  tests: readonly Test[],
  { runJob, token }: Parts,
): Promise<void> {
  const cancel = new AbortController();
  token.onCancellationRequested(() => cancel.abort());
  for (const { item } of tests) run.enqueued(item);
  try {
    for (const [index, test] of tests.entries()) {
      await runOne(run, test, { runJob, signal: cancel.signal, isFirst: index === 0 });
    }
  } finally {
    run.end();
  }
}

async function runOne(
  run: vscode.TestRun,
  { item, start }: Test,
  { runJob, signal, isFirst }: { readonly runJob: RunTestJob } & Pick<Watch, 'signal' | 'isFirst'>,
): Promise<void> {
  if (start === undefined || item.uri === undefined || signal.aborted) {
    run.skipped(item);
    return;
  }
  run.started(item);
  try {
    const document = await vscode.workspace.openTextDocument(item.uri);
    const ran = { document, version: document.version, offset: 0 };
    const job = { ran, text: document.getText(), wanted: { start, end: start }, unattended: true };
    const listener = outputOf(run, item, runJob.isWhole);
    const outcomes = await runJob.run(job, { listener, signal, isFirst });
    report(run, item, { outcome: outcomes.find(({ range }) => range.start === start), document });
  } catch (error) {
    const { title, advice } = describeError(error);
    run.errored(item, new vscode.TestMessage(`${title} ${advice}`));
  }
}
