/** The kinds of places that completion tells apart. */
import type { ScratchRequest } from '../scratch/model.ts';
import type { TextRange, XmlElementNode } from '../xml/node.ts';

export interface InRequest {
  readonly request: ScratchRequest;
  /** What is replaced. */
  readonly range: TextRange;
}

export type Place =
  /** Between the braces of `{{…}}`; `raw` when there are three. */
  | {
      readonly kind: 'variable';
      readonly range: TextRange;
      readonly typed: string;
      readonly isClosed: boolean;
      readonly braces: number;
    }
  /** In a line `# @…`; `name` is set when the value is being written. */
  | {
      readonly kind: 'directive';
      readonly range: TextRange;
      readonly name?: string;
      readonly request: ScratchRequest | undefined;
    }
  /** On a line above the XML, or where there is none. */
  | { readonly kind: 'preamble'; readonly range: TextRange; readonly isEmptyRequest: boolean }
  /** Where an element may begin; `isRenaming` when the tag is already whole. */
  | (InRequest & {
      readonly kind: 'element';
      readonly parent: XmlElementNode | undefined;
      readonly half: XmlElementNode | undefined;
      readonly isRenaming: boolean;
    })
  /** Behind `</`. */
  | (InRequest & { readonly kind: 'closing'; readonly parent: XmlElementNode })
  /** Where the name of an attribute is written. */
  | (InRequest & { readonly kind: 'attribute'; readonly element: XmlElementNode })
  /** Between the quotes of an attribute. */
  | (InRequest & { readonly kind: 'attributeValue'; readonly element: XmlElementNode; readonly name: string })
  /** In the text of an element. */
  | (InRequest & { readonly kind: 'text'; readonly element: XmlElementNode });
