/** Reads the XML of requests, and uses again what was read of the version of the file before. */
import type { GreenNode } from '../xml/green.ts';
import type { TextRange } from '../xml/node.ts';
import { parseXml, reparseXml, type ParsedXml } from '../xml/parse.ts';
import type { TextEdit } from '../xml/update.ts';

interface Body {
  readonly end: number;
  readonly green: readonly GreenNode[];
}

export class Bodies {
  private readonly text: string;
  private readonly previous: ReadonlyMap<number, Body>;
  /** What lies between the beginning and the end that both versions have in common. */
  private readonly edit: TextEdit;
  /** By where they begin. */
  private readonly read = new Map<number, Body>();

  constructor(text: string, previous?: Bodies) {
    this.text = text;
    this.previous = previous?.read ?? new Map<number, Body>();
    this.edit = difference(previous?.text ?? '', text);
  }

  /** The same as `parseXml`. */
  parse(range: TextRange): ParsedXml {
    const parsed = this.reparse(range) ?? parseXml(this.text, range);
    this.read.set(range.start, { end: range.end, green: parsed.green });
    return parsed;
  }

  private reparse(range: TextRange): ParsedXml | undefined {
    const { start, oldEnd, newEnd } = this.edit;
    const moved = newEnd - oldEnd;
    const isBehind = range.start >= newEnd && range.start > start;
    const isBefore = range.end <= start;
    if (!isBehind && !isBefore && (range.start > start || range.end < newEnd)) return undefined;
    const oldStart = isBehind ? range.start - moved : range.start;
    const body = this.previous.get(oldStart);
    if (body?.end !== (isBefore ? range.end : range.end - moved)) return undefined;
    const edit = {
      start: start - range.start,
      oldEnd: oldEnd - range.start,
      newEnd: newEnd - range.start,
    };
    return reparseXml(body.green, isBehind || isBefore ? undefined : edit, this.text, range);
  }
}

const block = 4096;

/** The one piece in which two texts differ. Whole blocks are compared first, which takes a fraction of the time. */
function difference(before: string, after: string): TextEdit {
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
