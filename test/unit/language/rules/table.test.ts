/** The table of rules: every best practice that is told while writing has its rule, its setting, and its way to be silent. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { shippedCatalogue } from '../../../../src/catalogue/index.ts';
import { rules } from '../../../../src/language/rules/index.ts';
import { readSeverities } from '../../../../src/language/rules/settings.ts';
import { applied, connected, found, lintText, retrieve, where, write } from './linting.ts';
import { readManifest } from '../../../support/manifest.ts';

/** The rows of the vendor's best practices that are told while a request is written, and by which rule. */
const rows: Readonly<Record<string, string>> = {
  B1: 'fewest-steps',
  B2: 'prefer-async',
  B9: 'batch-size',
  B10: 'rendered-email',
  B11: 'restart-send',
  B12: 'sync-triggered-send',
  B13: 'content-in-data-extension',
  B14: 'send-time-attributes',
  C3: 'triggered-send-list',
  C4: 'unbounded-text-column',
  C6: 'batch-size',
  C7: 'payload-size',
  C8: 'attribute-count',
  C9: 'http-get-content',
  C10: 'from-at-send-time',
  D1: 'prefer-extract',
  D3: 'prefer-key',
  D4: 'subscriber-id',
  D5: 'partner-key',
  D8: 'unknown-attribute',
  D9: 'unknown-column',
  D10: 'key-length',
  D11: 'date-offset',
  D12: 'sub-object-property',
  E4: 'naming-pattern',
  E6: 'publication-list-fields',
  E7: 'import-source-fixed',
  F1: 'correlation-id',
  F7: 'weak-password',
};

const undated = retrieve('Send', ['ID'], where('SendDate', '<DateValue>2026-01-31</DateValue>'));

describe('the table of rules', () => {
  it('has one rule for each row, and none for nothing', () => {
    const codes = rules.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    for (const [row, code] of Object.entries(rows)) {
      const named = rules.filter((rule) => rule.rows.includes(row)).map((rule) => rule.code);
      // A key that nobody has is the other half of naming things by their keys.
      assert.deepEqual(
        named.filter((name) => name !== 'unknown-key'),
        [code],
        row,
      );
    }
    assert.deepEqual(
      rules.flatMap((rule) => rule.rows).filter((row) => !(row in rows)),
      [],
    );
  });

  it('is offered rule by rule in the settings', () => {
    const manifest = readManifest() as {
      contributes: {
        configuration: {
          properties: Record<
            string,
            { properties: Record<string, { default: string; description: string }> }
          >;
        };
      };
    };
    const offered = manifest.contributes.configuration.properties['marketingCloud.lint.rules']?.properties;
    assert.deepEqual(
      Object.entries(offered ?? {}).map(([code, setting]) => [code, setting.default, setting.description]),
      rules.map(({ code, severity, title }) => [code, severity, `${title}.`]),
    );
  });

  it('is shown as the person wants it', () => {
    const severities = readSeverities({ 'date-offset': 'error', 'prefer-key': 'off', 'key-length': 'loud' });
    assert.deepEqual(severities, { 'date-offset': 'error', 'prefer-key': 'off' });
    assert.deepEqual(readSeverities('off'), {});
    const settings = { severities, pages: 'file:///pages/' };
    const [finding] = lintText(undated, undefined, settings);
    assert.deepEqual(
      [finding?.code, finding?.severity, finding?.href],
      ['date-offset', 'error', 'file:///pages/date-offset.md'],
    );
    assert.deepEqual(lintText(undated, undefined, { severities: { 'date-offset': 'off' } }), []);
  });

  it('finds nothing in the samples', () => {
    const folder = new URL('../../../../samples/', import.meta.url);
    const samples = readdirSync(folder).filter((name) => name.endsWith('.mcsoap'));
    assert.ok(samples.length > 0);
    for (const name of samples) {
      const found = lintText(readFileSync(new URL(name, folder), 'utf8')).map(({ code }) => code);
      assert.deepEqual(found, [], name);
    }
  });
});

describe('silencing a rule', () => {
  const silenced = (text: string): string[] => lintText(text).map(({ code }) => code);
  const line = '<DateValue>2026-01-31</DateValue>';

  it('holds for one line and the codes that are named', () => {
    const named = (codes: string): string =>
      undated.replace(line, `<!-- mc-disable-next-line ${codes} -->\n${line}`);
    assert.deepEqual(silenced(named('date-offset')), []);
    assert.deepEqual(silenced(named('prefer-key, date-offset')), []);
    assert.deepEqual(silenced(named('prefer-key')), ['date-offset']);
    assert.deepEqual(silenced(named('date-offset').replace(line, `\n${line}`)), ['date-offset']);
  });

  it('is offered for every finding, inside the XML and above it', () => {
    for (const text of [undated, `@day = 2026-01-31\n${undated.replace('2026-01-31', '{{day}}')}`]) {
      const [finding] = lintText(text);
      const fix = finding?.fixes?.().find(({ title }) => title === 'Silence date-offset here');
      assert.ok(fix);
      assert.notEqual(fix.safe, true);
      assert.deepEqual(silenced(applied(text, fix.edits)), []);
    }
  });
});

describe('rules and any text', () => {
  const types = [...shippedCatalogue.typeNames];
  const names = [
    ...new Set(types.flatMap((type) => shippedCatalogue.elementsOf(type).map(({ name }) => name))),
  ];
  const value = fc.oneof(
    fc.constantFrom(
      '',
      '2026-01-31T10:00:00',
      '{{x}}',
      '{{a.response.body.//ID}}',
      '%%Mnth%%',
      '%%',
      'Send',
      'SentTime',
    ),
    fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[<&]/g, '')),
  );
  const { element } = fc.letrec<{ element: string }>((tie) => ({
    element: fc
      .tuple(
        fc.constantFrom(...names),
        fc.option(fc.constantFrom(...types), { nil: undefined }),
        fc.oneof(
          { maxDepth: 4 },
          value,
          fc.array(tie('element'), { maxLength: 4 }).map((all) => all.join('')),
        ),
      )
      .map(([name, type, inner]) =>
        inner === ''
          ? `<${name}/>`
          : `<${name}${type === undefined ? '' : ` xsi:type="${type}"`}>${inner}</${name}>`,
      ),
  }));
  const message = fc
    .tuple(
      fc.constantFrom(...shippedCatalogue.operations.map(({ request }) => request)),
      fc.array(element, { maxLength: 6 }),
    )
    .map(([name, children]) => `<${name}>${children.join('')}</${name}>`);
  /** Cut anywhere, as it is while somebody writes. */
  const written = fc
    .tuple(fc.array(message, { minLength: 1, maxLength: 3 }), fc.nat())
    .map(([messages, cut]) => messages.join('\n###\n').slice(0, cut % 4000));

  it('never throw, point into the text, and fix within it', () => {
    fc.assert(
      fc.property(written, (text) => {
        for (const { range, fixes } of lintText(text, connected)) {
          assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
          for (const edit of fixes?.().flatMap(({ edits }) => edits) ?? []) {
            assert.ok(
              edit.range.start >= 0 && edit.range.start <= edit.range.end && edit.range.end <= text.length,
            );
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('show no more of one kind than a person would read', () => {
    const date = '<CreatedDate>2026-01-31</CreatedDate>';
    const objects = `<Objects xsi:type="Subscriber"><SubscriberKey>a</SubscriberKey>${date}</Objects>`;
    assert.equal(found('date-offset', write('Create', objects.repeat(500))).length, 200);
  });
});
