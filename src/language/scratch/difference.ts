/** Where two versions of a text differ. */
import type { TextEdit } from '../xml/reuse.ts';

const block = 4096;

/** The one piece in which two texts differ. Whole blocks are compared first, which takes a fraction of the time. */
export function difference(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start + block <= most && before.slice(start, start + block) === after.slice(start, start + block)) {
    start += block;
  }
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  const rest = most - start;
  const tail = (text: string, length: number): string =>
    text.slice(text.length - length - block, text.length - length);
  let same = 0;
  while (same + block <= rest && tail(before, same) === tail(after, same)) same += block;
  while (
    same < rest &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same += 1;
  }
  return { start, oldEnd: before.length - same, newEnd: after.length - same };
}
