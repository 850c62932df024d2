/** Finds the variables that a text uses, and gives them their values. */
import type { TextRange } from '../xml/node.ts';
import type { FileVariable, VariableProblem, VariableResult, VariableUse } from './model.ts';
import { systemVariable, type SystemContext } from './systemVariables.ts';

const use = /\{\{\{([^{}]*)\}\}\}|\{\{([^{}]*)\}\}/g;

/** Every use of a variable in the text. */
export function findUses(text: string): VariableUse[] {
  return [...text.matchAll(use)].map((match) => ({
    expression: (match[1] ?? match[2] ?? '').trim(),
    raw: match[1] !== undefined,
    range: { start: match.index, end: match.index + match[0].length },
  }));
}

/** Gives variables of one file their values. File variables may use those that stand above them, and system variables. */
export class VariableResolver {
  private readonly variables: ReadonlyMap<string, FileVariable>;
  private readonly context: SystemContext;

  constructor(variables: readonly FileVariable[], context: SystemContext) {
    this.variables = new Map(variables.map((variable) => [variable.name, variable]));
    this.context = context;
  }

  /** The value of what stands between the braces. */
  resolve(expression: string, path: readonly string[] = []): VariableResult {
    if (expression.startsWith('$')) return systemVariable(expression, this.context);
    const variable = this.variables.get(expression);
    if (variable === undefined) {
      return { problem: { kind: 'unknown-variable', message: `The variable ${expression} has no value.` } };
    }
    if (path.includes(expression)) {
      const circle = [...path.slice(path.indexOf(expression)), expression].join(' → ');
      return {
        problem: { kind: 'circular-variable', message: `These variables need each other: ${circle}.` },
      };
    }
    return this.expand(variable.value, [...path, expression]);
  }

  private expand(text: string, path: readonly string[]): VariableResult {
    let result = '';
    let from = 0;
    for (const { expression, range } of findUses(text)) {
      const inner = this.resolve(expression, path);
      if ('problem' in inner) return inner;
      result += text.slice(from, range.start) + inner.value;
      from = range.end;
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
