/** What named requests sent and got back, for `{{name.response.body.XPATH}}`. */
import {
  XPathSubject,
  type ResultLookup,
  type ResultReference,
  type VariableResult,
} from '../language/index.ts';
import { areLarge, evaluateHere, type Evaluate, type Evaluated } from './evaluate.ts';

/** One run of a named request: envelopes without a token. */
export interface NamedResult {
  readonly request: string;
  /** One for each answer. */
  readonly responses: readonly string[];
}

/** One part of a result: what was sent, or what came back. */
interface Part {
  readonly texts: readonly string[];
  readonly subject: XPathSubject;
  /** What was found in it before, by XPath. */
  readonly found: Map<string, Evaluated>;
}

type Kept = Readonly<Record<ResultReference['part'], Part>>;

/** Longest text that a variable takes over as a whole, in characters. */
const longest = 5_000_000;

export class NamedResults {
  private readonly kept = new Map<string, Kept>();
  private readonly evaluateLarge: Evaluate | undefined;
  /** What could not be given at once. */
  private open: { readonly part: Part; readonly xpath: string } | undefined;

  /** @param evaluateLarge evaluates on large results; without it, whoever asks waits for them. */
  constructor(evaluateLarge?: Evaluate) {
    this.evaluateLarge = evaluateLarge;
  }

  keep(name: string, { request, responses }: NamedResult): void {
    this.kept.set(name, { request: partOf([request]), response: partOf(responses) });
  }

  has(name: string): boolean {
    return this.kept.has(name);
  }

  /**
   * Gives references their values; a reference to a request that has not been run says that it needs it. What is wanted
   * of a large result is a problem until `findOpen` has looked for it.
   */
  readonly lookup: ResultLookup = (reference) => {
    const part = this.kept.get(reference.name)?.[reference.part];
    if (part !== undefined) return this.valueIn(part, reference);
    const message = `The result of ${reference.name} is needed here, and it has not been run yet.`;
    return { problem: { kind: 'unknown-variable', message, needs: reference.name } };
  };

  /** Looks for what `lookup` left open; false when that is nothing, or it was cancelled. */
  async findOpen(signal?: AbortSignal): Promise<boolean> {
    const { open, evaluateLarge } = this;
    if (open === undefined || evaluateLarge === undefined) return false;
    this.open = undefined;
    const { part, xpath } = open;
    const [found] = await evaluateLarge(part.texts, [xpath], signal);
    if (found === undefined || signal?.aborted === true) return false;
    part.found.set(xpath, found);
    return true;
  }

  private valueIn(part: Part, reference: ResultReference): VariableResult {
    const { xpath } = reference;
    if (xpath === '*') return wholeOf(part, reference);
    const known = part.found.get(xpath);
    if (known !== undefined) return valueOf(known, reference);
    if (this.evaluateLarge !== undefined && areLarge(part.texts)) {
      this.open = { part, xpath };
      return problem(`${xpath} has not been looked for in ${whatOf(reference)} yet.`);
    }
    const [found] = evaluateHere(part.subject, [xpath]);
    return valueOf(found ?? { problem: 'there is no value' }, reference);
  }
}

function partOf(texts: readonly string[]): Part {
  return { texts, subject: new XPathSubject(texts), found: new Map() };
}

function whatOf({ name, part }: ResultReference): string {
  return part === 'request' ? `what ${name} sent` : `the answer to ${name}`;
}

function wholeOf({ texts: [text = ''] }: Part, reference: ResultReference): VariableResult {
  return text.length <= longest
    ? { value: text }
    : problem(`${whatOf(reference)} is too long to be put in here.`);
}

function valueOf(found: Evaluated, reference: ResultReference): VariableResult {
  const what = whatOf(reference);
  if ('problem' in found)
    return problem(`${reference.xpath} cannot be evaluated on ${what}: ${found.problem}`);
  const { text, nodes } = found.value;
  return nodes === 0 ? problem(`${reference.xpath} finds nothing in ${what}.`) : { value: text };
}

function problem(message: string): VariableResult {
  return {
    problem: { kind: 'unknown-variable', message: message.charAt(0).toUpperCase() + message.slice(1) },
  };
}
