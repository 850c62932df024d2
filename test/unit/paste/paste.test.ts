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

  it('says in the request what a script computes, and where', () => {
    const script = `%%[
      /* two lines,
         @key */
      SET @mail = Concat(@first, "@example.com")
      SET @sub = CreateObject("Subscriber")
      SetObjectProperty(@sub, "EmailAddress", @mail)
      SetObjectProperty(@sub, "SubscriberKey", Concat("k-", Lowercase(@first)))
      SetObjectProperty(@sub, "Status", Lookup("DE", "Status", "Key", @key))
      SET @status = InvokeCreate(@sub, @message, @code)
      SET @mail = "known@example.com"
      SetObjectProperty(@sub, "EmailAddress", @mail)
      SET @status = InvokeUpdate(@sub, @message, @code)
    ]%%`;
    const requests = toRequests(script)?.requests ?? '';
    const [created = '', updated = ''] = requests.split('\n\n');
    assert.deepEqual(created.split('\n').slice(0, 4), [
      '### Create Subscriber',
      '# The script computes mail: Concat(@first, "@example.com") (line 4 of the script)',
      '# The script computes value1: Concat("k-", Lowercase(@first)) (line 7 of the script)',
      '# The script computes value2: Lookup("DE", "Status", "Key", @key) (line 8 of the script)',
    ]);
    assert.match(created, /<SubscriberKey>\{\{value1\}\}<.*\n.*<Status>\{\{value2\}\}</);
    assert.match(updated, /<EmailAddress>known@example\.com</);
    assert.ok(!updated.includes('computes mail'));
    // The comments are none of the request.
    assert.equal(pasted(script).requests.length, 2);
  });

  it('says of WSProxy calls what they compute, and what has no place in a request', () => {
    const script = `<script runat="server">
      var api = new Script.Util.WSProxy();
      api.setClientId({ ID: 42 });
      api.createItem("Subscriber", {
        SubscriberKey: "k-" + Platform.Function.GUID(),
        EmailAddress: value1
      }, { SaveOptions: [] });
      api.updateBatch("DataExtensionObject", rows);
      api.retrieve("List", ["ID"], filter, { BatchSize: 5 });
    </script>`;
    const [created = '', updated = '', retrieved = ''] = (toRequests(script)?.requests ?? '').split('\n\n');
    const client = '# Not taken over: api.setClientId({ ID: 42 }) (line 3 of the script)';
    const notes = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('# '));
    assert.deepEqual(notes(created), [
      client,
      '# Not taken over: { SaveOptions: [] } (line 7 of the script)',
      '# The script computes value2: Platform.Function.GUID() (line 5 of the script)',
    ]);
    assert.match(created, /<SubscriberKey>k-\{\{value2\}\}<.*\n.*<EmailAddress>\{\{value1\}\}</);
    assert.deepEqual(notes(updated), [client, '# Not taken over: rows (line 8 of the script)']);
    assert.deepEqual(notes(retrieved), [client, '# Not taken over: { BatchSize: 5 } (line 9 of the script)']);
    assert.equal(pasted(script).requests[0]?.[1], 'Create');
  });

  it('says which body of a Postman collection is no request, and keeps its token out', () => {
    const item = (name: string, raw: string): object => ({ name, request: { body: { mode: 'raw', raw } } });
    const broken = envelope.replace('</ObjectType>', '</objectType>');
    const foreign = envelope.replaceAll('RetrieveRequestMsg', 'Other');
    const collection = { item: [item('Broken', broken), item('Fine', envelope), item('Foreign', foreign)] };
    const { requests = '' } = toRequests(JSON.stringify(collection)) ?? {};
    assert.match(
      requests,
      /^### Broken\n# The body was not taken over: it is not well-formed XML\. .+ \(line 4 of the body\)\n\n### Fine\n</,
    );
    assert.match(
      requests,
      /### Foreign\n# The body was not taken over: it holds no request of the Marketing Cloud SOAP API\.\n$/,
    );
    assert.ok(!requests.includes('TOKEN-4711'));
  });

  it('reads a script of very many calls in time', function () {
    this.timeout(10_000);
    const call =
      '\nSET @s = CreateObject("Subscriber")\nSetObjectProperty(@s, "EmailAddress", Concat(@a, "@b"))\nSET @r = InvokeCreate(@s, @m, @c)';
    const { requests = '' } = toRequests(call.repeat(20_000)) ?? {};
    assert.match(requests, /computes value20000: Concat\(@a, "@b"\) \(line 60000 of the script\)/);
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
