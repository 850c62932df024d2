/** `{{name.response.body.XPATH}}`: what a named request sent, and what came back. */
import { isXPath } from '../xpath/xpath.ts';
import type { ScratchFile, VariableResult } from './model.ts';

/** Which part of a run a variable reads. */
export interface ResultReference {
  /** Name of the request. */
  readonly name: string;
  readonly part: 'request' | 'response';
  /** XPath into the envelope; `*` for the whole of it. */
  readonly xpath: string;
}

/** Gives references their values. */
export type ResultLookup = (reference: ResultReference) => VariableResult;

const pattern = /^([A-Za-z_][\w-]*)\.(request|response)\.body\.(.+)$/s;

/** Reads an expression as a reference; undefined when it is another kind of variable. */
export function resultReference(expression: string): ResultReference | undefined {
  const [, name = '', part, xpath = ''] = pattern.exec(expression) ?? [];
  return part === 'request' || part === 'response' ? { name, part, xpath: xpath.trim() } : undefined;
}

/** A lookup for checking alone: nothing has been run, so all that can be wrong is the name and the XPath. */
export function checkReferences({ requests }: Pick<ScratchFile, 'requests'>): ResultLookup {
  const names = new Set(requests.flatMap(({ name }) => name ?? []));
  return ({ name, xpath }) => {
    if (!names.has(name)) {
      return unknown(`There is no request named ${name} in this file. Name it with # @name ${name}.`);
    }
    return xpath === '*' || isXPath(xpath) ? { value: '' } : unknown(`${xpath} is not an XPath expression.`);
  };
}

function unknown(message: string): VariableResult {
  return { problem: { kind: 'unknown-variable', message } };
}
