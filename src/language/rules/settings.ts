/** How a person wants the lint rules to be shown, as their settings say it. */
import type { Severity } from '../diagnostics/finding.ts';

/** By code; a rule that is not named has its own severity. */
export type RuleSeverities = Readonly<Record<string, Severity | 'off'>>;

export interface LintSettings {
  readonly severities: RuleSeverities;
  /** Address of the folder of the rules' pages, with a slash at its end; without it, findings have no link. */
  readonly pages?: string;
}

export const defaultLintSettings: LintSettings = { severities: {} };

const words: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** Reads the setting; what is not understood in it is left out. */
export function readSeverities(value: unknown): RuleSeverities {
  if (typeof value !== 'object' || value === null) return {};
  const understood = Object.entries(value).filter((entry): entry is [string, Severity | 'off'] =>
    words.has(entry[1]),
  );
  return Object.fromEntries(understood);
}
