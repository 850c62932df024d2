/** Answers that are errors: faults, errors inside HTTP 200, and what is no answer of the service at all. */
import assert from 'node:assert/strict';
import { MarketingCloudError, type ErrorCode } from '../../../src/soap/index.ts';
import { clientFor, failsWith, list, query, retrieved } from '../../support/scriptedClient.ts';
import { envelope, message } from '../../support/scriptedTransport.ts';

describe('SOAP client, answers that are errors', () => {
  it('takes an error inside HTTP 200 for an error', async () => {
    const text = 'Error: The Request Property(s) Foo do not match with the fields of List retrieve';
    const { client } = clientFor(retrieved(text, 'r-9'));
    await assert.rejects(client.retrieveAll(query), (error) => {
      assert.ok(failsWith('request-rejected', /Foo do not match/)(error));
      assert.equal(error instanceof MarketingCloudError && error.facts.requestId, 'r-9');
      return true;
    });
    const withoutTheWord = clientFor(retrieved('Unknown filter of type FilterPart encountered', 'r'));
    await assert.rejects(
      withoutTheWord.client.retrieveAll(query),
      failsWith('request-rejected', /Unknown filter/),
    );
  });

  const faults: readonly (readonly [string, ErrorCode])[] = [
    [
      '<faultcode>soap:Server</faultcode><faultstring>Rate Limited</faultstring><detail><apifault><Code>17</Code></apifault></detail>',
      'throttled',
    ],
    ['<faultcode>soap:Server</faultcode><faultstring>Unplanned Outage</faultstring>', 'unavailable'],
    [
      '<faultcode>soap:Client</faultcode><faultstring>no</faultstring><detail><apifault><Code>11</Code></apifault></detail>',
      'not-permitted',
    ],
    ['<faultcode>q0:Security</faultcode><faultstring>Login failed</faultstring>', 'login-failed'],
    [
      '<faultcode>soap:Client</faultcode><faultstring>Server did not recognize the value of HTTP Header SOAPAction: X.</faultstring>',
      'fault',
    ],
  ];

  for (const [fault, code] of faults) {
    it(`tells a fault by what it means: ${code}`, async () => {
      const { client } = clientFor(() => ({
        status: 500,
        body: envelope(`<soap:Fault>${fault}</soap:Fault>`),
      }));
      await assert.rejects(client.systemStatus({ attempts: 1 }), failsWith(code));
    });
  }

  it('reads SOAP 1.2 faults', async () => {
    const body =
      '<env:Envelope xmlns:env="http://www.w3.org/2003/05/soap-envelope"><env:Body><env:Fault><env:Code><env:Value>env:Receiver' +
      '</env:Value></env:Code><env:Reason><env:Text xml:lang="en">Unplanned Outage</env:Text></env:Reason></env:Fault></env:Body></env:Envelope>';
    const { client } = clientFor(() => ({ status: 500, body }));
    await assert.rejects(client.systemStatus({ attempts: 1 }), failsWith('unavailable', /Unplanned Outage/));
  });

  it('says what answered when it was not the service', async () => {
    const page = clientFor(() => ({
      status: 503,
      headers: { 'content-type': 'text/html' },
      body: '<!DOCTYPE html><html><head><title>Proxy sign-in</title></head></html>',
    }));
    await assert.rejects(
      page.client.systemStatus({ attempts: 1 }),
      failsWith('unavailable', /HTTP 503.*Proxy sign-in/),
    );
    const other = clientFor(() => ({ body: '<rss version="2.0"/>' }));
    await assert.rejects(other.client.systemStatus({ attempts: 1 }), failsWith('not-soap', /"rss"/));
    const plain = clientFor(() => ({
      status: 400,
      headers: { 'content-type': 'text/plain' },
      body: 'Bad Request',
    }));
    await assert.rejects(
      plain.client.systemStatus({ attempts: 1 }),
      failsWith('not-soap', /HTTP 400.*Bad Request/),
    );
    const nothing = clientFor(() => ({ status: 502, headers: {}, body: '' }));
    await assert.rejects(nothing.client.systemStatus({ attempts: 1 }), failsWith('unavailable', /HTTP 502/));
  });

  it('takes a cut-off answer for broken', async () => {
    const { client } = clientFor(() => ({
      body: envelope(message('RetrieveResponseMsg', list('a'))).slice(0, -30),
    }));
    await assert.rejects(client.retrieveAll(query), failsWith('malformed-answer', /not well-formed/));
  });

  it('refuses a document type, with entities in it or not', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + envelope('<x>&b;</x>');
    const { client } = clientFor(() => ({ body: bomb }));
    await assert.rejects(
      client.systemStatus({ attempts: 1 }),
      failsWith('malformed-answer', /document type/),
    );
  });

  it('reads every kind of failure of a row', async () => {
    const body = envelope(
      message(
        'CreateResponse',
        '<Results xsi:type="DataExtensionCreateResult"><StatusCode>Error</StatusCode><StatusMessage>bad row</StatusMessage>' +
          '<OrdinalID>0</OrdinalID><ErrorCode>2</ErrorCode><NewID>0</NewID><ErrorMessage>row text</ErrorMessage>' +
          '<KeyErrors><KeyError><Name>Id</Name><ErrorCode>70001</ErrorCode><ErrorMessage>null</ErrorMessage></KeyError></KeyErrors>' +
          '<ValueErrors><ValueError><Name>Age</Name><ErrorCode>70000</ErrorCode><ErrorMessage>no number</ErrorMessage></ValueError></ValueErrors>' +
          '</Results><RequestID>r</RequestID><OverallStatus>Error</OverallStatus>',
      ),
    );
    const { client } = clientFor(() => ({ body }));
    const { status, results } = await client.create([{ $type: 'DataExtensionObject', CustomerKey: 'k' }]);
    assert.equal(status, 'failed');
    assert.deepEqual(results[0]?.details, [
      { name: '', message: 'row text' },
      { name: 'Id', code: '70001', message: 'null' },
      { name: 'Age', code: '70000', message: 'no number' },
    ]);
    assert.equal(results[0].errorCode, 2);
  });
});
