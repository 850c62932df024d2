/** Looks at the requests of a scratch file with every rule that is not switched off. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { Finding, Severity } from '../diagnostics/finding.ts';
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
export function* lintFile(requests: Requests, settings: LintSettings): Steps<Finding[]> {
  const found: Finding[] = [];
  for (const rule of rules) {
    const severity = severityOf(rule, settings);
    if (rule.checkFile === undefined || severity === 'off') continue;
    for (const finding of yield* rule.checkFile(requests)) found.push(asFinding(finding, rule, severity));
  }
  return found;
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
  settings: LintSettings,
  look: () => Iterable<RuleFinding> | undefined,
): Finding[] {
  const severity = severityOf(rule, settings);
  if (severity === 'off') return [];
  return [...(look() ?? [])].map((finding) => asFinding(finding, rule, severity));
}

function severityOf({ code, severity }: Rule, { severities }: LintSettings): Severity | 'off' {
  return severities[code] ?? severity;
}

function asFinding(finding: RuleFinding, { code }: Rule, severity: Severity): Finding {
  return { ...finding, code, severity };
}
