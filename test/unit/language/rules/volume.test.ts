/** Rules about how much goes in one call, and how many calls there are. */
import assert from 'node:assert/strict';
import { parseScratch } from '../../../../src/language/index.ts';
import { fixed, found, lintText, triggeredSend, write } from './linting.ts';

const row = (key: string, dataExtension = 'Customers'): string =>
  `<Objects xsi:type="DataExtensionObject"><CustomerKey>${dataExtension}</CustomerKey><Keys><Key><Name>CustomerKey</Name><Value>${key}</Value></Key></Keys></Objects>`;

const rows = (count: number): string =>
  Array.from({ length: count }, (_, index) => row(`C-${String(index)}`)).join('\n  ');

const asynchronous = '<Options><RequestType>Asynchronous</RequestType></Options>';

/** How many objects each request of a text has. */
function objectCounts(text: string): number[] {
  const file = parseScratch(text);
  assert.deepEqual(file.problems, []);
  return file.requests.map(({ range }) => text.slice(range.start, range.end).split('<Objects').length - 1);
}

describe('batch-size (B9, C6)', () => {
  it('counts objects by how the call is made', () => {
    assert.deepEqual(found('batch-size', write('Create', rows(50))), []);
    assert.deepEqual(found('batch-size', write('Create', rows(51))), ['CreateRequest']);
    assert.deepEqual(found('batch-size', write('Create', rows(100), asynchronous)), []);
    assert.deepEqual(found('batch-size', write('Create', rows(101), asynchronous)), ['CreateRequest']);
    assert.deepEqual(found('batch-size', `# @batch 50\n${write('Create', rows(51))}`), []);
    const definition = '<Definition xsi:type="ImportDefinition"><CustomerKey>a</CustomerKey></Definition>';
    const perform = `<PerformRequestMsg><Action>start</Action><Definitions>${definition.repeat(51)}</Definitions></PerformRequestMsg>`;
    assert.deepEqual(found('batch-size', perform), ['PerformRequestMsg']);
  });

  it('takes fewer than 50 subscribers of triggered sends', () => {
    assert.deepEqual(found('batch-size', write('Create', triggeredSend('').repeat(49))), []);
    assert.deepEqual(found('batch-size', write('Create', triggeredSend('').repeat(50))), ['Subscribers']);
  });

  it('splits into requests that are whole, and that it finds nothing more in', () => {
    const text = `### Rows\n# @name rows\n# @bu 7\n${write('Create', rows(120))}\n### Next\n<SystemStatusRequestMsg/>\n`;
    const split = fixed('batch-size', 'Split into 3 requests', { text });
    assert.deepEqual(objectCounts(split), [50, 50, 20, 0]);
    const { requests } = parseScratch(split);
    assert.deepEqual(
      requests.map(({ title, name, directives }) => [title, name, directives.map(({ value }) => value)]),
      [
        ['Rows', 'rows', ['rows', '7']],
        ['Rows (2 of 3)', 'rows_2', ['rows_2', '7']],
        ['Rows (3 of 3)', 'rows_3', ['rows_3', '7']],
        ['Next', undefined, []],
      ],
    );
    assert.deepEqual(found('batch-size', split), []);
  });

  it('keeps every object, its comment, and the line ends', () => {
    const commented = `${rows(50)}\r\n  <!-- the last -->\r\n  ${row('last')}`;
    const split = fixed('batch-size', 'Split', {
      text: write('Create', commented).replaceAll(/\r?\n/g, '\r\n'),
    });
    assert.deepEqual(objectCounts(split), [50, 1]);
    assert.match(split, /<Options\/>\r\n {2}<!-- the last -->\r\n {2}<Objects/);
    assert.doesNotMatch(split, /[^\r]\n/);
  });

  it('offers the queue for what the queue takes at once', () => {
    const queued = fixed('batch-size', 'Make the call asynchronous', { text: write('Create', rows(60)) });
    assert.deepEqual(found('batch-size', queued), []);
  });
});

describe('payload-size (C7)', () => {
  const large = (characters: number): string => row('x'.repeat(characters));

  it('weighs bytes, not characters', () => {
    assert.deepEqual(found('payload-size', write('Create', large(2_000_000) + large(2_000_000))), []);
    const twoBytes = row('é'.repeat(1_500_000));
    assert.deepEqual(found('payload-size', write('Create', twoBytes + twoBytes)), ['CreateRequest']);
  });

  it('splits so that each part is small enough', () => {
    const text = write('Create', [large(2_000_000), large(2_000_000), large(2_000_000)].join('\n'));
    const split = fixed('payload-size', 'Split into 2 requests', { text });
    assert.deepEqual(objectCounts(split), [2, 1]);
    assert.deepEqual(found('payload-size', split), []);
  });

  it('points at an object that is too large alone', () => {
    const text = write('Create', row('a') + large(6_000_000));
    assert.deepEqual(found('payload-size', text), ['Objects']);
    const titles =
      lintText(text)[0]
        ?.fixes?.()
        .map(({ title }) => title) ?? [];
    assert.deepEqual(titles, ['Silence payload-size here', 'Silence payload-size in this request']);
  });
});

describe('prefer-async (B2)', () => {
  it('reminds of the queue from ten objects on', () => {
    assert.deepEqual(found('prefer-async', write('Update', rows(9))), []);
    assert.deepEqual(found('prefer-async', write('Update', rows(10))), ['UpdateRequest']);
    assert.deepEqual(found('prefer-async', write('Update', rows(10), asynchronous)), []);
    for (const mode of ['async', 'hybrid']) {
      assert.deepEqual(found('prefer-async', `# @mode ${mode}\n${write('Update', rows(10))}`), []);
    }
  });

  const filled = `<Options>
    <ConversationID>{{$guid}}</ConversationID>
    <SequenceCode>1</SequenceCode>
    <CallsInConversation>1</CallsInConversation>
    <RequestType>Asynchronous</RequestType>
  </Options>`;
  const given: readonly (readonly [string, string, string])[] = [
    ['empty Options', '<Options/>', filled],
    ['Options without anything', '<Options></Options>', filled],
    [
      'a synchronous RequestType',
      '<Options><ConversationID>a</ConversationID><RequestType>Synchronous</RequestType></Options>',
      '<Options><ConversationID>a</ConversationID><RequestType>Asynchronous</RequestType></Options>',
    ],
    [
      'other options, whose order is the schema’s',
      '<Options>\n    <Client><ID>7</ID></Client>\n    <QueuePriority>Low</QueuePriority>\n  </Options>',
      '<Options>\n    <Client><ID>7</ID></Client>\n    <ConversationID>{{$guid}}</ConversationID>\n    <SequenceCode>1</SequenceCode>\n    <CallsInConversation>1</CallsInConversation>\n    <RequestType>Asynchronous</RequestType>\n    <QueuePriority>Low</QueuePriority>\n  </Options>',
    ],
  ];
  for (const [title, before, after] of given) {
    it(`makes a call asynchronous that has ${title}`, () => {
      const text = write('Create', rows(10), before);
      assert.equal(fixed('prefer-async', 'Make', { text }), write('Create', rows(10), after));
    });
  }

  it('makes a call asynchronous that has no Options, with its prefix', () => {
    const text = `<p:CreateRequest>\n  ${rows(10).replaceAll(/(<\/?)(\w)/g, '$1p:$2')}\n</p:CreateRequest>`;
    const queued = fixed('prefer-async', 'Make', { text });
    assert.match(
      queued,
      /^<p:CreateRequest>\n {2}<p:Options>\n {4}<p:ConversationID>.*\n[^]*<\/p:Options>\n {2}<p:Objects /,
    );
    assert.deepEqual(parseScratch(queued).problems, []);
    assert.deepEqual(found('prefer-async', queued), []);
  });
});

describe('sync-triggered-send (B12)', () => {
  it('counts the subscribers of a call', () => {
    assert.deepEqual(found('sync-triggered-send', write('Create', triggeredSend('').repeat(9))), []);
    const ten = write('Create', triggeredSend('').repeat(10));
    assert.deepEqual(found('sync-triggered-send', ten), ['CreateRequest']);
    assert.deepEqual(found('sync-triggered-send', `# @mode hybrid\n${ten}`), []);
    assert.deepEqual(found('sync-triggered-send', fixed('sync-triggered-send', 'Make', { text: ten })), []);
    assert.deepEqual(found('prefer-async', ten), []);
  });
});

describe('fewest-steps (B1)', () => {
  const two = (second: string, between = '###\n'): string =>
    `${write('Update', row('a'))}\n${between}${second}`;

  it('finds a second call to the same target', () => {
    assert.deepEqual(found('fewest-steps', two(write('Update', row('b')))), ['UpdateRequest']);
    assert.deepEqual(found('fewest-steps', two(write('Update', row('b', 'Orders')))), []);
    assert.deepEqual(found('fewest-steps', two(write('Create', row('b')))), []);
    assert.deepEqual(found('fewest-steps', two(write('Update', row('b'), asynchronous))), []);
    assert.deepEqual(found('fewest-steps', two(write('Update', row('b')), '### x\n# @bu 7\n')), []);
    assert.deepEqual(found('fewest-steps', two(write('Update', row('b')), '### x\n# @note\n')), []);
    assert.deepEqual(found('fewest-steps', two(write('Update', rows(50)))), []);
  });

  it('merges them, and leaves what comes after alone', () => {
    const text = `### One\n${write('Update', row('a'))}\n### Two\n# @name two\n${write('Update', row('b'))}\n### Three\n<SystemStatusRequestMsg/>\n`;
    assert.equal(
      fixed('fewest-steps', 'Merge this request into “One”', { text }),
      `### One\n${write('Update', `${row('a')}\n  ${row('b')}`)}\n### Three\n<SystemStatusRequestMsg/>\n`,
    );
  });

  it('offers no merge that would lose something', () => {
    const merges = (text: string): number | undefined =>
      lintText(text)
        .find(({ code }) => code === 'fewest-steps')
        ?.fixes?.()
        .filter(({ title }) => title.startsWith('Merge')).length;
    assert.equal(merges(two(write('Update', row('b')))), 1);
    assert.equal(merges(two(write('Update', row('b')), '###\n@key = b\n')), 0);
    const used = two(write('Update', row('b')), '###\n# @name b\n');
    assert.equal(merges(`${used}\n###\n<ExecuteRequestMsg>{{b.response.body.//ID}}</ExecuteRequestMsg>`), 0);
  });
});
