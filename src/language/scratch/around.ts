/** Reads the request around a place by itself, for whoever cannot wait until all of a large file is read. */
import { lineStart } from '../lines.ts';
import { atOnce } from '../steps.ts';
import type { ScratchFile } from './model.ts';
import { PlacedRequest, placeUse } from './placedRequest.ts';
import { read } from './reading.ts';
import { sectionAround } from './sections.ts';

/** In characters: so much is read in a few milliseconds. */
const most = 200_000;

/** In characters: what stands further behind the place says nothing of it. */
const behind = 20_000;

/** On these lines what is said comes from elsewhere too: values of variables, and names of other requests. */
const needsAll = /\{\{|^\s*@|^\s*(?:#|\/\/)\s*@onSuccess\b/;

/**
 * A file with that request alone, at its place; with none, where there are but variables and comments. What it says of
 * the elements and lines around the place is right; of what stands behind it, it may say too little. Undefined where
 * more must be known than the request.
 */
export function readAround(text: string, offset: number): ScratchFile | undefined {
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart(text, offset), lineEnd === -1 ? text.length : lineEnd);
  const section = sectionAround(text, offset);
  if (needsAll.test(line) || offset - section.start > most) return undefined;
  const end = Math.min(section.end, offset + behind);
  const reading = atOnce(read(text.slice(section.start, end)));
  const { start: bodyStart, end: bodyEnd } = reading.bodyRange;
  // So many lines above the XML that it has not begun: nobody knows yet whether there is any.
  if (end < section.end && bodyStart === bodyEnd) return undefined;
  const requests = reading.isRequest ? [new PlacedRequest(reading, section.start, text)] : [];
  const uses = reading.uses.map((use) => placeUse(use, section.start));
  return { text, variables: [], requests, uses, problems: [] };
}
