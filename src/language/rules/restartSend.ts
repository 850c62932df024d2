/** B11: a running definition is not paused, changed and started again. */
import type { RuleFinding, Rule, RuleContext } from './rule.ts';
import { child, textAt } from '../subject/elements.ts';
import type { NamedObject } from '../subject/requests.ts';
import type { Subject, TypedElement } from '../subject/subject.ts';

const definitionType = 'TriggeredSendDefinition';

/** What a definition sends. */
const content = ['Email', 'EmailSubject', 'DynamicEmailSubject', 'PreHeader'] as const;

const cost =
  'Its tracking is then split over several sends, without totals. Let dynamic content choose what each subscriber gets.';

export const restartSend: Rule = {
  code: 'restart-send',
  rows: ['B11'],
  title: 'Dynamic content instead of pausing, changing and starting again',
  severity: 'warning',
  checkPart: (subject, context) =>
    subject.method === 'Update'
      ? subject.objects
          .filter(({ type }) => type === definitionType)
          .flatMap((definition) => changedWhileRunning(definition, subject, context))
      : [],
};

function changedWhileRunning(
  definition: TypedElement,
  subject: Subject,
  context: RuleContext,
): RuleFinding[] {
  const { element } = definition;
  const changed = content.flatMap((name) => child(element, name) ?? [])[0];
  const key = textAt(element, 'CustomerKey');
  if (changed === undefined || key === undefined) return [];
  const name = changed.name;
  if (stateOf(key, context) === 'Active') {
    return [{ message: `${key} is active, and this changes its ${name}. ${cost}`, range: changed.nameRange }];
  }
  const isRestart =
    textAt(element, 'TriggeredSendStatus') === 'Active' ||
    textAt(element, 'RefreshContent') === 'true' ||
    context.requests.named(definitionType, key).some((other) => pauses(other, key, subject));
  if (!isRestart) return [];
  return [
    { message: `This changes the ${name} of ${key} and starts it again. ${cost}`, range: changed.nameRange },
  ];
}

function stateOf(key: string, { facts }: RuleContext): string | undefined {
  return facts.keys(definitionType)?.keys.find((known) => known.key === key)?.state;
}

/** True for an object of another request that makes the definition inactive. */
function pauses({ element, subject }: NamedObject, key: string, own: Subject): boolean {
  return (
    subject.request !== own.request &&
    textAt(element, 'CustomerKey') === key &&
    textAt(element, 'TriggeredSendStatus') === 'Inactive'
  );
}
