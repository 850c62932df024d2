/** A scratch file as it is read: its requests, variables and directives, each with its place. */
import type { TextRange, XmlElementNode } from '../xml/node.ts';

export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly range: TextRange;
  readonly severity: 'error' | 'warning';
}

/** The kinds of problem that reading a scratch file finds. */
export type ProblemCode =
  | 'xml'
  | 'no-request'
  | 'more-than-one-element'
  | 'unknown-message'
  | 'unknown-directive'
  | 'directive-value'
  | 'duplicate-name'
  | 'duplicate-directive'
  | 'unknown-name'
  | 'circular-chain'
  | 'unknown-variable'
  | 'circular-variable'
  | 'credential-in-file';

/** `# @name value` above a request. */
export interface Directive {
  readonly name: string;
  readonly value: string;
  readonly range: TextRange;
  readonly nameRange: TextRange;
  readonly valueRange: TextRange;
}

/** `@name = value` at the beginning of a line. */
export interface FileVariable {
  readonly name: string;
  readonly value: string;
  readonly nameRange: TextRange;
  readonly valueRange: TextRange;
}

/** `{{name}}`, or `{{{name}}}` whose value goes in as it is. */
export interface VariableUse {
  readonly expression: string;
  readonly raw: boolean;
  readonly range: TextRange;
}

/** Why a variable has no value. */
export interface VariableProblem {
  readonly kind: 'unknown-variable' | 'circular-variable';
  readonly message: string;
  /** Name of the request that has to be run first, where that is all that is missing. */
  readonly needs?: string;
}

export type VariableResult = { readonly value: string } | { readonly problem: VariableProblem };

export interface ScratchRequest {
  /** Text behind `###`; empty for a request without a separator above it. */
  readonly title: string;
  /** From the separator (or the file's beginning) to the next one. */
  readonly range: TextRange;
  readonly directives: readonly Directive[];
  /** From the first `<` to the end of what belongs to the request; empty when there is none. */
  readonly bodyRange: TextRange;
  /** False when its XML is half-written, or wrong. */
  readonly wellFormed: boolean;
  /** The root element, when there is one. */
  readonly root?: XmlElementNode | undefined;
  /** Of `# @name`. */
  readonly name?: string | undefined;
}

export interface ScratchFile {
  readonly text: string;
  readonly variables: readonly FileVariable[];
  readonly requests: readonly ScratchRequest[];
  readonly uses: readonly VariableUse[];
  readonly problems: readonly Problem[];
}
