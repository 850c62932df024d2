/** What people paste becomes requests that resolve, without the credential that came with it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shippedCatalogue as catalogue } from '../../../src/catalogue/index.ts';
import { parseScratch, resolveRequest } from '../../../src/language/index.ts';
import { toRequests } from '../../../src/paste/index.ts';

const context = { now: 0, guid: () => 'guid', random: () => 0.5, environment: () => 'value' };

/** Kind of text, and for each request its title, method and body. */
function pasted(text: string): { label: string; requests: (readonly [string, string, string])[] } {
  const found = toRequests(text);
  assert.ok(found, 'not recognised');
  const file = parseScratch(found.requests);
  const requests = file.requests.map((request) => {
    const resolution = resolveRequest(file, request, catalogue, context);
    assert.ok('request' in resolution, 'problem' in resolution ? resolution.problem.message : '');
    const { title, operation, body } = resolution.request;
    return [title, operation, body.replaceAll(/>\s+</g, '><')] as const;
  });
  return { label: found.label, requests };
}

const envelope = `<?xml version="1.0"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns="http://exacttarget.com/wsdl/partnerAPI">
  <s:Header><fueloauth xmlns="http://exacttarget.com">TOKEN-4711</fueloauth></s:Header>
  <s:Body><RetrieveRequestMsg><RetrieveRequest><ObjectType>List</ObjectType><Properties>ID</Properties></RetrieveRequest></RetrieveRequestMsg></s:Body>
</s:Envelope>`;

describe('pasting', () => {
  it('takes a whole envelope, and leaves its token behind', () => {
    const { label, requests } = pasted(envelope);
    assert.equal(label, 'SOAP envelope');
    assert.deepEqual(
      requests.map(([title, method]) => [title, method]),
      [['Pasted request', 'Retrieve']],
    );
    assert.ok(!toRequests(envelope)?.requests.includes('TOKEN-4711'));
  });

  it('takes a cURL command in any way of quoting', () => {
    const quoted = envelope.replaceAll('"', '\\"').replaceAll('\n', ' ');
    const commands = [
      `curl -X POST 'https://x.soap.marketingcloudapis.com/Service.asmx' \\\n  -H 'SOAPAction: Retrieve' \\\n  --data-raw '${envelope}'`,
      `curl https://x -H "Authorization: Bearer abc" -d "${quoted}"`,
      `curl https://x --data-binary $'${envelope.replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`,
      `curl https://x --data='${envelope}'`,
    ];
    for (const command of commands) {
      const { label, requests } = pasted(command);
      assert.equal(label, 'cURL command');
      assert.match(requests[0]?.[2] ?? '', /<ObjectType>List<\/ObjectType>/);
      assert.ok(!toRequests(command)?.requests.includes('TOKEN-4711'));
    }
  });

  it('takes a Postman collection, a request for each item', () => {
    const item = (name: string): object => ({
      name,
      request: { method: 'POST', body: { mode: 'raw', raw: envelope } },
    });
    const collection = {
      info: { name: 'API' },
      item: [
        item('Lists'),
        { name: 'Folder', item: [item('Lists again')] },
        { name: 'REST', request: { body: { raw: '{}' } } },
      ],
    };
    assert.deepEqual(
      pasted(JSON.stringify(collection)).requests.map(([title]) => title),
      ['Lists', 'Lists again'],
    );
    assert.deepEqual(
      pasted(JSON.stringify(item('One'))).requests.map(([title]) => title),
      ['One'],
    );
  });

  it('takes WSProxy calls of a script; what is computed becomes a variable', () => {
    const script = `<script runat="server">
      Platform.Load("core", "1.1.1");
      var api = new Script.Util.WSProxy();
      var cols = ["ID", "ListName"];
      var filter = { LeftOperand: { Property: "ID", SimpleOperator: "greaterThan", Value: 5 }, LogicalOperator: "AND", RightOperand: { Property: "ListName", SimpleOperator: "equals", Value: listName } };
      var data = api.retrieve("List", cols, filter);
      api.createItem("Subscriber", { SubscriberKey: "k" + 1, EmailAddress: "a&b@example.com", Attributes: [{ Name: "City", Value: "Leeds" }] });
      api.updateBatch("DataExtensionObject", [{ CustomerKey: "DE" }, { CustomerKey: "DE" }]);
      api.performItem("EmailSendDefinition", { CustomerKey: "news" }, "start");
      api.describe("Send");
    </script>`;
    const { label, requests } = pasted(script);
    assert.equal(label, 'SSJS WSProxy call');
    assert.deepEqual(
      requests.map(([title, method]) => [title, method]),
      [
        ['Retrieve List', 'Retrieve'],
        ['Create Subscriber', 'Create'],
        ['Update DataExtensionObject', 'Update'],
        ['Perform EmailSendDefinition', 'Perform'],
        ['Describe Send', 'Describe'],
      ],
    );
    assert.match(
      requests[0]?.[2] ?? '',
      /<Filter xsi:type="ComplexFilterPart"><LeftOperand xsi:type="SimpleFilterPart"><Property>ID</,
    );
    assert.match(toRequests(script)?.requests ?? '', /<Value>\{\{listName\}\}<\/Value>/);
    assert.match(
      requests[1]?.[2] ?? '',
      /<SubscriberKey>k1<\/SubscriberKey><EmailAddress>a&amp;b@example.com</,
    );
    assert.equal(requests[2]?.[2].match(/<Objects xsi:type="DataExtensionObject">/g)?.length, 2);
    assert.match(
      requests[3]?.[2] ?? '',
      /<Action>start<\/Action><Definitions><Definition xsi:type="EmailSendDefinition">/,
    );
  });

  it('takes AMPscript that builds objects', () => {
    const script = `%%[
      VAR @sub, @attr, @rr
      SET @mail = "vip@example.com"
      SET @sub = CreateObject("Subscriber")
      SetObjectProperty(@sub, "EmailAddress", @mail)
      SetObjectProperty(@sub, "SubscriberKey", @key)
      SET @attr = CreateObject("Attribute")
      SetObjectProperty(@attr, "Name", "City")
      SetObjectProperty(@attr, "Value", "Leeds")
      AddObjectArrayItem(@sub, "Attributes", @attr)
      SET @status = InvokeCreate(@sub, @message, @code)
      SET @rr = CreateObject("RetrieveRequest")
      SetObjectProperty(@rr, "ObjectType", "List")
      AddObjectArrayItem(@rr, "Properties", "ID")
      SET @rows = InvokeRetrieve(@rr, @status)
    ]%%`;
    const { label, requests } = pasted(script);
    assert.equal(label, 'AMPscript API call');
    assert.deepEqual(
      requests.map(([title]) => title),
      ['Create Subscriber', 'Retrieve List'],
    );
    assert.match(
      requests[0]?.[2] ?? '',
      /<EmailAddress>vip@example\.com<\/EmailAddress><SubscriberKey>value<\/SubscriberKey><Attributes xsi:type="Attribute"><Name>City</,
    );
    assert.match(requests[1]?.[2] ?? '', /<ObjectType>List<\/ObjectType><Properties>ID<\/Properties>/);
  });

  it('leaves everything else alone', () => {
    for (const text of [
      '',
      'hello',
      '<html/>',
      '{"a": 1}',
      'curl https://example.com',
      'var a = 1;',
      '<RetrieveRequestMsg/>',
    ]) {
      assert.equal(toRequests(text), undefined, text);
    }
  });

  it('never fails, whatever is pasted', () => {
    const piece = fc.constantFrom(
      'curl ',
      "'",
      '"',
      '\\',
      '{',
      '}',
      '<',
      '>',
      'CreateObject(',
      '@a',
      ',',
      ')',
      'WSProxy',
      '.retrieve("a",',
      'SET @x = ',
      '\n',
      '/*',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 30 }), (pieces) => {
        toRequests(pieces.join(''));
      }),
      { numRuns: 500 },
    );
  });
});
