/** What is to happen in the org by itself when its time comes: queued requests, imports, schedules. */

export interface Appointment {
  readonly at: number;
  /** Called with `at`, not with the moment at which somebody looks: what comes of it does not depend on that. */
  readonly work: (at: number) => void;
  /** What becomes of it when the sandbox fails at it: whoever waits for it is told, by a sentence. */
  readonly failed?: (at: number, reason: string) => void;
}

/** Something that was due and went wrong in the sandbox itself. */
export interface Mishap {
  readonly at: number;
  readonly reason: string;
  readonly error: unknown;
}

interface Entry extends Appointment {
  readonly number: number;
}

/** Nothing runs on its own: whoever looks at the org first lets everything happen that was due, in its order. */
export class Agenda {
  private entries: Entry[] = [];
  private added = 0;

  /** @returns what takes the appointment back. */
  add(appointment: Appointment): () => void {
    this.added += 1;
    const entry: Entry = { ...appointment, number: this.added };
    const place = this.entries.findIndex(({ at }) => at > entry.at);
    this.entries.splice(place === -1 ? this.entries.length : place, 0, entry);
    return () => {
      this.entries = this.entries.filter((other) => other !== entry);
    };
  }

  /** Takes out the next appointment that is due. */
  next(now: number): { readonly appointment: Appointment; readonly number: number } | undefined {
    const [first] = this.entries;
    if (first === undefined || first.at > now) return undefined;
    this.entries.shift();
    return { appointment: first, number: first.number };
  }
}
