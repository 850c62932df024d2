/** What a language is that a request can be copied as: one file in `targets`, one row in `index.ts`. */
import type { CodeRequest } from './request.ts';

export interface Target {
  readonly id: string;
  /** For the list that a person picks from. */
  readonly label: string;
  /** What the program needs, in a few words. */
  readonly detail: string;
  /** VS Code's id of the language, for colours. */
  readonly language: string;
  /** Ending of a file with the program, without the dot. */
  readonly ending: string;
  /** Why this request cannot be written so; undefined when it can. */
  readonly refusal?: (request: CodeRequest) => string | undefined;
  /** The program. It holds no secret: credentials, and what the file takes from outside, come from its environment. */
  readonly write: (request: CodeRequest) => string;
}
