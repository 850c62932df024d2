/** Envelopes and faults, in both versions of SOAP, as the service writes them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import {
  envelope,
  post,
  startSandbox,
  textOf,
  type SoapReply,
  type TestSandbox,
} from '../../support/sandbox.ts';

const namespace = 'http://exacttarget.com/wsdl/partnerAPI';
const soap11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const soap12 = 'http://www.w3.org/2003/05/soap-envelope';
const addressing = 'http://schemas.xmlsoap.org/ws/2004/08/addressing';
const xml = { 'content-type': 'text/xml; charset=utf-8' };
const statusRequest = `<SystemStatusRequestMsg xmlns="${namespace}"/>`;

describe('sandbox SOAP service', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  let token: string;
  before(async () => {
    clock = manualClock(Date.UTC(2030, 0, 2, 16, 2, 4, 500));
    sandbox = await startSandbox({ clock, tokenLifetimeSeconds: 600 });
    token = await sandbox.token();
  });
  after(() => sandbox.stop());

  const fault = (reply: SoapReply): Record<string, string | undefined> => ({
    code: textOf(reply.message, 'faultcode'),
    text: textOf(reply.message, 'faultstring'),
    actor: textOf(reply.message, 'faultactor'),
  });

  it('answers a SOAP 1.1 request with the recorded envelope', async () => {
    const request = envelope(token, statusRequest).replace(
      '<soap:Header>',
      `<soap:Header><a:MessageID xmlns:a="${addressing}">urn:uuid:0dd284d7-89e5-4c74-a9d5-f84a604d008b</a:MessageID>`,
    );
    const reply = await post(sandbox, { ...xml, soapaction: 'GetSystemStatus' }, request);
    assert.equal(reply.status, 200);
    assert.equal(reply.headers.get('content-type'), 'text/xml; charset=utf-8');
    const header =
      /^<\?xml version="1\.0" encoding="utf-8"\?><soap:Envelope xmlns:soap="http:\/\/schemas\.xmlsoap\.org\/soap\/envelope\/" xmlns:xsi="[^"]+" xmlns:xsd="[^"]+" xmlns:wsa="[^"]+" xmlns:wsse="[^"]+" xmlns:wsu="[^"]+"><soap:Header><wsa:Action>GetSystemStatusResponse<\/wsa:Action><wsa:MessageID>urn:uuid:[0-9a-f-]{36}<\/wsa:MessageID><wsa:RelatesTo>urn:uuid:0dd284d7-89e5-4c74-a9d5-f84a604d008b<\/wsa:RelatesTo><wsa:To>http:\/\/schemas\.xmlsoap\.org\/ws\/2004\/08\/addressing\/role\/anonymous<\/wsa:To><wsse:Security><wsu:Timestamp wsu:Id="Timestamp-[0-9a-f-]{36}"><wsu:Created>2030-01-02T16:02:04Z<\/wsu:Created><wsu:Expires>2030-01-02T16:07:04Z<\/wsu:Expires><\/wsu:Timestamp><\/wsse:Security><\/soap:Header><soap:Body><SystemStatusResponseMsg xmlns="http:\/\/exacttarget\.com\/wsdl\/partnerAPI">/;
    assert.match(reply.envelope, header);
    assert.match(reply.envelope, /<\/SystemStatusResponseMsg><\/soap:Body><\/soap:Envelope>$/);
  });

  it('answers a SOAP 1.2 request in kind, the header under a prefix of its own', async () => {
    const request = `<s:Envelope xmlns:s="${soap12}" xmlns:a="${addressing}"><s:Header><a:Action s:mustUnderstand="1">GetSystemStatus</a:Action><fueloauth xmlns="http://exacttarget.com">${token}</fueloauth></s:Header><s:Body>${statusRequest}</s:Body></s:Envelope>`;
    for (const type of ['text/xml', 'application/soap+xml; charset=utf-8']) {
      const reply = await post(sandbox, { 'content-type': type }, request);
      assert.equal(reply.headers.get('content-type'), 'application/soap+xml; charset=utf-8');
      assert.match(reply.envelope, new RegExp(`<soap:Envelope xmlns:soap="${soap12}"`));
      assert.match(
        reply.envelope,
        new RegExp(
          `<env:Header xmlns:env="${soap12}"><wsa:Action>GetSystemStatusResponse<.*</env:Header><soap:Body>`,
        ),
      );
    }
  });

  it('takes the verb from the media type, and with or without quotes', async () => {
    const answers = [
      post(
        sandbox,
        { 'content-type': 'application/soap+xml; action="GetSystemStatus"' },
        envelope(token, statusRequest),
      ),
      post(sandbox, { ...xml, soapaction: '"GetSystemStatus"' }, envelope(token, statusRequest)),
      post(sandbox, { ...xml, soapaction: 'GetSystemStatus' }, `\ufeff${envelope(token, statusRequest)}`),
    ];
    for (const reply of await Promise.all(answers)) assert.equal(textOf(reply.message, 'SystemStatus'), 'OK');
  });

  it('takes the token in no namespace, and a header after the body, as public clients send them', async () => {
    const request = `<Envelope xmlns="${soap11}"><Body>${statusRequest}</Body><Header><fueloauth xmlns="">${token}</fueloauth></Header></Envelope>`;
    const reply = await post(sandbox, { ...xml, soapaction: 'GetSystemStatus' }, request);
    assert.equal(textOf(reply.message, 'SystemStatus'), 'OK');
  });

  it('names an unknown action in the recorded fault, before it looks at anything else', async () => {
    const reply = await post(sandbox, { ...xml, soapaction: 'Test' }, 'this is no XML');
    assert.equal(reply.status, 500);
    assert.equal(textOf(reply.envelope, 'wsa:Action'), `${addressing}/fault`);
    assert.equal(
      reply.message.replace(/ xmlns:xsi="[^"]+"/, ''),
      '<soap:Fault><faultcode>soap:Client</faultcode><faultstring>Server did not recognize the value of HTTP Header SOAPAction: Test.</faultstring><detail/></soap:Fault>',
    );
  });

  it('wants an action in the header or the envelope', async () => {
    const reply = await post(sandbox, { ...xml, soapaction: '""' }, envelope(token, statusRequest));
    assert.equal(reply.status, 500);
    assert.equal(fault(reply)['code'], 'soap:Client');
    assert.match(reply.message, /<apifault xmlns="urn:fault\.partner\.exacttarget\.com"><Code>2<\/Code>/);
  });

  const security =
    '<faultcode xmlns:q0="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">q0:Security</faultcode>';

  it('tells a wrong token from one that has run out, whatever the message is', async () => {
    const action = { ...xml, soapaction: 'GetSystemStatus' };
    for (const bad of ['nonsense', `${token}x`, '']) {
      const reply = await post(sandbox, action, envelope(bad, '<Nonsense/>'));
      assert.equal(reply.status, 500);
      assert.ok(
        reply.message.includes(
          `${security}<faultstring>Login Failed</faultstring><faultactor>${sandbox.address}/Service.asmx</faultactor></soap:Fault>`,
        ),
      );
    }
    const short = await sandbox.token(100_000_003);
    clock.advance(599_000);
    assert.equal((await post(sandbox, action, envelope(short, statusRequest))).status, 200);
    clock.advance(1000);
    const expired = await post(sandbox, action, envelope(short, statusRequest));
    assert.ok(expired.message.includes(`${security}<faultstring>Token Expired</faultstring>`));
    assert.equal(sandbox.lastRequest()?.outcome, 'Fault: Token Expired');
    assert.equal(sandbox.lastRequest()?.mid, 0);
    token = await sandbox.token();
  });

  it('says where a message is not XML, and what in it is of the wrong type', async () => {
    const send = (text: string): Promise<SoapReply> =>
      post(sandbox, { ...xml, soapaction: 'Retrieve' }, text);
    const broken = await send('<soap:Envelope>\n  <oops</soap:Envelope>');
    assert.match(
      fault(broken)['text'] ?? '',
      /^Server was unable to read request\. ---> There is an error in XML document \(1, 2\)\./,
    );
    const doctype = await send(
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${envelope(token, '<x>&e;</x>')}`,
    );
    assert.match(fault(doctype)['text'] ?? '', /document type/);
    const request = (content: string): string =>
      envelope(
        token,
        `<RetrieveRequestMsg xmlns="${namespace}"><RetrieveRequest>${content}</RetrieveRequest></RetrieveRequestMsg>`,
      );
    const wrong: readonly (readonly [string, RegExp])[] = [
      ['<ClientIDs><ID>seven</ID></ClientIDs>', /Input string was not in a correct format/],
      ['<ClientIDs><ID>99999999999</ID></ClientIDs>', /too large or too small/],
      ['<QueryAllAccounts>yes</QueryAllAccounts>', /'yes' is not a valid Boolean value/],
      [
        '<Filter xsi:type="SimpleFilterPart"><Property>a</Property><SimpleOperator>is</SimpleOperator></Filter>',
        /'is' is not a valid value for SimpleOperators/,
      ],
      [
        '<Filter xsi:type="SimpleFilterPart"><DateValue>now</DateValue></Filter>',
        /'now' is not a valid AllXsd value/,
      ],
      ['<Filter xsi:type="NoSuchPart"/>', /type was not recognized: name='NoSuchPart'/],
      ['<Filter xsi:type="List"/>', /type was not recognized: name='List'/],
      ['<Filter xsi:type="x:SimpleFilterPart"/>', /type was not recognized/],
    ];
    for (const [content, reason] of wrong) {
      const reply = await send(request(content));
      assert.equal(reply.status, 500);
      assert.match(fault(reply)['text'] ?? '', reason);
      assert.equal(fault(reply)['code'], 'soap:Client');
    }
  });

  it('writes faults in the form of SOAP 1.2 where that was asked', async () => {
    const request = `<s:Envelope xmlns:s="${soap12}"><s:Body>${statusRequest}</s:Body></s:Envelope>`;
    const reply = await post(sandbox, { ...xml, soapaction: 'GetSystemStatus' }, request);
    assert.equal(reply.status, 500);
    assert.match(
      reply.message,
      /<soap:Code><soap:Value>soap:Sender<\/soap:Value><soap:Subcode>.*q0:Security.*<soap:Reason><soap:Text xml:lang="en">Login Failed<\/soap:Text>/,
    );
  });

  it('wants the message of the action in the body, in its namespace', async () => {
    for (const body of [
      '',
      '<SystemStatusRequestMsg xmlns="urn:other"/>',
      `<RetrieveRequestMsg xmlns="${namespace}"/>`,
    ]) {
      const reply = await post(sandbox, { ...xml, soapaction: 'GetSystemStatus' }, envelope(token, body));
      assert.equal(fault(reply)['text'], 'Object reference not set to an instance of an object.');
      assert.match(sandbox.lastRequest()?.problems[0] ?? '', /SystemStatusRequestMsg/);
    }
  });

  it('takes elements in any order and drops what it does not know, and says so in the journal', async () => {
    const content =
      '<Options><BatchSize>1</BatchSize></Options><Nonsense>1</Nonsense><Properties>ID</Properties><ObjectType>List</ObjectType><ObjectType>Send</ObjectType>';
    const reply = await sandbox.call(
      'Retrieve',
      `<RetrieveRequestMsg><RetrieveRequest>${content}</RetrieveRequest></RetrieveRequestMsg>`,
    );
    assert.equal(textOf(reply.message, 'OverallStatus'), 'MoreDataAvailable');
    assert.match(reply.message, /xsi:type="List"/);
    assert.deepEqual(sandbox.lastRequest()?.problems, [
      'RetrieveRequestMsg/RetrieveRequest/Nonsense is not an element of RetrieveRequest and is dropped.',
      'RetrieveRequestMsg/RetrieveRequest/Properties is out of the order of the schema.',
      'RetrieveRequestMsg/RetrieveRequest/ObjectType is out of the order of the schema.',
      'RetrieveRequestMsg/RetrieveRequest/ObjectType is out of the order of the schema.',
      'RetrieveRequestMsg/RetrieveRequest/ObjectType is there more than once; the first one counts.',
    ]);
  });

  it('resolves xsi:type by whatever prefix is bound to the namespace', async () => {
    const filter = `<q1:Filter xsi:type="q1:SimpleFilterPart"><q1:Property>ListName</q1:Property><q1:SimpleOperator>equals</q1:SimpleOperator><q1:Value>Staff</q1:Value></q1:Filter>`;
    const body = `<q1:RetrieveRequestMsg xmlns:q1="${namespace}"><q1:RetrieveRequest><q1:ObjectType>List</q1:ObjectType><q1:Properties>ListName</q1:Properties>${filter}</q1:RetrieveRequest></q1:RetrieveRequestMsg>`;
    const reply = await post(sandbox, { ...xml, soapaction: 'Retrieve' }, envelope(token, body));
    assert.equal(textOf(reply.message, 'ListName'), 'Staff');
  });

  it('refuses envelopes of other kinds', async () => {
    for (const text of ['<a/>', '<Envelope/>', '<e:Envelope xmlns:e="urn:other"/>']) {
      const reply = await post(sandbox, { ...xml, soapaction: 'Retrieve' }, text);
      assert.match(fault(reply)['text'] ?? '', /^Possible SOAP version mismatch/);
    }
    assert.equal(sandbox.lastRequest()?.operation, 'Retrieve');
  });

  it('answers whatever bytes it gets, and lives on', async () => {
    const start = Buffer.from(envelope(token, statusRequest));
    const damaged = fc
      .tuple(fc.nat(start.length), fc.uint8Array({ maxLength: 20 }))
      .map(([at, bytes]) => Buffer.concat([start.subarray(0, at), bytes, start.subarray(at + bytes.length)]));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged), async (bytes) => {
        const { status } = await post(sandbox, { ...xml, soapaction: 'GetSystemStatus' }, bytes);
        assert.ok([200, 400, 500].includes(status), String(status));
        assert.doesNotMatch(sandbox.lastRequest()?.problems.join() ?? '', /The sandbox failed/);
      }),
    );
    assert.equal((await sandbox.call('GetSystemStatus', '<SystemStatusRequestMsg/>')).status, 200);
  });
});
