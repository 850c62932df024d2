/** What reading the file found: well-formedness, directives, names. */
import type { FileSource } from './source.ts';

export const scratchProblems: FileSource = ({ file }) => file.problems;
