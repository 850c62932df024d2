/** Findings that are kept for as long as what they were found in stays the same, wherever in the text it moves. */
import type { FileVariable } from '../scratch/model.ts';
import { moved, type TextRange } from '../xml/node.ts';
import { ownText } from '../xml/ownText.ts';
import type { Finding } from './finding.ts';

interface KeptFinding {
  readonly finding: Omit<Finding, 'range' | 'fixes'>;
  /** Which file variable the range counts from; undefined when it counts from what the finding was found in. */
  readonly variable: number | undefined;
  readonly range: TextRange;
  readonly hasFixes: boolean;
}

export type KeptFindings = readonly KeptFinding[];

/** Where findings are kept from, and brought back to. */
export interface Place {
  /** Where that begins which they were found in. */
  readonly start: number;
  /** Some findings point at the variable whose value is wrong. */
  readonly variables?: readonly FileVariable[];
}

const none: KeptFindings = [];

export function keep(findings: readonly Finding[], { start, variables = [] }: Place): KeptFindings {
  if (findings.length === 0) return none;
  return findings.map(({ range, fixes, ...finding }) => {
    const found = variables.findIndex(
      ({ valueRange }) => valueRange.start === range.start && valueRange.end === range.end,
    );
    const variable = found === -1 ? undefined : found;
    return {
      finding: { ...finding, message: ownText(finding.message) },
      variable,
      range: moved(range, -(variables[found]?.valueRange.start ?? start)),
      hasFixes: fixes !== undefined,
    };
  });
}

/** @param again finds the same anew: fixes are made of the text as it is now, and few are ever asked for. */
export function bringBack(
  kept: KeptFindings,
  { start, variables = [] }: Place,
  again: () => readonly Finding[],
): Finding[] {
  let anew: readonly Finding[] | undefined;
  return kept.map(({ finding, variable, range, hasFixes }, index) => {
    const from = variable === undefined ? start : (variables[variable]?.valueRange.start ?? start);
    const placed = { ...finding, range: moved(range, from) };
    if (!hasFixes) return placed;
    const fixes: Finding['fixes'] = () => {
      anew ??= again();
      return anew[index]?.fixes?.() ?? [];
    };
    return { ...placed, fixes };
  });
}
