/** Errors that more than one command has, in their words for a person. */
import * as l10n from '@vscode/l10n';
import { ExplainedError } from './describeError.ts';

/** A command of a menu was run without what the menu is of. @param title what to choose, such as “Choose a list first.” */
export function chooseFirst(title: string): ExplainedError {
  return new ExplainedError(title, l10n.t('This command belongs to a menu of the side bar.'));
}

/** The service did not do it. @param words its own; empty when it has none */
export function refused(title: string, words = ''): ExplainedError {
  return new ExplainedError(
    title,
    words === '' ? l10n.t('The service does not say why.') : l10n.t('The service says: “{0}”', words),
  );
}
