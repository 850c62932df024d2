/** Runs of activities: queries, filters, imports and sends, each under the number that starting it answered. */
import type { Owned } from './collection.ts';

export interface Task extends Owned {
  readonly id: number;
  /** The type of the definition that runs. */
  readonly type: string;
  readonly definitionId: string;
  readonly startedAt: number;
  /** `Queued`, `Processing`, `Complete` or `Error`. */
  status: string;
  endedAt: number | undefined;
  /** What went wrong; empty otherwise. */
  message: string;
}

/** Called with a task that has ended, at the moment at which it did. */
type Ending = (task: Task, at: number) => void;

export class TaskLog {
  private readonly tasks = new Map<number, Task>();
  private readonly waiting = new Map<number, Ending[]>();

  add(task: Pick<Task, 'mid' | 'id' | 'type' | 'definitionId' | 'startedAt'>): Task {
    const added: Task = { ...task, status: 'Queued', endedAt: undefined, message: '' };
    this.tasks.set(task.id, added);
    return added;
  }

  /** Oldest first. */
  all(): Iterable<Task> {
    return this.tasks.values();
  }

  /** Ends a task, well or, with a message, badly, and lets go on what waited for it. */
  end(task: Task, at: number, message?: string): void {
    task.status = message === undefined ? 'Complete' : 'Error';
    task.message = message ?? '';
    task.endedAt = at;
    const endings = this.waiting.get(task.id) ?? [];
    this.waiting.delete(task.id);
    for (const ending of endings) ending(task, at);
  }

  /** Calls back when a task ends; false when there is no such task, or it has ended. */
  whenEnded(id: number, ending: Ending): boolean {
    const task = this.tasks.get(id);
    if (task === undefined || task.endedAt !== undefined) return false;
    this.waiting.set(id, [...(this.waiting.get(id) ?? []), ending]);
    return true;
  }

  find(id: number): Task | undefined {
    return this.tasks.get(id);
  }
}
