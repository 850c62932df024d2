/** What is found in one request; looked for once, until the request, or what it was compared with, changes. */
import { Asking, stillHolds, type Asked, type Known } from '../rules/asking.ts';
import { lintRequest } from '../rules/lint.ts';
import type { LintSettings } from '../rules/settings.ts';
import { factsFor } from '../facts.ts';
import { ElementMemory } from '../schema/elementMemory.ts';
import type { ScratchRequest } from '../scratch/model.ts';
import { atOnce, type Steps } from '../steps.ts';
import type { Requests } from '../subject/requests.ts';
import type { XmlElementNode } from '../xml/node.ts';
import { ownText } from '../xml/ownText.ts';
import type { Finding } from './finding.ts';
import { bringBack, keep, type KeptFindings } from './keptFindings.ts';
import { messageProblems } from './messageProblems.ts';
import { schemaProblems } from './schemaProblems.ts';
import type { Inspection, RequestInspection, RequestSource } from './source.ts';

function* lint({ subject, catalogue, lint: settings, known }: RequestInspection): Steps<Finding[]> {
  return subject === undefined ? [] : yield* lintRequest(subject, { catalogue, settings, known });
}

/** One row each: finding something more in a request is adding a row. */
const sources: readonly RequestSource[] = [messageProblems, schemaProblems, lint];

interface KeptRequest {
  /** What stands above the root element, and the values of the file's variables. */
  readonly heading: string;
  readonly variables: string;
  readonly settings: LintSettings;
  readonly wellFormed: boolean;
  readonly asked: Asked;
  readonly kept: KeptFindings;
}

const requestsLookedAt = new ElementMemory<KeptRequest>();

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
    const earlier = this.earlier(request, root);
    if (earlier !== undefined) {
      return bringBack(earlier.kept, place, () => atOnce(look(this.inspectionOf(request))));
    }
    const inspection = this.inspectionOf(request);
    const found = yield* look(inspection);
    requestsLookedAt.set(root, catalogue, {
      heading: ownText(file.text.slice(request.range.start, root.range.start)),
      variables: this.variables,
      settings,
      wellFormed: request.wellFormed,
      asked: inspection.known.asked,
      kept: keep(found, place),
    });
    return found;
  }

  /** What was found before, when that still holds. */
  private earlier(request: ScratchRequest, root: XmlElementNode): KeptRequest | undefined {
    const { file, catalogue } = this.inspection;
    const heading = file.text.slice(request.range.start, root.range.start);
    const earlier = requestsLookedAt.get(root, catalogue);
    return earlier !== undefined && this.isUnchanged(earlier, heading, request) ? earlier : undefined;
  }

  private isUnchanged(earlier: KeptRequest, heading: string, request: ScratchRequest): boolean {
    return (
      earlier.settings === this.inspection.lint &&
      earlier.wellFormed === request.wellFormed &&
      earlier.heading === heading &&
      earlier.variables === this.variables &&
      (earlier.asked.size === 0 || stillHolds(earlier.asked, this.knownOf(request)))
    );
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
