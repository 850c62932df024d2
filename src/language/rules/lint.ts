/** Looks at every request of a scratch file with every rule that is not switched off. */
import type { Finding } from '../diagnostics/finding.ts';
import type { DiagnosticsSource } from '../diagnostics/source.ts';
import { factsFor } from '../facts.ts';
import { Requests } from '../subject/requests.ts';
import type { Subject } from '../subject/subject.ts';
import { rules } from './index.ts';
import type { Rule, RuleContext } from './rule.ts';
import { defaultLintSettings } from './settings.ts';
import { readSilences, silenceFix } from './silence.ts';

/** More of one kind in one file than a person would read, and than an editor shows with ease. */
const mostOfOneRule = 200;

/** The findings of all rules, in the order of the rules. */
export const lint: DiagnosticsSource = ({ file, catalogue, facts, lint: settings = defaultLintSettings }) => {
  const requests = new Requests(file, catalogue);
  const contexts = requests.all.map((subject) => ({
    subject,
    context: { catalogue, requests, facts: factsFor(subject.request, facts) },
  }));
  const isSilenced = readSilences(file.text);
  return rules.flatMap((rule) => {
    const severity = settings.severities[rule.code] ?? rule.severity;
    if (severity === 'off') return [];
    return findingsOf(rule, contexts)
      .filter(({ code, range }) => !isSilenced(code, range.start))
      .slice(0, mostOfOneRule)
      .map((finding) => ({
        ...finding,
        severity,
        ...(settings.pages === undefined ? {} : { href: `${settings.pages}${rule.code}.md` }),
        fixes: () => [...(finding.fixes?.() ?? []), silenceFix(file.text, rule.code, finding.range)],
      }));
  });
};

/** What several requests have in common, such as a variable, is found once. */
function findingsOf(
  rule: Rule,
  contexts: readonly { readonly subject: Subject; readonly context: RuleContext }[],
): Omit<Finding, 'severity'>[] {
  const found = new Map<string, Omit<Finding, 'severity'>>();
  for (const { subject, context } of contexts) {
    for (const finding of rule.check(subject, context)) {
      const place = `${String(finding.range.start)}-${String(finding.range.end)}`;
      if (!found.has(place)) found.set(place, { ...finding, code: rule.code });
    }
  }
  return [...found.values()];
}
