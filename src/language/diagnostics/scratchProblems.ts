/** What reading the file found: well-formedness, directives, names. */
import { nearest } from '../schema/nearest.ts';
import { directiveKinds } from '../scratch/directives.ts';
import type { Problem, ProblemCode, ScratchFile } from '../scratch/model.ts';
import type { Finding } from './finding.ts';
import { mostGuesses, renamings } from './renamings.ts';
import type { FileSource } from './source.ts';

/** What may have been meant by a word that means nothing. One row each. */
const meant: Partial<Record<ProblemCode, (written: string, file: ScratchFile) => readonly string[]>> = {
  'unknown-directive': (written) => nearest(written, directiveKinds.keys()),
  'unknown-name': (written, { requests }) =>
    nearest(
      written.replace(/^run\s+/, ''),
      requests.flatMap(({ name }) => name ?? []),
    ).map((name) => `run ${name}`),
};

export const scratchProblems: FileSource = function* ({ file }) {
  yield;
  return file.problems.map((problem, index) => (index < mostGuesses ? withFixes(problem, file) : problem));
};

function withFixes(problem: Problem, file: ScratchFile): Finding {
  const words = meant[problem.code];
  if (words === undefined) return problem;
  const { start, end } = problem.range;
  return { ...problem, fixes: () => renamings(problem.range, words(file.text.slice(start, end), file)) };
}
