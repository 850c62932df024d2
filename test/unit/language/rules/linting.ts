/** Lints texts as the server does, against an org that says what is written here. */
import assert from 'node:assert/strict';
import { shippedCatalogue as catalogue } from '../../../../src/catalogue/index.ts';
import type { Edit, Finding } from '../../../../src/language/diagnostics/finding.ts';
import { noFacts, type LiveFacts } from '../../../../src/language/facts.ts';
import { diagnose, parseScratch } from '../../../../src/language/index.ts';
import { rules } from '../../../../src/language/rules/index.ts';
import type { LintSettings } from '../../../../src/language/rules/settings.ts';

const context = { now: 0, guid: () => 'guid', random: () => 0.5 };

const columns = ['CustomerKey', 'EmailAddress', 'FirstName', 'LastName', 'City'].map((name) => ({
  name,
  type: 'Text',
  isPrimaryKey: name === 'CustomerKey',
  isRequired: false,
}));

const keys: Readonly<Record<string, ReturnType<LiveFacts['keys']>>> = {
  EmailSendDefinition: { keys: [{ key: 'weekly-newsletter', name: 'Weekly newsletter' }], complete: true },
  TriggeredSendDefinition: {
    keys: [
      { key: 'welcome', name: 'Welcome', state: 'Inactive' },
      { key: 'order-shipped', name: 'Order shipped', state: 'Active' },
    ],
    complete: true,
  },
  SenderProfile: { keys: [], complete: false },
  List: {
    keys: [
      { key: '1001', name: 'Customers', customerKey: 'customers', state: 'ExactTargetList' },
      { key: '1002', name: 'News', customerKey: 'news', state: 'PublicationList' },
    ],
    complete: true,
  },
};

/** An org with the data extension Customers, two profile attributes, and a few definitions and lists. */
export const connected: LiveFacts = {
  columns: (key) => (key === 'Customers' ? columns : []),
  attributes: () => ['First Name', 'City'],
  keys: (objectType) => keys[objectType],
};

export function lintText(text: string, facts: LiveFacts = noFacts, settings?: LintSettings): Finding[] {
  const inspection = { file: parseScratch(text), catalogue, context, facts };
  const all = diagnose(settings === undefined ? inspection : { ...inspection, lint: settings });
  return all.filter((finding) => rules.some(({ code }) => code === finding.code));
}

/** What one rule finds: the pieces of text that it points at. */
export function found(code: string, text: string, facts?: LiveFacts): string[] {
  return lintText(text, facts)
    .filter((finding) => finding.code === code)
    .map(({ range }) => text.slice(range.start, range.end));
}

/** The text after the first fix of the first finding of a rule whose title begins so. */
export function fixed(
  code: string,
  title: string,
  { text, facts }: { text: string; facts?: LiveFacts },
): string {
  const finding = lintText(text, facts).find((candidate) => candidate.code === code);
  assert.ok(finding, `${code} finds nothing`);
  const fixes = finding.fixes?.() ?? [];
  const fix = fixes.find((candidate) => candidate.title.startsWith(title));
  assert.ok(fix, `no fix “${title}” among ${fixes.map((candidate) => candidate.title).join(', ')}`);
  return applied(text, fix.edits);
}

export function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce(
      (result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end),
      text,
    );
}

/** The message element of a write. */
export function write(
  method: 'Create' | 'Update' | 'Delete',
  objects: string,
  options = '<Options/>',
): string {
  return `<${method}Request>\n  ${options}\n  ${objects}\n</${method}Request>\n`;
}

/** A retrieve of these properties. */
export function retrieve(objectType: string, properties: readonly string[], filter = ''): string {
  const asked = properties.map((property) => `    <Properties>${property}</Properties>\n`).join('');
  return `<RetrieveRequestMsg>\n  <RetrieveRequest>\n    <ObjectType>${objectType}</ObjectType>\n${asked}${filter}  </RetrieveRequest>\n</RetrieveRequestMsg>\n`;
}

export function where(property: string, value: string): string {
  return `<Filter xsi:type="SimpleFilterPart"><Property>${property}</Property><SimpleOperator>equals</SimpleOperator>${value}</Filter>`;
}

export function triggeredSend(inner: string, subscriber = ''): string {
  return `<Objects xsi:type="TriggeredSend"><TriggeredSendDefinition><CustomerKey>welcome</CustomerKey></TriggeredSendDefinition><Subscribers><EmailAddress>a@example.com</EmailAddress><SubscriberKey>a</SubscriberKey>${subscriber}</Subscribers>${inner}</Objects>`;
}
