/** Hover tells what a thing is, and never a secret. The pointer is at ▮. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileNameAt } from '../../../src/shared/fileNames.ts';
import { hoverAt } from '../../../src/language/hover/hoverAt.ts';
import { inspectionOf } from './findings.ts';

function hover(marked: string): string {
  return hoverAt(inspectionOf(marked.replace('▮', '')), marked.indexOf('▮'))?.text ?? '';
}

const inRetrieve = (content: string): string =>
  `<RetrieveRequestMsg><RetrieveRequest><ObjectType>Send</ObjectType>${content}</RetrieveRequest></RetrieveRequestMsg>`;

describe('hover', () => {
  it('tells type, cardinality and meaning of an element, at both of its tags', () => {
    assert.match(
      hover(inRetrieve('<Prop▮erties>ID</Properties>')),
      /Properties.*`string` · any number[^]*One property to bring/,
    );
    assert.match(hover(inRetrieve('<Properties>ID</Prop▮erties>')), /any number/);
  });

  it('tells the words of an enumeration, and what Describe says', () => {
    const text =
      '<CreateRequest><Objects xsi:type="Subscriber"><Stat▮us>Active</Status></Objects></CreateRequest>';
    assert.match(hover(text), /`Active`, `Bounced`[^]*guide\/subscriber\.html/);
  });

  it('tells which methods take an object', () => {
    assert.match(
      hover('<CreateRequest><Objects xsi:type="Sub▮scriber"/></CreateRequest>'),
      /Methods: Create, Update/,
    );
    assert.match(
      hover('<RetrieveRequestMsg><RetrieveRequest><ObjectType>Sen▮d</ObjectType>'),
      /\*\*Send\*\*/,
    );
  });

  it('tells which methods use an element: those that take its object, or whose message it is a part of', () => {
    const status = '<CreateRequest><Objects xsi:type="Subscriber"><Sta▮tus/></Objects></CreateRequest>';
    assert.match(
      hover(status),
      /Can be retrieved, can be updated\.[^]*take Subscriber: Create, Update, Delete/,
    );
    assert.match(hover(inRetrieve('<Query▮AllAccounts/>')), /Methods: Retrieve\./);
    assert.match(
      hover(inRetrieve('<Filter xsi:type="SimpleFilterPart"><Simple▮Operator/></Filter>')),
      /: .*Retrieve/,
    );
    const option = '<CreateRequest><Options><Request▮Type/></Options></CreateRequest>';
    assert.match(hover(option), /Methods: Create\.$/);
  });

  it('tells what a property is, in a filter too', () => {
    assert.match(
      hover(inRetrieve('<Properties>Sent▮Date</Properties>')),
      /Send\.SentDate[^]*when the send was done/i,
    );
    assert.match(
      hover(inRetrieve('<Filter xsi:type="SimpleFilterPart"><Property>Client.▮ID</Property></Filter>')),
      /Send\.Client\.ID/,
    );
  });

  it('tells what a message is for', () => {
    assert.match(hover('<Perform▮RequestMsg/>'), /method Perform; the answer is `PerformResponseMsg`/);
  });

  it('tells a date in server time, UTC and local time (D11)', () => {
    const text = hover(
      inRetrieve('<Filter xsi:type="SimpleFilterPart"><DateValue>2026-01-31T1▮2:00:00Z</DateValue></Filter>'),
    );
    assert.match(text, /Server \| 2026-01-31 06:00:00/);
    assert.match(text, /UTC \| 2026-01-31 12:00:00/);
    assert.match(
      hover(
        inRetrieve(
          '<Filter xsi:type="SimpleFilterPart"><DateValue>2026-01-31T1▮2:00:00</DateValue></Filter>',
        ),
      ),
      /its own time[^]*UTC \| 2026-01-31 18:00:00/,
    );
  });

  it('tells a date that a filter compares a property with as text, and of other text that it is none (D11)', () => {
    const filter = (property: string, value: string): string =>
      hover(
        inRetrieve(
          `<Filter xsi:type="SimpleFilterPart"><Property>${property}</Property><Value>${value}</Value></Filter>`,
        ),
      );
    assert.match(filter('SendDate', '2026-01-▮31T12:00:00Z'), /Server \| 2026-01-31 06:00:00/);
    assert.equal(filter('EmailName', '2026-01-▮31T12:00:00Z'), '');
    assert.equal(filter('SendDate', 'yester▮day'), '');
  });

  it('tells the file name that a naming pattern gives (E4)', () => {
    assert.equal(
      fileNameAt('subscribers%%Month%%%%Day%%.csv', new Date(2026, 10, 20)),
      'subscribers1120.csv',
    );
    assert.equal(fileNameAt('subscribers.csv', new Date()), undefined);
    const text =
      '<CreateRequest><Objects xsi:type="ImportDefinition"><FileSpec>a%%Ye▮ar%%.csv</FileSpec></Objects></CreateRequest>';
    assert.match(hover(text), /Today this is `a2026\.csv`/);
  });

  it('tells the value of a variable, where it is set and where it is used', () => {
    const text = '@who = {{kind}} people\n@kind = VIP\n<CreateRequest>{{w▮ho}}</CreateRequest>';
    assert.match(hover(text), /VIP people/);
    assert.match(hover('@wh▮o = VIP'), /VIP/);
    assert.match(hover('<A>{{$gu▮id}}</A>'), /now[^]*guid/);
    assert.match(hover('<A>{{no▮pe}}</A>'), /has no value/);
  });

  it('never tells a secret, however it comes into a variable', () => {
    process.env['HOVER_TEST_SECRET'] = 'canary-in-hover';
    const text = '@inner = {{$processEnv HOVER_TEST_SECRET}}\n@outer = x{{inner}}\n<A>{{out▮er}}</A>';
    for (const marked of [
      text,
      '<A>{{$dotenv PASS▮WORD}}</A>',
      '<A>{{$processEnv HOVER_TEST_▮SECRET}}</A>',
    ]) {
      assert.match(hover(marked), /is not shown/);
      assert.doesNotMatch(hover(marked), /canary-in-hover/);
    }
    delete process.env['HOVER_TEST_SECRET'];
  });

  it('tells what a directive does', () => {
    assert.match(hover('# @time▮out 60s\n<CreateRequest/>'), /How long to wait/);
  });

  it('never fails, whatever the text', () => {
    const pieces = [
      '<',
      '>',
      '</',
      '"',
      '\n',
      '###',
      '# @',
      '{{',
      '}}',
      '<CreateRequest>',
      '<Objects xsi:type="Subscriber">',
      '<ID>',
      '[',
      '%%',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 30 }),
        fc.nat(1000),
        (parts, at) => {
          const text = parts.join('');
          hoverAt(inspectionOf(text), at % (text.length + 1));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
