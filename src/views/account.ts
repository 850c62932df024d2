/** What views need of the account that is connected: a name, a business unit, and a client that is made when needed. */
import type { SoapClient } from '../soap/index.ts';

export interface Account {
  /** Of the connection; with `mid` it tells accounts apart. */
  readonly connectionId: string;
  /** MID of the business unit. */
  readonly mid: number;
  /** Connection and business unit for a person, e.g. "Northwind · Northwind UK". */
  readonly label: string;
  /** True when the person has marked the connection so: what cannot be taken back asks for more. */
  readonly isProduction?: boolean;
  /** True when the person has marked the connection so: nothing is written through it. */
  readonly isReadOnly?: boolean;
  readonly client: () => Promise<SoapClient>;
}

/** Tells accounts apart. */
export function accountKey({ connectionId, mid }: Pick<Account, 'connectionId' | 'mid'>): string {
  return `${connectionId}/${String(mid)}`;
}

/** What a person is told of an error: one line of what happened, and what to do. */
export interface ErrorText {
  readonly title: string;
  readonly advice: string;
  /** The service's own words, where it had some. */
  readonly serverMessage?: string;
}

export type DescribeError = (error: unknown) => ErrorText;
