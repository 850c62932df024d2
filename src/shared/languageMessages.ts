/** What the extension and the language server say to each other beyond the Language Server Protocol. */

/** Language id of scratch files. */
export const scratchLanguageId = 'mcsoap';

/** Given to the server when it starts. */
export interface LanguageServerOptions {
  /** Schema data of a catalogue that was refreshed from a tenant; the shipped catalogue when left out. */
  readonly schemaFile?: string;
  /** Address of the folder with the pages of the lint rules. */
  readonly rulePages?: string;
}

/** The settings of the lint rules, which the server reads by itself. */
export const lintSection = 'marketingCloud.lint';

/** An assertion with its variables filled in. */
export interface AssertionText {
  /** As it is written in the file. */
  readonly text: string;
  readonly xpath: string;
  /** One of the operators that `src/language/scratch/assertion.ts` knows. */
  readonly operator: string;
  readonly value: string;
  /** Offsets in the file. */
  readonly range: { readonly start: number; readonly end: number };
}

/** `# @prompt name description`. */
export interface PromptText {
  readonly name: string;
  /** Empty when there is none. */
  readonly description: string;
}

/** What the directives of a request ask for. */
export interface RunSettings {
  readonly connection?: string;
  /** MID. */
  readonly businessUnit?: number;
  /** Retrieve from every business unit below the one that the request runs in. */
  readonly allBusinessUnits?: boolean;
  /** How to send it; synchronously when left out. */
  readonly mode?: 'sync' | 'async' | 'hybrid';
  /** Milliseconds. */
  readonly timeout?: number;
  /** Objects in one call, at most. */
  readonly batch?: number;
  /** Follow a retrieve to its last page, or until it has so many results. */
  readonly follow?: 'all' | number;
  /** Text of `@note`, asked before sending; empty when the note has none. */
  readonly note?: string;
  readonly correlation?: string;
  /** File that the result is saved to, relative to the scratch file. */
  readonly save?: string;
  readonly assertions?: readonly AssertionText[];
}

/** A request of a scratch file, ready to be sent. */
export interface ResolvedRequest extends RunSettings {
  /** Method of the API, which is also the SOAPAction. */
  readonly operation: string;
  /** The message element, with its namespaces, variables filled in. */
  readonly body: string;
  /** Title, name, or method and object: something to call it by. */
  readonly title: string;
  readonly name?: string;
  /** Line of the message's start tag, from 0. */
  readonly line: number;
}

/** Notification to the server: what the connection is called now, for code lenses; null when there is none. */
export const connectionLabelMethod = 'marketingCloud/connectionLabel';

export interface ConnectionLabelParams {
  readonly label: string | null;
}
