/** Where the names of a file are given and used: variables, and named requests. */
import type { ScratchFile } from '../scratch/model.ts';
import { touches, type TextRange } from '../xml/node.ts';

export interface Occurrence {
  readonly kind: 'variable' | 'request';
  readonly name: string;
  /** Of the name alone. */
  readonly range: TextRange;
  /** True where it is given. */
  readonly isDefinition: boolean;
}

/** What a name may be. */
export const namePattern = /^[A-Za-z_][\w-]*$/;

/** In no order. @param part what their variable, request or use must touch; all of them when left out. */
export function occurrencesIn(file: ScratchFile, part?: TextRange): Occurrence[] {
  const { variables, requests, uses } = file;
  const isWanted = (range: TextRange): boolean => part === undefined || touches(range, part);
  return [
    ...definedVariables(variables.filter(({ nameRange }) => isWanted(nameRange))),
    ...namesInDirectives(requests.filter(({ range }) => isWanted(range))),
    ...namesInUses(
      uses.filter(({ range }) => isWanted(range)),
      file.text,
    ),
  ];
}

/** The one at an offset. */
export function occurrenceAt(file: ScratchFile, offset: number): Occurrence | undefined {
  const here = { start: offset, end: offset };
  return occurrencesIn(file, here).find(({ range }) => touches(range, here));
}

/** All that are about the same thing. */
export function sameAs(wanted: Occurrence, file: ScratchFile): Occurrence[] {
  return occurrencesIn(file)
    .filter(({ kind, name }) => kind === wanted.kind && name === wanted.name)
    .sort((a, b) => a.range.start - b.range.start);
}

function definedVariables(variables: ScratchFile['variables']): Occurrence[] {
  return variables.map(({ name, nameRange }) => ({
    kind: 'variable',
    name,
    range: nameRange,
    isDefinition: true,
  }));
}

/** What stands before the name in the value of a directive, and what the name means. */
const namingDirectives: Readonly<
  Record<string, readonly [lead: RegExp, kind: Occurrence['kind'], isDefinition: boolean]>
> = {
  name: [/^/, 'request', true],
  prompt: [/^/, 'variable', true],
  onSuccess: [/^run\s+/, 'request', false],
};

function namesInDirectives(requests: ScratchFile['requests']): Occurrence[] {
  return requests
    .flatMap(({ directives }) => directives)
    .flatMap(({ name: directive, value, valueRange }) => {
      const row = Object.hasOwn(namingDirectives, directive) ? namingDirectives[directive] : undefined;
      const lead = row?.[0].exec(value)?.[0];
      if (row === undefined || lead === undefined) return [];
      const name = /^\S*/.exec(value.slice(lead.length))?.[0] ?? '';
      const start = valueRange.start + lead.length;
      const [, kind, isDefinition] = row;
      return namePattern.test(name)
        ? [{ kind, name, range: { start, end: start + name.length }, isDefinition }]
        : [];
    });
}

function namesInUses(uses: ScratchFile['uses'], text: string): Occurrence[] {
  return uses.flatMap(({ expression, range }) => {
    const result = /^([A-Za-z_][\w-]*)\.(?:request|response)\./.exec(expression)?.[1];
    const name = result ?? expression;
    if (!namePattern.test(name)) return [];
    const start = text.indexOf(name, range.start);
    const kind = result === undefined ? 'variable' : 'request';
    return [{ kind, name, range: { start, end: start + name.length }, isDefinition: false }];
  });
}
