/** Runs the steps of a plan one after another, and everything that they lead to. */
import { followersOf, type ScratchFile, type ScratchRequest } from '../language/index.ts';
import type { RunParts, RunPlan, StepOutcome } from './model.ts';
import { runStep } from './step.ts';

/**
 * Runs a plan. A step that fails keeps the requests that follow it from being run, and no others; one that an earlier
 * one has brought along is not sent a second time.
 * @returns the outcomes in the order in which the steps ended; never rejects for what a step does.
 */
export async function runPlan(plan: RunPlan, parts: RunParts): Promise<readonly StepOutcome[]> {
  const run = new Run(plan.file, parts);
  for (const step of plan.steps) {
    if (parts.signal.aborted) break;
    if (!run.hasRun(step)) await run.step(step);
  }
  return run.outcomes;
}

class Run {
  readonly outcomes: StepOutcome[] = [];
  /** Where the requests begin that have been run. */
  private readonly ran = new Set<number>();
  private readonly file: ScratchFile;
  private readonly parts: RunParts;
  /** Requests that run now, each because of the one before: none of them may be started again. */
  private readonly path: ScratchRequest[] = [];

  constructor(file: ScratchFile, parts: RunParts) {
    this.file = file;
    this.parts = parts;
  }

  hasRun({ range }: ScratchRequest): boolean {
    return this.ran.has(range.start);
  }

  /** Runs a request and, when it passes, those that follow it. */
  async step(request: ScratchRequest): Promise<StepOutcome> {
    this.path.push(request);
    this.parts.listener?.begun?.(request);
    try {
      const outcome = await runStep(request, {
        ...this.parts,
        file: this.file,
        runFirst: (name, neededBy) => this.runFirst(name, neededBy),
      });
      this.outcomes.push(outcome);
      this.ran.add(request.range.start);
      this.parts.listener?.ended?.(outcome);
      if (outcome.status === 'passed') await this.follow(request);
      return outcome;
    } finally {
      this.path.pop();
    }
  }

  private async follow(request: ScratchRequest): Promise<void> {
    for (const name of followersOf(request)) {
      const next = this.named(name);
      const mayRun = next !== undefined && !this.isOnPath(next) && !this.parts.signal.aborted;
      if (mayRun) await this.step(next);
    }
  }

  /** Runs a request whose result another needs; false when it cannot be, or did not succeed. */
  private async runFirst(name: string, neededBy: string): Promise<boolean> {
    const needed = this.named(name);
    if (needed === undefined || this.isOnPath(needed)) return false;
    if (!(await this.parts.host.mayRunFirst(name, neededBy))) return false;
    return (await this.step(needed)).status === 'passed';
  }

  private named(name: string): ScratchRequest | undefined {
    return this.file.requests.find((request) => request.name === name);
  }

  private isOnPath(request: ScratchRequest): boolean {
    return this.path.includes(request);
  }
}
