/** Tokens: fetched once, renewed in time, replaced once when expired, and never shown. */
import assert from 'node:assert/strict';
import { ClientCredentialsSource, type ErrorCode } from '../../../src/soap/index.ts';
import { clientFor, failsWith, list, query, retrieved, secret } from '../../support/scriptedClient.ts';
import {
  ScriptedTransport,
  securityFault,
  tokenAnswer,
  type ScriptLine,
} from '../../support/scriptedTransport.ts';

describe('SOAP client, tokens', () => {
  it('sends the token in the header and the method as SOAPAction', async () => {
    const { client, transport } = clientFor(retrieved('OK', 'r'));
    await client.retrieveAll(query);
    const call = transport.requests[1];
    assert.equal(call?.url, 'https://tenant.soap.example/Service.asmx');
    assert.equal(call.headers['soapaction'], 'Retrieve');
    assert.match(call.body ?? '', /<fueloauth xmlns="http:\/\/exacttarget.com">token-1<\/fueloauth>/);
    assert.equal((JSON.parse(transport.requests[0]?.body ?? '') as { account_id: string }).account_id, '100');
  });

  it('fetches one token for calls that start together', async () => {
    const { client, transport } = clientFor(retrieved('OK', 'a'), retrieved('OK', 'b'), retrieved('OK', 'c'));
    await Promise.all([client.retrieveAll(query), client.retrieveAll(query), client.retrieveAll(query)]);
    assert.equal(transport.requests.filter((request) => request.url.endsWith('/v2/token')).length, 1);
  });

  it('sends a call once more, with a new token, when the old one has expired', async () => {
    const { client, transport, records } = clientFor(
      () => securityFault('Token Expired'),
      () => tokenAnswer('token-2'),
      retrieved('OK', 'r', list('a')),
    );
    assert.equal((await client.retrieveAll(query)).length, 1);
    assert.match(transport.requests[3]?.body ?? '', />token-2</);
    assert.deepEqual(
      records.map((record) => [record.attempt, record.outcome]),
      [
        [1, 'token-expired'],
        [2, 'ok'],
      ],
    );
  });

  it('does not go on when the new token is refused as well', async () => {
    const { client, transport } = clientFor(
      () => securityFault('Token Expired'),
      () => tokenAnswer('token-2'),
      () => securityFault('Token Expired'),
    );
    await assert.rejects(client.retrieveAll(query), failsWith('token-expired'));
    await transport.close();
  });

  it('cancels before, while and after a token is fetched', async () => {
    const { client } = clientFor();
    await assert.rejects(client.systemStatus({ signal: AbortSignal.abort() }), failsWith('cancelled'));
  });

  it('tells a wrong secret from other refusals, and never repeats the secret', async () => {
    const refuse =
      (status: number, body: object): ScriptLine =>
      () => ({
        status,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const cases: readonly (readonly [ScriptLine, ErrorCode])[] = [
      [
        refuse(401, { error: 'invalid_client', error_description: 'Client authentication failed.' }),
        'client-rejected',
      ],
      [refuse(400, { error: 'invalid_scope', error_description: 'no' }), 'token-refused'],
      [refuse(200, { hello: 'world' }), 'not-soap'],
      [() => ({ status: 404, headers: { 'content-type': 'text/html' }, body: '<html/>' }), 'not-soap'],
      [() => ({ error: Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }) }), 'host-not-found'],
      [
        () => ({ error: Object.assign(new Error('cert'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }) }),
        'tls-failed',
      ],
    ];
    for (const [line, code] of cases) {
      const transport = new ScriptedTransport(line);
      const tokens = new ClientCredentialsSource(
        {
          authAddress: 'https://tenant.auth.example/',
          clientId: 'id',
          clientSecret: () => Promise.resolve(secret),
        },
        { transport },
      );
      await assert.rejects(tokens.token(), (error) => {
        assert.ok(failsWith(code, /tenant\.auth\.example/)(error));
        assert.ok(!JSON.stringify(error).includes(secret));
        return true;
      });
    }
  });

  it('renews a token before it ends, and not earlier than it must', async () => {
    let time = 0;
    const transport = new ScriptedTransport(
      () => tokenAnswer('a', 1000),
      () => tokenAnswer('b', 1000),
    );
    const tokens = new ClientCredentialsSource(
      { authAddress: 'https://t.auth.example/', clientId: 'id', clientSecret: () => Promise.resolve(secret) },
      { transport, now: () => time },
    );
    assert.equal((await tokens.token()).value, 'a');
    time = 800_000;
    assert.equal((await tokens.token()).value, 'a');
    time = 900_000;
    assert.equal((await tokens.token()).value, 'b');
  });
});
