/** A client over a scripted service, and the answers that scripts are made of. */
import assert from 'node:assert/strict';
import {
  ClientCredentialsSource,
  createFlow,
  MarketingCloudError,
  SoapClient,
  where,
  type CallRecord,
  type ErrorCode,
  type SoapClientOptions,
} from '../../src/soap/index.ts';
import { HurriedTimer } from './manualTimer.ts';
import { envelope, message, ScriptedTransport, tokenAnswer, type ScriptLine } from './scriptedTransport.ts';

export const secret = 'secret-of-the-test';

interface ScriptedClient {
  readonly client: SoapClient;
  readonly transport: ScriptedTransport;
  readonly records: CallRecord[];
  /** What it waited for, without waiting. */
  readonly timer: HurriedTimer;
}

/** A client whose service answers by a script; what it waits for is over at once. */
export function clientFor(...script: readonly ScriptLine[]): ScriptedClient {
  return clientWith({}, ...script);
}

export function clientWith(
  options: Partial<SoapClientOptions>,
  ...script: readonly ScriptLine[]
): ScriptedClient {
  return clientWithTokens([() => tokenAnswer('token-1'), ...script], options);
}

/** A client whose script begins with what the token service answers. */
export function clientWithTokens(
  script: readonly ScriptLine[],
  options: Partial<SoapClientOptions> = {},
): ScriptedClient {
  const transport = new ScriptedTransport(...script);
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
  const timer = new HurriedTimer();
  const flow = createFlow({ timer });
  return {
    client: new SoapClient({ tokens, transport, flow, log: (record) => records.push(record), ...options }),
    transport,
    records,
    timer,
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
