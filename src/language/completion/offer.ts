/** What completion has to offer, before it is put into the protocol's words. */
import type { TextRange } from '../xml/node.ts';

export type OfferKind =
  | 'element'
  | 'message'
  | 'type'
  | 'value'
  | 'object'
  | 'property'
  | 'column'
  | 'key'
  | 'closing'
  | 'directive'
  | 'variable'
  | 'attribute'
  | 'snippet';

export interface Offer {
  readonly label: string;
  readonly kind: OfferKind;
  /** Takes the place of the context's range. */
  readonly newText: string;
  /** True when `newText` has places to fill in, `$1`, `${2:text}`, in the syntax of snippets. */
  readonly isSnippet?: boolean;
  /** Behind the label: a type, where it comes from. */
  readonly detail?: string;
  /** Markdown. */
  readonly about?: string;
  readonly deprecated?: boolean;
  /** Offers are shown in the order they come in; those of a lower rank before the others. */
  readonly rank?: number;
  /** What the person's typing is compared with, when that is not the label. */
  readonly filter?: string;
  /** True when what stands at the new cursor is worth completing at once. */
  readonly goesOn?: boolean;
}

export interface Completion {
  /** What is replaced. */
  readonly range: TextRange;
  readonly offers: readonly Offer[];
}
