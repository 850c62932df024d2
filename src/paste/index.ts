/** Turns what people have of a request elsewhere into requests of a scratch file. One row for each kind of text. */
import { fromAmpscript } from './ampscript.ts';
import { fromCurl } from './curl.ts';
import { fromEnvelope } from './envelope.ts';
import { fromPostman } from './postman.ts';
import { fromWsProxy } from './wsProxy.ts';

interface PasteKind {
  /** What the text is, for a person. */
  readonly label: string;
  /** Requests of a scratch file; undefined when the text is something else. Never throws. */
  readonly convert: (text: string) => string | undefined;
}

const kinds: readonly PasteKind[] = [
  { label: 'SOAP envelope', convert: fromEnvelope },
  { label: 'cURL command', convert: fromCurl },
  { label: 'Postman request', convert: fromPostman },
  { label: 'SSJS WSProxy call', convert: fromWsProxy },
  { label: 'AMPscript API call', convert: fromAmpscript },
];

/** Longest text that is looked at, in characters. */
const longest = 5_000_000;

/** The requests that a text stands for, and what kind of text it is; undefined when it is none of them. */
export function toRequests(text: string): { readonly label: string; readonly requests: string } | undefined {
  if (text.length > longest) return undefined;
  for (const { label, convert } of kinds) {
    const requests = convert(text);
    if (requests !== undefined) return { label, requests };
  }
  return undefined;
}
