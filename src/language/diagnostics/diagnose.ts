/** Everything that is found in a scratch file. */
import { lintFile } from '../rules/lint.ts';
import { defaultLintSettings } from '../rules/settings.ts';
import { atOnce, type Steps } from '../steps.ts';
import { Requests } from '../subject/requests.ts';
import type { Finding } from './finding.ts';
import { presentable } from './presentable.ts';
import { RequestFindings } from './requestFindings.ts';
import { scratchProblems } from './scratchProblems.ts';
import type { FileSource, Inspection } from './source.ts';
import { variableProblems } from './variableProblems.ts';

const lint: FileSource = ({ lint: settings = defaultLintSettings }, requests) => lintFile(requests, settings);

/** One row each: finding something more in the file as a whole is adding a row. */
const fileSources: readonly FileSource[] = [scratchProblems, variableProblems, lint];

/** The findings of the file in the order of the text. What was found in an earlier version, and still is, is there at once. */
export function diagnose(inspection: Inspection): Finding[] {
  return atOnce(diagnoseInSteps(inspection));
}

/** The same in steps. */
export function* diagnoseInSteps(inspection: Inspection): Steps<Finding[]> {
  const { file, catalogue, lint: settings = defaultLintSettings } = inspection;
  const requests = new Requests(file, catalogue);
  const inRequests = new RequestFindings({ ...inspection, lint: settings }, requests);
  const findings: Finding[] = [];
  for (const source of fileSources) {
    for (const finding of yield* source(inspection, requests)) findings.push(finding);
  }
  for (const request of file.requests) {
    for (const finding of yield* inRequests.of(request)) findings.push(finding);
    yield;
  }
  return presentable(findings, file, settings.pages);
}
