/** Finds the variables that a text uses, and gives them their values. */
import type { TextRange } from '../xml/node.ts';
import { ownText } from '../xml/ownText.ts';
import type { FileVariable, VariableProblem, VariableResult, VariableUse } from './model.ts';
import { resultReference, type ResultLookup } from './namedResults.ts';
import { systemVariable, type SystemContext } from './systemVariables.ts';

/** Where variables that the file itself does not define have their values from. Whatever is left out has none. */
export interface VariableContext extends SystemContext {
  /** What was answered to the request's prompts. */
  readonly prompted?: (name: string) => string | undefined;
  /** What has been run. */
  readonly results?: ResultLookup;
  /** What the variables of `environment` come from, for messages, e.g. `staging`. */
  readonly environmentName?: string;
}

const use = /\{\{\{([^{}]*)\}\}\}|\{\{([^{}]*)\}\}/g;

/** Every use of a variable in the text. */
export function findUses(text: string): VariableUse[] {
  if (!text.includes('{{')) return [];
  return [...text.matchAll(use)].map((match) => ({
    expression: ownText((match[1] ?? match[2] ?? '').trim()),
    raw: match[1] !== undefined,
    range: { start: match.index, end: match.index + match[0].length },
  }));
}

/** Variables that need one another, and characters of a value: far more than anybody writes. */
const deepest = 100;
const longest = 10_000_000;

/**
 * Gives variables their values. A prompt's answer comes first, then the file's own variables, which may use any others,
 * then those of the environment, then those of the `.env` file.
 */
export class VariableResolver {
  private readonly variables: ReadonlyMap<string, FileVariable>;
  private readonly context: VariableContext;
  /** What is the same each time, so that a long chain of variables is gone through once. */
  private readonly known = new Map<string, VariableResult>();
  /** Counts what was read that may be another the next time. */
  private changing = 0;

  constructor(variables: readonly FileVariable[], context: VariableContext) {
    this.variables = new Map(variables.map((variable) => [variable.name, variable]));
    this.context = context;
  }

  /** The value of what stands between the braces. */
  resolve(expression: string, path: readonly string[] = []): VariableResult {
    const known = this.known.get(expression);
    if (known !== undefined) return known;
    const before = this.changing;
    const result = this.look(expression, path);
    // A circle looks different from each place in it.
    const isCircle = 'problem' in result && result.problem.kind === 'circular-variable';
    if (this.changing === before && !isCircle) this.known.set(expression, result);
    return result;
  }

  private look(expression: string, path: readonly string[]): VariableResult {
    if (expression.startsWith('$')) {
      this.changing += 1;
      return systemVariable(expression, this.context);
    }
    const prompted = this.context.prompted?.(expression);
    if (prompted !== undefined) return { value: prompted };
    const reference = resultReference(expression);
    if (reference !== undefined) return this.context.results?.(reference) ?? this.unknown(expression);
    const variable = this.variables.get(expression);
    if (variable === undefined) return this.outside(expression);
    if (path.includes(expression)) {
      const circle = [...path.slice(path.indexOf(expression)), expression].join(' → ');
      return {
        problem: { kind: 'circular-variable', message: `These variables need each other: ${circle}.` },
      };
    }
    if (path.length >= deepest) {
      const message = `${expression} is needed by more than ${String(deepest)} variables, one for the other.`;
      return { problem: { kind: 'circular-variable', message } };
    }
    return this.expand(variable.value, [...path, expression]);
  }

  private outside(name: string): VariableResult {
    const { environment, dotenv } = this.context;
    const value = environment?.(name) ?? dotenv?.(name);
    return value === undefined ? this.unknown(name) : { value };
  }

  private unknown(name: string): VariableResult {
    const { environmentName } = this.context;
    const where =
      environmentName === undefined ? '' : `, neither here nor in the environment ${environmentName}`;
    return { problem: { kind: 'unknown-variable', message: `The variable ${name} has no value${where}.` } };
  }

  /** A text with the variables in it filled in, as they are. */
  expand(text: string, path: readonly string[] = []): VariableResult {
    let result = '';
    let from = 0;
    for (const { expression, range } of findUses(text)) {
      const inner = this.resolve(expression, path);
      if ('problem' in inner) return inner;
      result += text.slice(from, range.start) + inner.value;
      from = range.end;
      // Of variables that each use the one before twice, thirty would fill the memory.
      if (result.length > longest) {
        const message = `The value of ${expression} grows beyond ${String(longest)} characters here.`;
        return { problem: { kind: 'circular-variable', message } };
      }
    }
    return { value: result + text.slice(from) };
  }
}

/** A piece of a text with every variable in it replaced, or the first thing that prevented it. */
export function substitute(
  text: string,
  range: TextRange,
  resolver: VariableResolver,
): { readonly text: string } | { readonly problem: VariableProblem; readonly use: VariableUse } {
  const piece = text.slice(range.start, range.end);
  let result = '';
  let from = 0;
  for (const found of findUses(piece)) {
    const value = resolver.resolve(found.expression);
    if ('problem' in value) {
      const { start, end } = found.range;
      const place = { start: range.start + start, end: range.start + end };
      return { problem: value.problem, use: { ...found, range: place } };
    }
    result += piece.slice(from, found.range.start) + (found.raw ? value.value : escapeXml(value.value));
    from = found.range.end;
  }
  return { text: result + piece.slice(from) };
}

/** For element content and attribute values alike. */
function escapeXml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#xD;');
}
