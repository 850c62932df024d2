/** One section of a scratch file as it is understood by itself, wherever in the file it stands. */
import type { Steps } from '../steps.ts';
import { buildInSteps } from '../xml/build.ts';
import type { GreenNode } from '../xml/green.ts';
import type { TextRange, XmlNode } from '../xml/node.ts';
import { ownText } from '../xml/ownText.ts';
import { placeXml } from '../xml/parse.ts';
import { editWithin, wholeElements, type TextEdit } from '../xml/reuse.ts';
import { update } from '../xml/update.ts';
import { checkOwnDirectives } from './checkDirectives.ts';
import type { Directive, FileVariable, Problem, ProblemCode, VariableUse } from './model.ts';
import { readSection, type Line, type Section } from './sections.ts';
import { findUses } from './variables.ts';

/** All offsets count from the beginning of the section. */
export interface Reading {
  readonly width: number;
  readonly title: string;
  /** Of `# @name`; undefined when it has none. */
  readonly name: string | undefined;
  readonly bodyRange: TextRange;
  readonly green: readonly GreenNode[];
  readonly wellFormed: boolean;
  readonly directives: readonly Directive[];
  readonly variables: readonly FileVariable[];
  readonly uses: readonly VariableUse[];
  readonly problems: readonly Problem[];
  /** True when another request follows it. */
  readonly leads: boolean;
  /** False for one with nothing but variables and comments in it. */
  readonly isRequest: boolean;
}

/** An edit of a section that has been read before. */
export interface SectionEdit {
  readonly before: Reading;
  /** Counts from the beginning of the section. */
  readonly edit: TextEdit;
}

type Report = (code: ProblemCode, message: string, range: TextRange) => void;

/** @param edited what makes it faster, and changes nothing else */
export function* read(text: string, edited?: SectionEdit): Steps<Reading> {
  const section = readSection(text);
  const { bodyRange } = section;
  const problems: Problem[] = [];
  const report: Report = (code, message, range) => {
    problems.push({ code, message, range, severity: 'error' });
  };
  const directives: Directive[] = [];
  const variables: FileVariable[] = [];
  for (const line of section.preamble) readPreambleLine(line, { variables, directives, report });
  const isEmpty = bodyRange.start === bodyRange.end;
  const isRequest = !isEmpty || directives.length > 0 || section.title !== undefined;
  const green = isRequest ? yield* readBody(text, bodyRange, edited) : [];
  const { nodes, problems: xmlProblems } = placeXml(green, text, bodyRange.start);
  for (const { message, range } of xmlProblems) report('xml', message, range);
  checkTop(nodes, report);
  if (isRequest && nodes.every(({ kind }) => kind !== 'element'))
    reportNoRequest(section, directives, report);
  return {
    width: text.length,
    title: ownText(section.title ?? ''),
    name: nameIn(directives),
    bodyRange,
    green,
    wellFormed: xmlProblems.length === 0,
    directives,
    variables,
    uses: findUses(text),
    problems: [...problems, ...checkOwnDirectives(directives)],
    leads: directives.some(({ name }) => name === 'onSuccess'),
    isRequest,
  };
}

function nameIn(directives: readonly Directive[]): string | undefined {
  const name = directives.find((directive) => directive.name === 'name')?.value;
  return name === '' ? undefined : name;
}

function* readBody(
  text: string,
  { start, end }: TextRange,
  edited?: SectionEdit,
): Steps<readonly GreenNode[]> {
  const body = text.slice(start, end);
  if (edited === undefined) return (yield* buildInSteps(body)).nodes;
  const { before, edit } = edited;
  const old = before.bodyRange;
  const moved = edit.newEnd - edit.oldEnd;
  const isAbove = edit.newEnd <= start && old.start === start - moved && old.end === end - moved;
  const isBelow = edit.start >= end && old.start === start && old.end === end;
  if (isAbove || isBelow) return before.green;
  const isInside =
    edit.start >= start && edit.newEnd <= end && old.start === start && old.end === end - moved;
  const own = editWithin(edit, start);
  if (isInside) return update(before.green, body, own);
  const known = wholeElements(before.green, old.start - start, own);
  return (yield* buildInSteps(ownText(body), known)).nodes;
}

interface Preamble {
  readonly variables: FileVariable[];
  readonly directives: Directive[];
  readonly report: Report;
}

const directivePattern = /^\s*(?:#|\/\/)\s*@([\w-]+)[ \t]*(.*?)\s*$/d;
const variablePattern = /^\s*@([\w-]+)\s*=[ \t]*(.*?)\s*$/d;
const commentPattern = /^\s*(#|\/\/)/;

function readPreambleLine(line: Line, { variables, directives, report }: Preamble): void {
  const directive = directivePattern.exec(line.text);
  const variable = directive === null ? variablePattern.exec(line.text) : null;
  const range = { start: line.start, end: line.start + line.text.length };
  if (directive !== null) {
    directives.push({ ...namedValue(directive, line.start), range });
  } else if (variable !== null) {
    variables.push(namedValue(variable, line.start));
  } else if (line.text.trim() !== '' && !commentPattern.test(line.text)) {
    report('no-request', 'Expected a comment, a directive, a variable, or the XML of a request.', range);
  }
}

function namedValue(match: RegExpExecArray, offset: number): FileVariable {
  const [, name = '', value = ''] = match;
  const [, [nameStart, nameEnd] = [0, 0], [valueStart, valueEnd] = [0, 0]] = match.indices ?? [];
  return {
    name: ownText(name),
    value: ownText(value),
    nameRange: { start: offset + nameStart, end: offset + nameEnd },
    valueRange: { start: offset + valueStart, end: offset + valueEnd },
  };
}

/** A request is one element, with nothing but comments around it. */
function checkTop(nodes: readonly XmlNode[], report: Report): void {
  const [, second] = nodes.filter((node) => node.kind === 'element');
  if (second !== undefined) {
    const message = 'A request is one element. Write ### on a line of its own between two.';
    report('more-than-one-element', message, second.nameRange);
  }
  for (const node of nodes) {
    const isStray = node.kind === 'text' && node.text.trim() !== '' && !node.text.startsWith('</');
    if (isStray) report('xml', 'There is text outside of the request’s element.', node.range);
  }
}

function reportNoRequest(section: Section, directives: readonly Directive[], report: Report): void {
  const { bodyRange, titleRange } = section;
  const [directive] = directives;
  if (bodyRange.start < bodyRange.end) report('no-request', 'There is no XML element here.', bodyRange);
  else if (directive !== undefined) {
    report('no-request', 'These directives have no request below them.', titleRange ?? directive.range);
  }
}
