/** A request of a scratch file as a tree, for whoever writes it anew in another language. */

/** Request to the server: the request at a place in a file, with what comes from outside of the file left open. */
export const templateMethod = 'marketingCloud/requestTemplate';

export interface TemplateParams {
  readonly uri: string;
  /** From 0. */
  readonly line: number;
  readonly mid?: number;
  readonly eid?: number;
}

/** A piece of text, or a variable whose value the file does not hold: an environment's, or another request's result. */
export type TemplateText = string | { readonly variable: string };

export interface TemplateElement {
  /** Without its prefix. */
  readonly name: string;
  /** Of `xsi:type`, without its prefix. */
  readonly type?: string;
  /** True for `xsi:nil`. */
  readonly nil?: boolean;
  /** Of an element without elements in it; left out when it is empty. */
  readonly text?: readonly TemplateText[];
  readonly children: readonly TemplateElement[];
}

export interface RequestTemplate {
  /** Method of the API. */
  readonly operation: string;
  /** Something to call the request by. */
  readonly title: string;
  readonly message: TemplateElement;
}

export type TemplateAnswer =
  | { readonly template: RequestTemplate }
  | { readonly problem: string; readonly line: number; readonly character: number };
