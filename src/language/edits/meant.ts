/** Offers the names that were probably meant. */
import type { Fix } from '../diagnostics/finding.ts';
import { nearest } from '../schema/nearest.ts';
import { escapeXml, type Value } from '../subject/elements.ts';

/** Nothing is offered when no candidate is close to what is written. */
export function meantFix(
  { text, range }: Pick<Value, 'text' | 'range'>,
  candidates: readonly string[],
): Fix[] {
  return nearest(text, candidates).map((meant) => ({
    title: `Change to ${meant}`,
    edits: [{ range, newText: escapeXml(meant) }],
  }));
}
