/** What is found in one request; looked for once, until the request, or what it was compared with, changes. */
import { Asking, type Known } from '../rules/asking.ts';
import { lintRequest } from '../rules/lint.ts';
import type { LintSettings } from '../rules/settings.ts';
import { factsFor } from '../facts.ts';
import type { ScratchRequest } from '../scratch/model.ts';
import { atOnce, type Steps } from '../steps.ts';
import type { Requests } from '../subject/requests.ts';
import { ownText } from '../xml/ownText.ts';
import type { Finding } from './finding.ts';
import { FindingMemory, type LookedAt } from './findingMemory.ts';
import { bringBack, keep } from './keptFindings.ts';
import { messageProblems } from './messageProblems.ts';
import { schemaProblems } from './schemaProblems.ts';
import type { Inspection, RequestInspection, RequestSource } from './source.ts';

function* lint({ subject, catalogue, lint: settings, known }: RequestInspection): Steps<Finding[]> {
  return subject === undefined ? [] : yield* lintRequest(subject, { catalogue, settings, known });
}

/** One row each: finding something more in a request is adding a row. */
const sources: readonly RequestSource[] = [messageProblems, schemaProblems, lint];

const requestsLookedAt = new FindingMemory();

/** Finds what there is to be found in the requests of one version of a file. */
export class RequestFindings {
  private readonly inspection: Inspection & { readonly lint: LintSettings };
  private readonly requests: Requests;
  private readonly variables: string;

  constructor(inspection: Inspection & { readonly lint: LintSettings }, requests: Requests) {
    this.inspection = inspection;
    this.requests = requests;
    const { variables } = inspection.file;
    this.variables = ownText(variables.map(({ name, value }) => `${name} ${value}`).join('\n'));
  }

  *of(request: ScratchRequest): Steps<Finding[]> {
    const { root } = request;
    if (root === undefined) return [];
    const { file, catalogue, lint: settings } = this.inspection;
    const place = { start: request.range.start, variables: file.variables };
    const heading = file.text.slice(request.range.start, root.range.start);
    const lookedAt = (above: string): LookedAt => ({
      ...{ element: root, catalogue },
      basis: [settings, request.wellFormed, above, this.variables],
    });
    const earlier = requestsLookedAt.recall(lookedAt(heading), () => this.knownOf(request));
    if (earlier !== undefined) {
      return bringBack(earlier, place, () => atOnce(look(this.inspectionOf(request))));
    }
    const inspection = this.inspectionOf(request);
    const found = yield* look(inspection);
    requestsLookedAt.remember(lookedAt(ownText(heading)), inspection.known.asked, keep(found, place));
    return found;
  }

  private inspectionOf(request: ScratchRequest): RequestInspection {
    const { file, catalogue, lint: settings } = this.inspection;
    const subject = this.requests.subjectOf(request);
    const known = new Asking(this.knownOf(request));
    return { request, text: file.text, catalogue, lint: settings, subject, known };
  }

  private knownOf(request: ScratchRequest): Known {
    return { facts: factsFor(request, this.inspection.facts), requests: this.requests };
  }
}

function* look(inspection: RequestInspection): Steps<Finding[]> {
  const found: Finding[] = [];
  for (const source of sources) for (const finding of yield* source(inspection)) found.push(finding);
  return found;
}
