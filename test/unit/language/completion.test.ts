/** Completion offers what fits at the cursor, which stands at ▮, and what it inserts is right. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { complete } from '../../../src/language/completion/complete.ts';
import type { Offer } from '../../../src/language/completion/offer.ts';
import { completion } from '../../../src/language/features/completion.ts';
import { accept, completionAt, labels, shop as facts } from './completions.ts';
import { findingsIn, inspectionOf } from './findings.ts';

const inRetrieve = (content: string): string =>
  `<RetrieveRequestMsg>\n  <RetrieveRequest>\n    ${content}\n  </RetrieveRequest>\n</RetrieveRequestMsg>`;
const inCreate = (content: string): string => `<CreateRequest>\n  <Options/>\n  ${content}\n</CreateRequest>`;

describe('completion of elements', () => {
  it('offers those that fit in the order of the schema, required ones first', () => {
    assert.deepEqual(labels(inRetrieve('<▮')), [
      ...[
        'ObjectType',
        'ClientIDs',
        'Properties',
        'Filter',
        'RespondTo',
        'PartnerProperties',
        'ContinueRequest',
      ],
      ...['QueryAllAccounts', 'RetrieveAllSinceLastBatch', 'RepeatLastResult', 'Retrieves', 'Options'],
    ]);
  });

  it('leaves out what may not be there again', () => {
    const offered = labels(inRetrieve('<ObjectType>Send</ObjectType>\n    <▮\n    <Options/>'));
    assert.ok(!offered.includes('ObjectType') && !offered.includes('Options'));
    assert.ok(offered.includes('Properties'));
  });

  it('knows inherited elements by xsi:type', () => {
    const offered = labels(inCreate('<Objects xsi:type="Subscriber">\n    <▮\n  </Objects>'));
    assert.ok(offered.includes('CustomerKey') && offered.includes('SubscriberKey'));
    assert.ok(offered.indexOf('CustomerKey') < offered.indexOf('EmailAddress'));
  });

  it('works while the tag is being written, and without its <', () => {
    assert.ok(labels(inRetrieve('<Prop▮')).includes('Properties'));
    assert.ok(labels(inRetrieve('Prop▮')).includes('Properties'));
    assert.equal(accept(inRetrieve('<Prop▮'), 'Properties'), inRetrieve('<Properties></Properties>'));
    assert.equal(accept(inRetrieve('Prop▮'), 'Properties'), inRetrieve('<Properties></Properties>'));
  });

  it('renames a tag that is whole without adding another', () => {
    assert.equal(accept(inRetrieve('<Prop▮>ID</Prop>'), 'Properties'), inRetrieve('<Properties>ID</Prop>'));
  });

  it('keeps the prefix of the parent', () => {
    const text =
      '<p:RetrieveRequestMsg xmlns:p="http://exacttarget.com/wsdl/partnerAPI"><p:RetrieveRequest><▮';
    assert.match(accept(text, 'ObjectType'), /<p:ObjectType><\/p:ObjectType>$/);
  });

  it('brings what the schema requires along', () => {
    assert.equal(
      accept(inRetrieve('<▮'), 'Filter').replaceAll('\t', '  '),
      inRetrieve(
        '<Filter xsi:type="SimpleFilterPart">\n  <Property></Property>\n  <SimpleOperator>equals</SimpleOperator>\n</Filter>',
      ),
    );
  });

  it('offers the messages where a request begins, and each is nearly free of errors', () => {
    const offered = completionAt('### New\n<▮')?.offers.filter(({ kind }) => kind === 'message') ?? [];
    assert.equal(offered.length, 13);
    for (const { label } of offered) {
      const codes = new Set(findingsIn(accept('### New\n<▮', label)).map(({ code }) => code));
      // What is left to write is empty, which some types are not.
      for (const allowed of ['wrong-type', 'missing-xsi-type', 'unknown-xsi-type']) codes.delete(allowed);
      assert.deepEqual([...codes], [], label);
    }
  });

  it('offers messages in the body of an envelope', () => {
    const text = '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><▮';
    assert.ok(labels(text).includes('CreateRequest'));
  });
});

describe('completion of end tags', () => {
  it('closes what is open', () => {
    assert.deepEqual(labels(inRetrieve('<ObjectType>Send</▮')), ['</ObjectType>']);
    assert.equal(
      accept(inRetrieve('<ObjectType>Send</▮'), '</ObjectType>'),
      inRetrieve('<ObjectType>Send</ObjectType>'),
    );
    assert.equal(
      accept(inRetrieve('<ObjectType>Send</Ob▮ject>'), '</ObjectType>'),
      inRetrieve('<ObjectType>Send</ObjectType>'),
    );
  });
});

describe('completion behind a start tag', () => {
  it('offers values alone, so that Enter begins a new line', () => {
    const after = (text: string): string[] =>
      complete(inspectionOf(text), text.length, '>')?.offers.map(({ label }) => label) ?? [];
    assert.deepEqual(after('<RetrieveRequestMsg>'), []);
    assert.deepEqual(after('<RetrieveRequestMsg><RetrieveRequest>'), []);
    assert.deepEqual(after('<RetrieveRequestMsg><RetrieveRequest><QueryAllAccounts>'), ['true', 'false']);
  });
});

describe('completion of types', () => {
  it('offers those that fit, and that the method takes, first', () => {
    const offered = labels(inCreate('<Objects xsi:type="▮"/>'));
    assert.ok(offered.includes('Subscriber') && offered.includes('DataExtensionObject'));
    assert.ok(
      !offered.includes('BounceEvent') &&
        !offered.includes('SimpleFilterPart') &&
        !offered.includes('APIObject'),
    );
    assert.deepEqual(labels(inRetrieve('<Filter xsi:type="▮"/>')), [
      'ComplexFilterPart',
      'SimpleFilterPart',
      'TagFilterPart',
    ]);
  });

  it('offers the attribute itself', () => {
    assert.equal(labels(inCreate('<Objects ▮/>'))[0], 'xsi:type');
    assert.match(accept(inCreate('<Objects x▮/>'), 'xsi:type'), /<Objects xsi:type=""\/>/);
  });
});

describe('completion of values', () => {
  it('offers words and truth values', () => {
    assert.deepEqual(
      labels(
        inCreate('<Objects xsi:type="Subscriber"><EmailTypePreference>▮</EmailTypePreference></Objects>'),
      ),
      ['Text', 'HTML'],
    );
    assert.deepEqual(labels(inRetrieve('<QueryAllAccounts>▮</QueryAllAccounts>')), ['true', 'false']);
  });

  it('takes the place of the value that is there', () => {
    const text = inRetrieve('<QueryAllAccounts>fa▮lse</QueryAllAccounts>');
    assert.equal(accept(text, 'true'), inRetrieve('<QueryAllAccounts>true</QueryAllAccounts>'));
  });

  it('offers the objects that the method takes', () => {
    const offered = labels(inRetrieve('<ObjectType>▮</ObjectType>'), facts);
    assert.ok(offered.includes('Send') && offered.includes('SentEvent'));
    assert.ok(!offered.includes('TriggeredSend') && !offered.includes('SimpleFilterPart'));
    assert.ok(offered.includes('DataExtensionObject[Customers]'));
  });

  it('offers the properties that can be retrieved and are not yet, parts too', () => {
    const text = inRetrieve(
      '<ObjectType>Send</ObjectType>\n    <Properties>ID</Properties>\n    <Properties>▮</Properties>',
    );
    const offered = labels(text);
    assert.ok(offered.includes('SentDate') && offered.includes('Client.ID'));
    assert.ok(!offered.includes('ID') && !offered.includes('SentTime'));
  });

  it('offers properties in a filter, whatever it is part of', () => {
    const text = inRetrieve(
      '<ObjectType>Send</ObjectType><Filter xsi:type="ComplexFilterPart"><LeftOperand xsi:type="SimpleFilterPart"><Property>▮',
    );
    assert.ok(labels(text).includes('SendDate'));
  });

  it('offers live columns, the primary key first (D9)', () => {
    const text = inRetrieve(
      '<ObjectType>DataExtensionObject[Customers]</ObjectType><Properties>▮</Properties>',
    );
    assert.deepEqual(labels(text, facts), ['CustomerKey', 'City']);
    assert.deepEqual(labels(text), []);
    const row = inCreate(
      '<Objects xsi:type="DataExtensionObject"><CustomerKey>Customers</CustomerKey><Properties><Property><Name>City</Name></Property><Property><Name>▮</Name></Property></Properties></Objects>',
    );
    assert.deepEqual(labels(row, facts), ['CustomerKey']);
  });

  it('offers live attributes and keys (D8)', () => {
    assert.deepEqual(
      labels(
        inCreate('<Objects xsi:type="Subscriber"><Attributes><Name>▮</Name></Attributes></Objects>'),
        facts,
      ),
      ['First Name', 'City'],
    );
    const perform =
      '<PerformRequestMsg><Action>start</Action><Definitions><Definition xsi:type="EmailSendDefinition"><CustomerKey>▮</CustomerKey></Definition></Definitions></PerformRequestMsg>';
    assert.deepEqual(labels(perform, facts), ['Customers']);
    assert.deepEqual(labels(`# @bu 7\n${perform}`, facts), [], 'another business unit has other keys');
  });

  it('offers the actions that the objects take', () => {
    const perform =
      '<PerformRequestMsg><Action>▮</Action><Definitions><Definition xsi:type="DataExtension"/></Definitions></PerformRequestMsg>';
    assert.deepEqual(labels(perform), ['ClearData']);
  });
});

describe('the characters that suggestions are asked for because of', () => {
  it('are no part of a word: within a word, VS Code asks nothing while another answer is awaited', () => {
    const file = new URL('../../../syntaxes/language-configuration.json', import.meta.url);
    const { wordPattern } = JSON.parse(readFileSync(file, 'utf8')) as { readonly wordPattern: string };
    const triggers = completion.capabilities?.completionProvider?.triggerCharacters ?? [];
    const inWords = triggers.filter((character) => new RegExp(wordPattern).test(character));
    assert.ok(triggers.length > 0);
    assert.deepEqual(inWords, []);
  });
});

describe('completion around requests', () => {
  it('offers directives that are not there yet, and their values', () => {
    const offered = labels('### A\n# @name a\n# @▮\n<RetrieveRequestMsg/>');
    assert.ok(offered.includes('@bu') && offered.includes('@timeout') && !offered.includes('@name'));
    assert.match(accept('### A\n# @ti▮', '@timeout'), /\n# @timeout $/);
  });

  it('offers variables and the results of named requests', () => {
    const text =
      '@who = VIP\n### A\n# @name first\n<CreateRequest/>\n### B\n<CreateRequest>{{▮</CreateRequest>';
    const offered = labels(text);
    assert.equal(offered[0], 'who');
    assert.ok(offered.includes('first.response.body') && offered.includes('$guid'));
    assert.match(accept(text, 'who'), /\{\{who\}\}<\/Create/);
    assert.match(accept(text.replace('{{▮', '{{w▮o}}'), 'who'), />\{\{who\}\}</);
  });

  it('offers nothing in comments, titles and plain text', () => {
    for (const text of [
      '### Tit▮',
      '# a comm▮ent',
      '# nam▮',
      '<CreateRequest><!-- <▮ --></CreateRequest>',
      '<CreateRequest><![CDATA[<▮]]></CreateRequest>',
    ]) {
      assert.deepEqual(labels(text), [], text);
    }
  });
});

describe('completion', () => {
  it('never fails, and only ever replaces what is there, whatever the text', () => {
    const pieces = [
      '<',
      '>',
      '</',
      '/>',
      '"',
      '\n',
      '###',
      '# @',
      '{{',
      '}}',
      ' ',
      '<CreateRequest>',
      '<Objects xsi:type="',
    ];
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, fc.nat({ max: 1000 }), (parts, at) => {
        const whole = parts.join('');
        const offset = at % (whole.length + 1);
        const found = complete(inspectionOf(whole, facts), offset);
        const legal = (offer: Offer): boolean => offer.label !== '';
        if (found === undefined) return;
        assert.ok(
          found.range.start <= offset && offset <= found.range.end,
          'the cursor is outside of what is replaced',
        );
        assert.ok(found.range.end <= whole.length && found.offers.every(legal));
      }),
      { numRuns: 2000 },
    );
  });
});
