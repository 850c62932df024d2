/** The agreement between the server and whatever offers to rework a request: split it, merge two, make it asynchronous. */
import type { Edit } from '../diagnostics/finding.ts';
import type { Inspection } from '../diagnostics/source.ts';
import type { TextRange } from '../xml/node.ts';

export interface RefactorAction {
  /** What it does, for the menu: "Make this request asynchronous". */
  readonly title: string;
  readonly kind: 'refactor.extract' | 'refactor.rewrite';
  readonly edits: readonly Edit[];
}

/** Offers what can be done with what is selected; an empty selection is the cursor. Pure, and never throws. */
export type ActionSource = (inspection: Inspection, selection: TextRange) => Iterable<RefactorAction>;
