/** What tests of findings have in common: a text in, findings as short lines out, fixes applied. */
import assert from 'node:assert/strict';
import { shippedCatalogue as catalogue } from '../../../src/catalogue/index.ts';
import type { Edit, Finding } from '../../../src/language/diagnostics/finding.ts';
import type { Inspection } from '../../../src/language/diagnostics/source.ts';
import type { LiveFacts } from '../../../src/language/facts.ts';
import { diagnose, noFacts, parseScratch } from '../../../src/language/index.ts';

export function inspectionOf(text: string, facts: LiveFacts = noFacts): Inspection {
  const context = { now: Date.UTC(2026, 0, 31), guid: () => 'guid', random: () => 0.5, mid: 100, eid: 1 };
  return { file: parseScratch(text), catalogue, context, facts };
}

export function findingsIn(text: string): Finding[] {
  return diagnose(inspectionOf(text));
}

/** `severity code «text»`, in the order of the text. */
export function summary(text: string): string[] {
  return findingsIn(text).map(
    ({ severity, code, range }) => `${severity} ${code} «${text.slice(range.start, range.end)}»`,
  );
}

/** The text after the fix of this title, or the first fix, of the first finding of this code. */
export function fixed(text: string, code: string, title?: string): string {
  const finding = findingsIn(text).find((candidate) => candidate.code === code);
  const fixes = finding?.fixes?.() ?? [];
  const fix = title === undefined ? fixes[0] : fixes.find((candidate) => candidate.title === title);
  assert.ok(fix, `no such fix: ${fixes.map((candidate) => candidate.title).join(', ')}`);
  return applied(text, fix.edits);
}

export function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce(
      (result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end),
      text,
    );
}
