/** Fixes that write what was probably meant. */
import type { TextRange } from '../xml/node.ts';
import type { Fix } from './finding.ts';

/** For more words than this nobody looks for what was meant, which takes its time among thousands of names. */
export const mostGuesses = 100;

/** One for each word that may take the place of what is written there. None is safe: it is a guess. */
export function renamings(range: TextRange, words: readonly string[]): Fix[] {
  return words.map((newText) => ({ title: `Change to ${newText}`, edits: [{ range, newText }] }));
}
