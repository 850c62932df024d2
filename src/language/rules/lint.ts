/** Looks at the requests of a scratch file with every rule that is not switched off. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { FindingMemory } from '../diagnostics/findingMemory.ts';
import { bringBack, keep } from '../diagnostics/keptFindings.ts';
import type { Steps } from '../steps.ts';
import type { Requests } from '../subject/requests.ts';
import type { Subject, TypedElement } from '../subject/subject.ts';
import type { Asking } from './asking.ts';
import { rules } from './index.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import type { LintSettings } from './settings.ts';

export interface LintInput {
  readonly catalogue: Catalogue;
  readonly settings: LintSettings;
  readonly known: Asking;
}

/** What the rules find that look at all requests of a file together. */
export function lintFile(requests: Requests, settings: LintSettings): Finding[] {
  return rules.flatMap((rule) => findings(rule, settings, () => rule.checkFile?.(requests)));
}

/** What the rules find in one request. What it asks, it asks `known`. */
export function* lintRequest(subject: Subject, input: LintInput): Steps<Finding[]> {
  const { settings } = input;
  const context = contextOf(input);
  const found = rules.flatMap((rule) => findings(rule, settings, () => rule.check?.(subject, context)));
  for (const finding of lintPart(subject.frame, input)) found.push(finding);
  for (const object of subject.objects) {
    for (const finding of lintObject(subject, object, input)) found.push(finding);
    yield;
  }
  return found;
}

const objectsLookedAt = new FindingMemory();

/** What the rules find in one object of a request; looked at once, until the object or what is around it changes. */
function lintObject(subject: Subject, object: TypedElement, input: LintInput): Finding[] {
  const { element } = object;
  const { catalogue, settings, known } = input;
  const place = { start: element.range.start, variables: subject.file.variables };
  const look = (): Finding[] => lintPart(subject.only(object), input);
  const lookedAt = { element, catalogue, basis: [subject.surroundings, settings] };
  const earlier = objectsLookedAt.recall(lookedAt, () => known);
  if (earlier !== undefined) return bringBack(earlier, place, look);
  const { result: found, asked } = known.during(look);
  objectsLookedAt.remember(lookedAt, asked, keep(found, place));
  return found;
}

function lintPart(part: Subject, input: LintInput): Finding[] {
  const context = contextOf(input);
  return rules.flatMap((rule) => findings(rule, input.settings, () => rule.checkPart?.(part, context)));
}

function contextOf({ catalogue, known: { facts, requests } }: LintInput): RuleContext {
  return { catalogue, facts, requests };
}

/** Findings of a rule as they are shown. */
function findings(
  rule: Rule,
  { severities, pages }: LintSettings,
  look: () => Iterable<RuleFinding> | undefined,
): Finding[] {
  const severity = severities[rule.code] ?? rule.severity;
  if (severity === 'off') return [];
  const href = pages === undefined ? {} : { href: `${pages}${rule.code}.md` };
  return [...(look() ?? [])].map((finding) => ({ ...finding, code: rule.code, severity, ...href }));
}
