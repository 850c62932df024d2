/** Writes that a person wrote: divided, correlated and queued without touching what stands in them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clientFor, created, failsWith } from '../../../support/scriptedClient.ts';

const partnerApi = 'http://exacttarget.com/wsdl/partnerAPI';
const ok = (count: number) => () => ({ body: created(...Array.from({ length: count }, () => 'OK')) });

describe('writes that a person wrote', () => {
  it('go out in calls of 50, each object as it was written (B9)', async () => {
    const objects = Array.from(
      { length: 120 },
      (_, index) =>
        `<Objects  xsi:type='List' ><!-- ${String(index)} --><ListName> n${String(index)}&#x20;</ListName></Objects>`,
    );
    const body = `<CreateRequest xmlns="${partnerApi}">\n  <Options/>\n${objects.join('\n')}\n</CreateRequest>`;
    const { client, transport } = clientFor(ok(50), ok(50), ok(20));
    const answers: (readonly [number, number, number])[] = [];
    for await (const { from, count, calls } of client.sendWrite('Create', body))
      answers.push([from, count, calls]);
    assert.deepEqual(answers, [
      [0, 50, 3],
      [50, 50, 3],
      [100, 20, 3],
    ]);
    const sent = transport.requests.slice(1).map((request) => request.body ?? '');
    const without = sent.map((text) => text.replaceAll(/<CorrelationID>[^<]*<\/CorrelationID>/g, ''));
    objects.forEach((object, index) => {
      assert.equal(without.join('').split(object).length, 2, object);
      assert.ok(without[Math.floor(index / 50)]?.includes(object));
    });
    const ids = sent.flatMap((text) =>
      [...text.matchAll(/<CorrelationID>([^<]*)</g)].map((match) => match[1]),
    );
    assert.equal(new Set(ids).size, 120);
  });

  it('keep their own options and CorrelationIDs, whatever prefix they are written with', () => {
    const { client } = clientFor();
    const body =
      `<p:PerformRequestMsg xmlns:p="${partnerApi}"><p:Options><p:RequestType>Synchronous</p:RequestType>` +
      '<p:Priority>3</p:Priority></p:Options><p:Action>start</p:Action><p:Definitions>' +
      '<p:Definition xsi:type="p:EmailSendDefinition"><p:CustomerKey>k</p:CustomerKey><p:Name>n</p:Name></p:Definition>' +
      '<p:Definition xsi:type="p:EmailSendDefinition"/></p:Definitions></p:PerformRequestMsg>';
    const [text] = client.previewWrite('Perform', body, {
      mode: 'asynchronous',
      correlationId: 'c',
      businessUnit: 7,
    });
    assert.equal(
      text,
      `<p:PerformRequestMsg xmlns:p="${partnerApi}"><p:Options><p:Client><p:ID>7</p:ID></p:Client>` +
        '<p:Priority>3</p:Priority><p:RequestType>Asynchronous</p:RequestType></p:Options><p:Action>start</p:Action><p:Definitions>' +
        '<p:Definition xsi:type="p:EmailSendDefinition"><p:CustomerKey>k</p:CustomerKey><p:CorrelationID>c-1</p:CorrelationID><p:Name>n</p:Name></p:Definition>' +
        '<p:Definition xsi:type="p:EmailSendDefinition"><p:CorrelationID>c-2</p:CorrelationID></p:Definition></p:Definitions></p:PerformRequestMsg>',
    );
  });

  it('come out the same for any content that a parser takes', () => {
    const { client } = clientFor();
    const content = fc.array(
      fc.constantFrom(
        '<A>x</A>',
        '<!-- < -->',
        '<![CDATA[<Objects>]]>',
        ' &amp; ',
        '<B c="&gt;>"/>',
        '\n',
        '中😀',
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 5 }), (objects) => {
        const written = objects.map((parts) => `<Objects xsi:type="List">${parts.join('')}</Objects>`);
        const body = `<DeleteRequest xmlns="${partnerApi}">${written.join('')}</DeleteRequest>`;
        const texts = client.previewWrite('Delete', body, { batchSize: 1, correlationId: 'c' });
        const back = texts.map((text) => text.replaceAll(/<CorrelationID>[^<]*<\/CorrelationID>/g, ''));
        assert.deepEqual(
          back,
          written.map((object) => `<DeleteRequest xmlns="${partnerApi}">${object}</DeleteRequest>`),
        );
      }),
    );
  });

  it('are refused when they are not well-formed, or another message', async () => {
    const { client, transport } = clientFor();
    const refuses = (body: string, words: RegExp): Promise<void> =>
      assert.rejects(client.sendWrite('Create', body).next(), failsWith('invalid-request', words));
    await refuses('<CreateRequest>', /not well-formed/);
    await refuses('<UpdateRequest/>', /not a UpdateRequest|is a CreateRequest/);
    assert.equal(transport.requests.length, 0);
  });
});
