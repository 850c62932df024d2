/** What a type of extract is: its parameters, and the file that it writes. */
import type { Account } from '../../org/account.ts';
import type { Org } from '../../org/org.ts';

export interface ExtractParameter {
  readonly name: string;
  readonly type: 'datetime' | 'bool' | 'string' | 'integer';
  readonly isOptional: boolean;
}

export interface ExtractContext {
  readonly org: Org;
  readonly account: Account;
  /** When the extract runs. */
  readonly now: number;
  /** The text of a parameter; names are compared without regard to case. Undefined when it is missing or empty. */
  readonly parameter: (name: string) => string | undefined;
}

export interface ExtractType {
  /** The GUID that a request names. */
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly ExtractParameter[];
  /** The scope that it takes. */
  readonly scope: string;
  /** The bytes of the file; a sentence when there is none. */
  run(context: ExtractContext): Buffer | string;
}

export const required = (name: string, type: ExtractParameter['type'] = 'string'): ExtractParameter => ({
  name,
  type,
  isOptional: false,
});

export const optional = (name: string, type: ExtractParameter['type'] = 'string'): ExtractParameter => ({
  name,
  type,
  isOptional: true,
});

export function isTrue(text: string | undefined): boolean {
  return text?.toLowerCase() === 'true' || text === '1';
}
