/** Reading a file after an edit gives what reading it anew gives, whatever the text and whatever the edit. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseScratch } from '../../../src/language/index.ts';
import type { ScratchFile } from '../../../src/language/scratch/model.ts';
import type { XmlNode } from '../../../src/language/xml/node.ts';

/** A node as plain data, every place included. */
function plain(node: XmlNode): unknown {
  if (node.kind !== 'element') return { kind: node.kind, text: node.text, range: node.range };
  const { name, attributes, range, nameRange, contentRange, closeNameRange, children } = node;
  const places = { range, nameRange, contentRange, closeNameRange };
  return { name, attributes, ...places, children: children.map(plain) };
}

function plainFile({ requests, ...rest }: ScratchFile): unknown {
  return {
    ...rest,
    requests: requests.map(({ root, ...request }) => ({
      ...request,
      root: root === undefined ? undefined : plain(root),
    })),
  };
}

const whole = `@a = 1

### One
# @name one
<CreateRequest>
  <Options/>
  <Objects xsi:type="Subscriber">
    <SubscriberKey>a &amp; b</SubscriberKey>
    <!-- c -->
    <Lists><ID>{{a}}</ID><Status>Active</Status></Lists>
  </Objects>
  <Objects xsi:type="List"><ListName><![CDATA[x]]></ListName></Objects>
</CreateRequest>
# behind

### Two
<SystemStatusRequestMsg><Options/></SystemStatusRequestMsg>
`;

const piece = fc.oneof(
  fc.constantFrom(
    ...['<', '>', '</', '/>', '###', '\n', '\r\n', '\n###', '# @', '{{a}}', '"', "'", '=', '&', ' '],
    ...['<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE x>', '<!', '</Objects>', '<Objects>'],
    ...['<ID>', '</ID>', '<Status', 'xsi:type="', '@a = 2', '</CreateRequest>', 'é', '😀'],
  ),
  fc.string({ maxLength: 4 }),
);

const edit = fc.record({
  // Not fc.double: most of those are next to nothing, so every edit would be at the beginning.
  at: fc.nat({ max: 1_000_000 }).map((share) => share / 1_000_000),
  cut: fc.oneof(fc.constant(0), fc.nat({ max: 6 }), fc.nat({ max: 200 })),
  insert: fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join('')),
});

describe('reading a file after an edit', () => {
  it('gives what reading it anew gives, for any text and any edits', () => {
    const text = fc.oneof(
      fc.constant(whole),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 8 }), (start, edits) => {
        let file = parseScratch(start);
        for (const { at, cut, insert } of edits) {
          const place = Math.floor(at * file.text.length);
          const next = file.text.slice(0, place) + insert + file.text.slice(place + cut);
          file = parseScratch(next, file);
          assert.deepEqual(plainFile(file), plainFile(parseScratch(next)));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('reads what is typed, letter by letter', () => {
    let file = parseScratch('');
    for (let length = 1; length <= whole.length; length += 1) {
      file = parseScratch(whole.slice(0, length), file);
      assert.deepEqual(plainFile(file), plainFile(parseScratch(whole.slice(0, length))));
    }
  });

  it('is a matter of the elements around the edit, not of the size of the file', () => {
    const objects = Array.from(
      { length: 2000 },
      (_, index) =>
        `<Objects xsi:type="Subscriber"><SubscriberKey>${String(index)}</SubscriberKey></Objects>`,
    );
    const text = `<CreateRequest>${objects.join('\n')}</CreateRequest>`;
    const file = parseScratch(text);
    const untouched = file.requests[0]?.root;
    const place = text.indexOf('>1000<') + 1;
    const after = parseScratch(`${text.slice(0, place)}9${text.slice(place)}`, file);
    assert.ok(untouched !== undefined);
    // Reading all of it takes some milliseconds; a hundred edits in a row together must not take a hundred times that.
    const started = performance.now();
    parseScratch(after.text);
    const anew = performance.now() - started;
    let edited = after;
    const restarted = performance.now();
    for (let count = 0; count < 100; count += 1) {
      edited = parseScratch(`${edited.text.slice(0, place)}9${edited.text.slice(place)}`, edited);
    }
    assert.ok(performance.now() - restarted < 50 * anew, 'an edit takes as long as reading anew');
  });
});
