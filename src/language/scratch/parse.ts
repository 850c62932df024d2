/** Reads a scratch file. Never fails: whatever the text, there is a result, and what is wrong is in its problems. */
import { childElements, localName, type TextRange, type XmlElementNode, type XmlNode } from '../xml/node.ts';
import type { ParsedXml } from '../xml/parse.ts';
import { Bodies } from './bodies.ts';
import { checkDirectives } from './checkDirectives.ts';
import type { Directive, FileVariable, Problem, ProblemCode, ScratchFile, ScratchRequest } from './model.ts';
import { splitSections, type Line, type Section } from './sections.ts';
import { findUses } from './variables.ts';

/** What each file's XML was read by, for the next version of it. */
const bodiesOf = new WeakMap<ScratchFile, Bodies>();

/**
 * Reads the whole text.
 * @param previous an earlier version of the file: the result is the same with it, and there sooner.
 */
export function parseScratch(text: string, previous?: ScratchFile): ScratchFile {
  const bodies = new Bodies(text, previous === undefined ? undefined : bodiesOf.get(previous));
  const problems: Problem[] = [];
  const report = (code: ProblemCode, message: string, range: TextRange): void => {
    problems.push({ code, message, range, severity: 'error' });
  };
  const variables: FileVariable[] = [];
  const requests: ScratchRequest[] = [];
  for (const section of splitSections(text)) {
    const directives: Directive[] = [];
    for (const line of section.preamble) readPreambleLine(line, { variables, directives, report });
    const isEmpty = section.bodyRange.start === section.bodyRange.end;
    if (isEmpty && directives.length === 0 && section.title === undefined) continue;
    requests.push(readRequest(bodies.parse(section.bodyRange), section, directives, report));
  }
  problems.push(...checkDirectives(requests));
  problems.sort((a, b) => a.range.start - b.range.start);
  const file = { text, variables, requests, uses: findUses(text), problems };
  bodiesOf.set(file, bodies);
  return file;
}

/** The request whose section holds this offset. */
export function requestAt(file: ScratchFile, offset: number): ScratchRequest | undefined {
  return file.requests.find(({ range }) => offset >= range.start && offset <= range.end);
}

type Report = (code: ProblemCode, message: string, range: TextRange) => void;

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
    name,
    value,
    nameRange: { start: offset + nameStart, end: offset + nameEnd },
    valueRange: { start: offset + valueStart, end: offset + valueEnd },
  };
}

function readRequest(
  { nodes, problems }: ParsedXml,
  section: Section,
  directives: readonly Directive[],
  report: Report,
): ScratchRequest {
  const { bodyRange, range } = section;
  for (const problem of problems) report('xml', problem.message, problem.range);
  checkTop(nodes, report);
  const root = nodes.find((node) => node.kind === 'element');
  if (root === undefined) reportNoRequest(section, directives, report);
  const name = directives.find((directive) => directive.name === 'name')?.value;
  return {
    title: section.title ?? '',
    range,
    directives,
    bodyRange,
    wellFormed: problems.length === 0,
    ...(root === undefined ? {} : { root }),
    ...(name === undefined || name === '' ? {} : { name }),
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

/** The message element of a request: its root, or what the body of its envelope holds. */
export function messageOf(root: XmlElementNode): XmlElementNode | undefined {
  if (localName(root.name) !== 'Envelope') return root;
  const body = childElements(root).find((element) => localName(element.name) === 'Body');
  return body === undefined ? undefined : childElements(body)[0];
}
