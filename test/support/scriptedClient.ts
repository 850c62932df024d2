/** A client over a scripted service, and the answers that scripts are made of. */
import assert from 'node:assert/strict';
import {
  ClientCredentialsSource,
  MarketingCloudError,
  SoapClient,
  where,
  type CallRecord,
  type ErrorCode,
} from '../../src/soap/index.ts';
import { envelope, message, ScriptedTransport, tokenAnswer, type ScriptLine } from './scriptedTransport.ts';

export const secret = 'secret-of-the-test';

export function clientFor(...script: readonly ScriptLine[]): {
  client: SoapClient;
  transport: ScriptedTransport;
  records: CallRecord[];
} {
  const transport = new ScriptedTransport(() => tokenAnswer('token-1'), ...script);
  const tokens = new ClientCredentialsSource(
    {
      authAddress: 'https://tenant.auth.example/',
      clientId: 'id',
      clientSecret: () => Promise.resolve(secret),
      accountId: 100,
    },
    { transport },
  );
  const records: CallRecord[] = [];
  return {
    client: new SoapClient({ tokens, transport, log: (record) => records.push(record) }),
    transport,
    records,
  };
}

export function retrieved(status: string, requestId: string, ...results: readonly string[]): ScriptLine {
  const head = `<OverallStatus>${status}</OverallStatus><RequestID>${requestId}</RequestID>`;
  return () => ({ body: envelope(message('RetrieveResponseMsg', head + results.join(''))) });
}

export function list(name: string): string {
  return `<Results xsi:type="List"><PartnerKey xsi:nil="true"/><ID>7</ID><ListName>${name}</ListName></Results>`;
}

export function created(...codes: readonly string[]): string {
  const results = codes.map(
    (code, index) =>
      `<Results><StatusCode>${code}</StatusCode><StatusMessage>m</StatusMessage><OrdinalID>${String(index)}</OrdinalID><NewID>0</NewID></Results>`,
  );
  return envelope(
    message('CreateResponse', `${results.join('')}<RequestID>r</RequestID><OverallStatus>OK</OverallStatus>`),
  );
}

export function failsWith(code: ErrorCode, pattern = /./): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof MarketingCloudError, String(error));
    assert.equal(error.code, code);
    assert.match(error.message, pattern);
    return true;
  };
}

export const query = {
  objectType: 'List',
  properties: ['ID', 'ListName'],
  filter: where('ID', 'greaterThan', 3),
};
