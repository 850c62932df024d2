/** What keeps a file from being read, checked or run as it was meant: each code in one line, and a part of `docs/rules/file.md`. */
import type { ProblemCode } from '../scratch/model.ts';

/** A credential can be silenced, so it is among the codes of the schema. */
type FileCode = Exclude<ProblemCode, 'credential-in-file'> | 'too-large';

export const fileCodes: Readonly<Record<FileCode, string>> = {
  xml: 'XML that is not well-formed',
  'no-request': 'Something that is no request where one is expected',
  'more-than-one-element': 'Two elements in one request',
  'unknown-message': 'An element that is no message of the API',
  'unknown-directive': 'A directive that does not exist',
  'directive-value': 'A directive with a value that it does not take',
  'duplicate-directive': 'A directive that is there twice',
  'duplicate-name': 'Two requests of the same name',
  'unknown-name': 'The name of a request that the file does not have',
  'circular-chain': 'Requests that start each other without end',
  'unknown-variable': 'A variable without a value',
  'circular-variable': 'A variable that needs itself',
  'too-large': 'A file that is too large to be looked at while it is written',
};
