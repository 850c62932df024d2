/** Runs requests of scratch files, one run at a time, and shows how they go. */
import * as vscode from 'vscode';
import type { Catalogue } from '../../catalogue/index.ts';
import type { RequestPlace } from '../../shared/contributions.ts';
import type {
  LargeAnswers,
  RunListener,
  StepAnswer,
  StepFailure,
  StepOutcome,
  StepStart,
} from '../../runs/index.ts';
import {
  exportRows,
  formatBytes,
  formatDuration,
  formatNumber,
  ResultPanel,
  type Account,
  type LongXml,
} from '../../views/index.ts';
import type { Placements } from '../connections/placements.ts';
import { ExplainedError } from '../errors/describeError.ts';
import type { RunHistory } from '../history/runHistory.ts';
import type { EditorJob, JobParts } from './editorRun.ts';
import type { ChosenEnvironment } from './environments.ts';
import type { ExchangeDocuments } from './exchangeDocuments.ts';
import { FailureMarks } from './failureMarks.ts';
import { allOf, atCursor, atPlace, selectedXml, selectionOf } from './jobs.ts';
import { RunStatus } from './runStatus.ts';
import type { StepView } from './stepView.ts';
import type { RunTestJob } from '../testing/testRun.ts';

interface Parts {
  readonly placements: Placements;
  readonly environment: ChosenEnvironment;
  readonly catalogue: () => Promise<Catalogue>;
  readonly extensionUri: vscode.Uri;
  /** The thread that large answers are read in. */
  readonly answersThread: URL;
  readonly documents: ExchangeDocuments;
  readonly history: RunHistory;
  /** Tells the person of what failed while nobody waited for it. */
  readonly failed: (error: unknown) => void;
  /** Told of every answer, for whoever follows what a request has set going. */
  readonly answered: (account: Account, answer: StepAnswer) => void;
  /** Told of every request that may have changed something. */
  readonly wrote: (start: StepStart) => void;
}

/** A run under way. */
interface Running {
  readonly controller: AbortController;
  /** What is being sent now. */
  start: StepStart | undefined;
}

export class RequestRunner {
  private readonly parts: Parts;
  private readonly panel: ResultPanel;
  private readonly marks = new FailureMarks();
  private readonly status = new RunStatus();
  private running: Running | undefined;
  private largeAnswers: LargeAnswers | undefined;

  constructor(parts: Parts) {
    this.parts = parts;
    this.panel = new ResultPanel(parts.extensionUri);
  }

  /** Runs the request at a place, or at the cursor. */
  async run(place?: RequestPlace, mode?: 'async'): Promise<void> {
    const job = place === undefined ? atCursor() : await atPlace(place);
    await this.start(mode === undefined ? job : { ...job, mode });
  }

  /** Runs all requests of a file: that of a place, or the one that is edited. */
  async runAll(place?: RequestPlace): Promise<void> {
    await this.start(await allOf(place));
  }

  /** Runs the requests that the selection touches. */
  async runSelection(): Promise<void> {
    await this.start(selectionOf());
  }

  /** Runs the selection, or else the whole text, of an editor of any language as one request. */
  async runXml(): Promise<void> {
    await this.start(selectedXml());
  }

  /** Shows what would be sent for the request at a place, or at the cursor; sends nothing. */
  async preview(place?: RequestPlace): Promise<void> {
    const job = place === undefined ? atCursor() : await atPlace(place);
    const { previewJob } = await import('./editorRun.ts');
    const shown = await previewJob(job, { ...(await this.jobParts()), signal: new AbortController().signal });
    if (shown === undefined) return;
    if ('failure' in shown) await this.tellFailure(job, shown.failure);
    else await this.parts.documents.open(shown.title, 'preview', shown.text);
  }

  /** Shows a request in its file. */
  async reveal(place: RequestPlace | undefined): Promise<void> {
    if (place === undefined) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri));
    const position = new vscode.Position(place.line, 0);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
  }

  cancel(): void {
    this.running?.controller.abort();
  }

  showResult(): void {
    this.panel.reveal();
  }

  dispose(): void {
    this.cancel();
    this.largeAnswers?.dispose();
    vscode.Disposable.from(this.panel, this.marks, this.status).dispose();
  }

  /** How tests are run: nothing is shown but by whoever listens. */
  readonly quietly: RunTestJob = {
    isWhole: false,
    run: async (job, { listener, signal }) => {
      const { runJob } = await import('./editorRun.ts');
      return runJob(job, { ...(await this.jobParts()), listener, signal });
    },
  };

  /** How tests are debugged: with all steps of the test run, and their exchanges, in the result editor. */
  readonly openly: RunTestJob = {
    isWhole: true,
    run: (job, { listener, signal, isFirst }) => {
      this.makeWay();
      if (isFirst) this.panel.begin();
      return this.runShown(job, listener, signal);
    },
  };

  private async start(job: EditorJob): Promise<void> {
    this.makeWay();
    this.panel.begin();
    const outcomes = await this.runShown(job);
    await this.tell(job, outcomes);
    const { tellFailure } = await import('./tellFailure.ts');
    tellFailure(outcomes, {
      showResult: () => this.showResult(),
      run: (place) => this.run(place),
    }).catch(this.parts.failed);
  }

  private async runShown(
    job: EditorJob,
    listener: RunListener = {},
    signal?: AbortSignal,
  ): Promise<readonly StepOutcome[]> {
    const running: Running = { controller: new AbortController(), start: undefined };
    signal?.addEventListener('abort', () => running.controller.abort());
    this.running = running;
    const { runJob, tellBoth } = await import('./editorRun.ts');
    try {
      return await runJob(job, {
        ...(await this.jobParts()),
        listener: tellBoth(listener, await this.listener(job, running)),
        signal: running.controller.signal,
      });
    } finally {
      if (this.running === running) this.running = undefined;
    }
  }

  /** What every run needs. */
  private async jobParts(): Promise<JobParts> {
    const { placements, environment, catalogue } = this.parts;
    return {
      ...{ placements, environment: environment.name, catalogue: await catalogue() },
      evaluateLarge: (await this.large()).evaluate,
    };
  }

  /** A read may be given up for the next run; a write is never cut off by the way. */
  private makeWay(): void {
    const start = this.running?.start;
    if (start !== undefined && start.danger.effect !== 'reads') {
      throw new ExplainedError(
        `“${start.request.title}” is still running, and it writes.`,
        'Wait until it is done, or cancel it in the status bar.',
      );
    }
    this.cancel();
  }

  private async listener(job: EditorJob, running: Running): Promise<RunListener> {
    const { StepView } = await import('./stepView.ts');
    let view: StepView | undefined;
    return {
      started: (start) => {
        running.start = start;
        view = new StepView(start);
        this.status.running(start.request.title);
        this.show(view, job, running);
      },
      answered: (answer) => {
        view?.answered(answer);
        if (running.start !== undefined) this.parts.answered(running.start.account, answer);
      },
      queued: (progress) => view?.queued(progress),
      ended: (outcome) => {
        running.start = undefined;
        if (outcome.start !== undefined) {
          view?.ended(outcome);
          if (outcome.start.danger.effect !== 'reads') this.parts.wrote(outcome.start);
        }
        this.marks.add(job.ran, outcome);
        this.ended(outcome, view?.session.table.rows.length ?? 0);
        const record = view?.record(outcome);
        if (record !== undefined) this.parts.history.add(record).catch(() => undefined);
      },
    };
  }

  private show({ session }: StepView, job: EditorJob, { controller }: Running): void {
    this.panel.show(session, {
      cancel: () => controller.abort(),
      runAgain: () => {
        vscode.window
          .showTextDocument(job.ran.document, { preserveFocus: true, preview: false })
          .then(() => this.start(job))
          .then(undefined, (error: unknown) => session.finish('failed', explain(error)));
      },
      export: (shown) => {
        exportRows(shown).then(undefined, (error: unknown) => this.parts.failed(error));
      },
      openText: (which, shown) => {
        this.openText(shown.title, which, shown[which]).then(undefined, this.parts.failed);
      },
      copy: (text) => {
        vscode.env.clipboard.writeText(text).then(undefined, () => undefined);
      },
    });
  }

  /** Making a long text pretty takes its time, which the window does not wait for. */
  private async openText(title: string, which: 'request' | 'response', xml: LongXml): Promise<void> {
    const text = xml.isCut ? await (await this.large()).pretty(xml.xmls) : xml.beginning;
    await this.parts.documents.open(title, which, text);
  }

  private async large(): Promise<LargeAnswers> {
    const { LargeAnswers } = await import('../../runs/index.ts');
    this.largeAnswers ??= new LargeAnswers(this.parts.answersThread);
    return this.largeAnswers;
  }

  private ended({ title, status, duration, records, start }: StepOutcome, rows: number): void {
    if (start === undefined) {
      this.status.hide();
      return;
    }
    const bytes = records.reduce((sum, { responseBytes }) => sum + responseBytes, 0);
    const figures = [
      formatDuration(duration),
      rows === 1 ? '1 row' : `${formatNumber(rows)} rows`,
      formatBytes(bytes),
    ];
    this.status.ended(
      title,
      status === 'passed',
      (status === 'cancelled' ? ['Cancelled'] : figures).join(' · '),
    );
  }

  /** What has no result to be shown in: a request that was not sent because of what is wrong with it. */
  private async tell(job: EditorJob, outcomes: readonly StepOutcome[]): Promise<void> {
    const unsent = outcomes.find(({ start, failure }) => start === undefined && failure !== undefined);
    if (unsent?.failure !== undefined) await this.tellFailure(job, unsent.failure);
  }

  private async tellFailure({ ran }: EditorJob, failure: StepFailure): Promise<void> {
    if (failure.kind === 'thrown') throw failure.error;
    if (failure.kind !== 'unresolved') return;
    const position = ran.document.positionAt(ran.offset + failure.range.start);
    await vscode.window.showTextDocument(ran.document, { selection: new vscode.Range(position, position) });
    throw new ExplainedError(
      failure.message,
      `Line ${String(position.line + 1)}: correct it, then run the request again. Nothing of it was sent.`,
    );
  }
}

function explain(error: unknown): { title: string; advice: string } {
  return error instanceof ExplainedError
    ? { title: error.title, advice: error.advice }
    : { title: String(error), advice: '' };
}
