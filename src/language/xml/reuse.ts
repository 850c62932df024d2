/** What an edit leaves whole, so that reading around it can step over it. */
import type { GreenElement, GreenNode } from './green.ts';

/** The text from `start` to `oldEnd` was replaced by what now stands from `start` to `newEnd`. */
export interface TextEdit {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The same edit of the part of the text that begins at `start`. */
export function editWithin(edit: TextEdit, start: number): TextEdit {
  return { start: edit.start - start, oldEnd: edit.oldEnd - start, newEnd: edit.newEnd - start };
}

/** An element that is the same as before the edit. */
export interface Whole {
  /** Where it begins in the new text. */
  readonly at: number;
  readonly element: GreenElement;
}

/**
 * The largest elements that the edit does not touch, in the order of the text. One in which something is wrong is left
 * out: what is not closed may be closed by what was typed.
 * @param nodes stand one behind the other
 * @param start of the first one, before the edit
 */
export function wholeElements(nodes: readonly GreenNode[], start: number, edit: TextEdit): Whole[] {
  const found: Whole[] = [];
  collect(nodes, start, edit, found);
  return found;
}

function collect(nodes: readonly GreenNode[], start: number, edit: TextEdit, found: Whole[]): void {
  let offset = start;
  for (const node of nodes) {
    const end = offset + node.width;
    if (node.kind === 'element') {
      const isBehind = offset >= edit.oldEnd;
      const isUntouched = isBehind || end <= edit.start;
      if (!isUntouched || node.troubled) collect(node.children, offset + node.startWidth, edit, found);
      else found.push({ at: isBehind ? offset + edit.newEnd - edit.oldEnd : offset, element: node });
    }
    offset = end;
  }
}
