/** Runs the tests of a test run, file after file. Loaded when the first are run. */
import * as vscode from 'vscode';
import type { RunListener, StepOutcome } from '../../runs/index.ts';
import { describeError } from '../errors/describeError.ts';
import type { EditorJob } from '../requests/editorRun.ts';
import { outputOf, report } from './testReport.ts';

/** How the requests of tests are run. */
export interface RunTestJob {
  /** True when all that was sent and came back belongs into the output. */
  readonly isWhole: boolean;
  readonly run: (job: EditorJob, watch: Watch) => Promise<readonly StepOutcome[]>;
}

interface Watch {
  readonly listener: RunListener;
  readonly signal: AbortSignal;
  /** True for the first file of a test run. */
  readonly isFirst: boolean;
}

/** A test, and where in its file its request begins. */
interface Test {
  readonly item: vscode.TestItem;
  readonly start: number;
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
    for (const [index, ofFile] of byFile(tests).entries()) {
      await new FileTests(run, ofFile, runJob).run({ signal: cancel.signal, isFirst: index === 0 });
    }
  } finally {
    run.end();
  }
}

function byFile(tests: readonly Test[]): Test[][] {
  const files = new Map<string | undefined, Test[]>();
  for (const test of tests) {
    const uri = test.item.uri?.toString();
    const ofFile = files.get(uri);
    if (ofFile === undefined) files.set(uri, [test]);
    else ofFile.push(test);
  }
  return [...files.values()];
}

/** The tests of one file: it is read once, however many they are. */
class FileTests {
  private readonly testRun: vscode.TestRun;
  private readonly runJob: RunTestJob;
  /** Those whose outcome has not been told yet, by where they begin. */
  private readonly open: Map<number, vscode.TestItem>;
  /** The requests that run now, each because of the one before; a test where it is one. */
  private readonly path: (vscode.TestItem | undefined)[] = [];

  constructor(testRun: vscode.TestRun, tests: readonly Test[], runJob: RunTestJob) {
    this.testRun = testRun;
    this.runJob = runJob;
    this.open = new Map(tests.map(({ item, start }) => [start, item]));
  }

  /** A test that is not come to, because the run is cancelled, counts as skipped. */
  async run(watch: Pick<Watch, 'signal' | 'isFirst'>): Promise<void> {
    try {
      if (!watch.signal.aborted) await this.runFile(watch);
      for (const item of this.open.values()) this.testRun.skipped(item);
    } catch (error) {
      const { title, advice } = describeError(error);
      const message = new vscode.TestMessage(`${title} ${advice}`);
      for (const item of this.open.values()) this.testRun.errored(item, message);
    }
  }

  private async runFile(watch: Pick<Watch, 'signal' | 'isFirst'>): Promise<void> {
    const uri = [...this.open.values()][0]?.uri;
    if (uri === undefined) return;
    const document = await vscode.workspace.openTextDocument(uri);
    await this.runJob.run(
      {
        ran: { document, version: document.version, offset: 0 },
        text: document.getText(),
        wanted: { starts: new Set(this.open.keys()) },
        unattended: true,
      },
      { ...watch, listener: this.listener(document) },
    );
  }

  private listener(document: vscode.TextDocument): RunListener {
    const { testRun, open, path } = this;
    const now = (): vscode.TestItem | undefined => path.findLast((item) => item !== undefined);
    const output = outputOf(testRun, now, this.runJob.isWhole);
    return {
      ...output,
      begun: ({ range }) => {
        const item = open.get(range.start);
        path.push(item);
        if (item !== undefined) testRun.started(item);
      },
      ended: (outcome) => {
        output.ended?.(outcome);
        const item = path.pop();
        if (item === undefined) return;
        report(testRun, item, { outcome, document });
        open.delete(outcome.range.start);
      },
    };
  }
}
