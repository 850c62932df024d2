/** What named requests sent and got back, for `{{name.response.body.XPATH}}`. */
import {
  XPathSubject,
  type ResultLookup,
  type ResultReference,
  type VariableResult,
} from '../language/index.ts';

/** One run of a named request: envelopes without a token. */
export interface NamedResult {
  readonly request: string;
  /** One for each answer. */
  readonly responses: readonly string[];
}

interface Kept {
  readonly result: NamedResult;
  readonly request: XPathSubject;
  readonly response: XPathSubject;
}

/** Longest text that a variable takes over as a whole, in characters. */
const longest = 5_000_000;

export class NamedResults {
  private readonly kept = new Map<string, Kept>();

  keep(name: string, result: NamedResult): void {
    this.kept.set(name, {
      result,
      request: new XPathSubject([result.request]),
      response: new XPathSubject(result.responses),
    });
  }

  has(name: string): boolean {
    return this.kept.has(name);
  }

  /** Gives references their values; a reference to a request that has not been run says that it needs it. */
  readonly lookup: ResultLookup = (reference) => {
    const kept = this.kept.get(reference.name);
    if (kept !== undefined) return valueOf(kept, reference);
    const message = `The result of ${reference.name} is needed here, and it has not been run yet.`;
    return { problem: { kind: 'unknown-variable', message, needs: reference.name } };
  };
}

function valueOf(kept: Kept, { name, part, xpath }: ResultReference): VariableResult {
  const what = part === 'request' ? `what ${name} sent` : `the answer to ${name}`;
  if (xpath === '*') {
    const text = part === 'request' ? kept.result.request : (kept.result.responses[0] ?? '');
    return text.length <= longest ? { value: text } : problem(`${what} is too long to be put in here.`);
  }
  try {
    const { text, nodes } = kept[part].evaluate(xpath);
    return nodes === 0 ? problem(`${xpath} finds nothing in ${what}.`) : { value: text };
  } catch (error) {
    return problem(
      `${xpath} cannot be evaluated on ${what}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function problem(message: string): VariableResult {
  return {
    problem: { kind: 'unknown-variable', message: message.charAt(0).toUpperCase() + message.slice(1) },
  };
}
