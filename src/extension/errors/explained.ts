/** Errors that more than one command has, in their words for a person. */
import { ExplainedError } from './describeError.ts';

/** A command of a menu was run without what the menu is of. @param what with its article, such as `a list` */
export function chooseFirst(what: string): ExplainedError {
  return new ExplainedError(
    `Choose ${what} first.`,
    `This command belongs to the menu of ${what} in the side bar.`,
  );
}

/** The service did not do it. @param words its own; empty when it has none */
export function refused(title: string, words = ''): ExplainedError {
  return new ExplainedError(
    title,
    words === '' ? 'The service does not say why.' : `The service says: “${words}”`,
  );
}
