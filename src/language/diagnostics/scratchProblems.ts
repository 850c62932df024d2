/** What reading the file found: well-formedness, directives, names. */
import type { DiagnosticsSource } from './source.ts';

export const scratchProblems: DiagnosticsSource = ({ file }) => file.problems;
