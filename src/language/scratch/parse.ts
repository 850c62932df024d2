/** Reads a scratch file. Never fails: whatever the text, there is a result, and what is wrong is in its problems. */
import { atOnce, type Steps } from '../steps.ts';
import { childElements, localName, type XmlElementNode } from '../xml/node.ts';
import { checkDirectives } from './checkDirectives.ts';
import type { FileVariable, Problem, ScratchFile, ScratchRequest, VariableUse } from './model.ts';
import { PlacedRequest, placeProblem, placeUse, placeVariable } from './placedRequest.ts';
import { Readings } from './readings.ts';
import { sectionRanges } from './sections.ts';

/** What each file was read by, for the next version of it. */
const readingsOf = new WeakMap<ScratchFile, Readings>();

/**
 * Reads the whole text.
 * @param previous an earlier version of the file: the result is the same with it, and there sooner.
 */
export function parseScratch(text: string, previous?: ScratchFile): ScratchFile {
  return atOnce(parseInSteps(text, previous));
}

/** The same in steps. */
export function* parseInSteps(text: string, previous?: ScratchFile): Steps<ScratchFile> {
  const readings = new Readings(text, previous === undefined ? undefined : readingsOf.get(previous));
  const problems: Problem[] = [];
  const variables: FileVariable[] = [];
  const uses: VariableUse[] = [];
  const requests: ScratchRequest[] = [];
  const leading: ScratchRequest[] = [];
  for (const range of sectionRanges(text)) {
    let reading = readings.known(range);
    if (reading === undefined) {
      reading = yield* readings.read(range);
      yield;
    }
    for (const variable of reading.variables) variables.push(placeVariable(variable, range.start));
    for (const use of reading.uses) uses.push(placeUse(use, range.start));
    for (const problem of reading.problems) problems.push(placeProblem(problem, range.start));
    if (!reading.isRequest) continue;
    const request = new PlacedRequest(reading, range.start, text);
    requests.push(request);
    if (reading.leads) leading.push(request);
  }
  for (const problem of checkDirectives(requests, leading)) problems.push(problem);
  problems.sort((a, b) => a.range.start - b.range.start);
  const file = { text, variables, requests, uses, problems };
  readingsOf.set(file, readings);
  return file;
}

/** The request whose section holds this offset. */
export function requestAt({ requests }: ScratchFile, offset: number): ScratchRequest | undefined {
  let [low, high] = [0, requests.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((requests[middle]?.range.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const request = requests[low];
  return request !== undefined && offset >= request.range.start ? request : undefined;
}

/** The message element of a request: its root, or what the body of its envelope holds. */
export function messageOf(root: XmlElementNode): XmlElementNode | undefined {
  if (localName(root.name) !== 'Envelope') return root;
  const body = childElements(root).find((element) => localName(element.name) === 'Body');
  return body === undefined ? undefined : childElements(body)[0];
}
