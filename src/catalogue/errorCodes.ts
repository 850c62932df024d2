/** What the numbers in results and faults mean, in our own words, and what to do about them where that is known. */
import data from './data/errorCodes.json' with { type: 'json' };

export interface ErrorCodeFacts {
  /** What the code is about: an object, or `request` for all of them. */
  readonly about: string;
  readonly meaning: string;
  /** What to do; undefined where nobody has said. */
  readonly advice?: string;
}

/** Between meaning and advice in the data. */
const separator = '|';

const byCode: ReadonlyMap<number, ErrorCodeFacts> = new Map(
  Object.entries(data.codes).flatMap(([about, codes]) =>
    Object.entries(codes).map(([code, text]) => [Number(code), readFacts(about, text)] as const),
  ),
);

function readFacts(about: string, text: string): ErrorCodeFacts {
  const [meaning = '', advice] = text.split(separator);
  return { about, meaning, ...(advice === undefined ? {} : { advice }) };
}

const bySubscriberCode: ReadonlyMap<string, string> = new Map(Object.entries(data.subscriberFailures));

/** The facts of an error code of a result, or of a fault's detail; undefined for a code that is not documented. */
export function errorCodeFacts(code: number): ErrorCodeFacts | undefined {
  return byCode.get(code);
}

/** What the code of a single subscriber of a triggered send means; undefined for one that is not documented. */
export function subscriberFailure(code: string): string | undefined {
  return bySubscriberCode.get(code);
}

/** All codes, for those who list them. */
export function errorCodeNumbers(): readonly number[] {
  return [...byCode.keys()];
}
