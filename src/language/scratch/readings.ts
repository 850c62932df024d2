/** Reads the sections of a scratch file, and uses again what was read of those that have not changed. */
import type { Steps } from '../steps.ts';
import type { TextRange } from '../xml/node.ts';
import { ownText } from '../xml/ownText.ts';
import { editWithin, type TextEdit } from '../xml/reuse.ts';
import { difference } from './difference.ts';
import { read, type Reading } from './reading.ts';

export class Readings {
  private readonly text: string;
  private readonly previous: ReadonlyMap<number, Reading> | undefined;
  /** What lies between the beginning and the end that both versions have in common. */
  private readonly edit: TextEdit;
  /** By where they begin. */
  private readonly made = new Map<number, Reading>();

  /** @param previous of an earlier version of the file. */
  constructor(text: string, previous?: Readings) {
    this.text = text;
    this.previous = previous?.made;
    this.edit = difference(previous?.text ?? '', text);
  }

  /** What was read of the section before, when it has not changed: there at once. */
  known({ start, end }: TextRange): Reading | undefined {
    const { edit, previous } = this;
    const isBehind = start >= edit.newEnd && start > edit.start;
    if (previous === undefined || (!isBehind && end > edit.start)) return undefined;
    const reading = previous.get(isBehind ? start - edit.newEnd + edit.oldEnd : start);
    if (reading?.width !== end - start) return undefined;
    this.made.set(start, reading);
    return reading;
  }

  /** Reads the section. */
  *read(range: TextRange): Steps<Reading> {
    const reading = yield* this.readAgain(range);
    this.made.set(range.start, reading);
    return reading;
  }

  private *readAgain({ start, end }: TextRange): Steps<Reading> {
    const text = this.text.slice(start, end);
    const { edit } = this;
    const before = this.previous?.get(start);
    const isWhole = edit.start >= start && edit.newEnd <= end && before !== undefined;
    if (!isWhole || before.width !== end - start - edit.newEnd + edit.oldEnd) {
      // The first version of a file stays in memory with what was read of it; those after it must not.
      return yield* read(this.previous === undefined ? text : ownText(text));
    }
    return yield* read(text, { before, edit: editWithin(edit, start) });
  }
}
