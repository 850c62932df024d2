/** Credentials that do not work are told apart by which part of them is wrong. */
import assert from 'node:assert/strict';
import { MarketingCloudError, verifyAccess, type ErrorCode } from '../../../src/soap/index.ts';
import {
  envelope,
  message,
  ScriptedTransport,
  securityFault,
  tokenAnswer,
  type ScriptLine,
} from '../../support/scriptedTransport.ts';

const refusal: ScriptLine = () => ({
  status: 401,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ error: 'invalid_client', error_description: 'Client authentication failed.' }),
});

const userInfo: ScriptLine = () => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    user: { name: 'Integration' },
    organization: { enterprise_id: 1, enterprise_name: 'Northwind', member_id: 100, stack_key: 'S50' },
  }),
});

const systemStatus: ScriptLine = () => ({
  body: envelope(
    message(
      'SystemStatusResponseMsg',
      '<Results><Result><StatusCode>OK</StatusCode><StatusMessage/><SystemStatus>OK</SystemStatus></Result></Results>' +
        '<OverallStatus>OK</OverallStatus><OverallStatusMessage/><RequestID>r</RequestID>',
    ),
  ),
});

const unknownHost: ScriptLine = () => ({ error: Object.assign(new Error('no'), { code: 'ENOTFOUND' }) });

async function verify(online: boolean, ...script: readonly ScriptLine[]): Promise<unknown> {
  const transport = new ScriptedTransport(...script);
  const result = await verifyAccess(
    {
      authAddress: 'https://tenant.auth.example/',
      clientId: 'id',
      clientSecret: () => Promise.resolve('s'),
      accountId: 100,
    },
    { transport, isOnline: () => Promise.resolve(online) },
  );
  await transport.close();
  return result;
}

function withCode(code: ErrorCode): (error: unknown) => boolean {
  return (error) => {
    assert.equal(error instanceof MarketingCloudError ? error.code : error, code);
    return true;
  };
}

describe('verifying access', () => {
  it('tells whom good credentials are for', async () => {
    assert.deepEqual(await verify(true, () => tokenAnswer('t'), userInfo, systemStatus), {
      enterpriseId: 1,
      enterpriseName: 'Northwind',
      memberId: 100,
      userName: 'Integration',
      stack: 'S50',
    });
  });

  it('finds a wrong secret', async () => {
    await assert.rejects(verify(true, refusal, refusal), withCode('client-rejected'));
  });

  it('finds a wrong MID', async () => {
    await assert.rejects(
      verify(true, refusal, () => tokenAnswer('t')),
      withCode('business-unit-rejected'),
    );
  });

  it('finds a wrong subdomain, and tells it from having no network', async () => {
    await assert.rejects(verify(true, unknownHost), withCode('host-not-found'));
    await assert.rejects(verify(false, unknownHost), withCode('offline'));
  });

  it('finds a token that the SOAP service does not take', async () => {
    const script = [() => tokenAnswer('t'), userInfo, () => securityFault('Login Failed')];
    await assert.rejects(verify(true, ...script), withCode('login-failed'));
  });
});
