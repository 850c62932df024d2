/** Makes of all that was found what a person is shown. */
import type { ScratchFile } from '../scratch/model.ts';
import type { Finding } from './finding.ts';
import { explained, isOfRule } from './pages.ts';
import { schemaCodes } from './schemaCodes.ts';
import { readSilences, silenceFixes } from './silence.ts';

/** More of one rule in one file than a person would read, and than an editor shows with ease. */
const mostOfOneRule = 200;

/**
 * In the order of the text; what is silenced, said twice, or said too often is left out.
 * @param pages address of the folder of the pages; undefined for no links
 */
export function presentable(findings: Finding[], file: ScratchFile, pages: string | undefined): Finding[] {
  findings.sort((a, b) => a.range.start - b.range.start);
  const isSilenced = readSilences(file);
  const counts = new Map<string, number>();
  const shown: Finding[] = [];
  for (const finding of findings) {
    const { code, range } = finding;
    const isRule = isOfRule(code);
    // Without what reading the file finds, nobody would know why a request cannot be run.
    if (!isRule && !schemaCodes.has(code)) shown.push(explained(finding, pages));
    else if (!isSilenced(code, range.start) && !(isRule && isTooMuch(finding, shown, counts))) {
      shown.push({ ...explained(finding, pages), fixes: () => withSilences(finding, file) });
    }
  }
  return shown;
}

function withSilences(finding: Finding, file: ScratchFile): ReturnType<typeof silenceFixes> {
  return [...(finding.fixes?.() ?? []), ...silenceFixes(file, finding)];
}

/** True for what several requests have in common, such as a variable, and was said already; and from some number on. */
function isTooMuch(
  { code, range }: Finding,
  shown: readonly Finding[],
  counts: Map<string, number>,
): boolean {
  for (let index = shown.length - 1; shown[index]?.range.start === range.start; index -= 1) {
    const other = shown[index];
    if (other?.code === code && other.range.end === range.end) return true;
  }
  const count = (counts.get(code) ?? 0) + 1;
  counts.set(code, count);
  return count > mostOfOneRule;
}
