/** A transport that answers from a script, and fails the test on a request that the script does not expect. */
import assert from 'node:assert/strict';
import { networkError } from '../../src/soap/transport/networkError.ts';
import type { HttpRequest, HttpResponse, Transport } from '../../src/soap/transport/transport.ts';

/** What the script answers to one request: a response, or an error as a socket would throw it. */
export type ScriptedAnswer = Partial<Omit<HttpResponse, 'body'>> & {
  readonly body?: string;
  readonly error?: Error;
};
/** A request with its body as text. */
export type SentRequest = Omit<HttpRequest, 'body'> & { readonly body?: string };
export type ScriptLine = (request: SentRequest) => ScriptedAnswer | Promise<ScriptedAnswer>;

export class ScriptedTransport implements Transport {
  readonly requests: SentRequest[] = [];
  private readonly script: ScriptLine[];

  constructor(...script: readonly ScriptLine[]) {
    this.script = [...script];
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    const sent = asText(request);
    this.requests.push(sent);
    const line = this.script.shift();
    assert.ok(line, `unexpected request: ${request.method} ${request.url}`);
    const answer = await line(sent);
    if (answer.error !== undefined) throw networkError(answer.error, request.url);
    const { status = 200, headers = { 'content-type': 'text/xml; charset=utf-8' }, body = '' } = answer;
    return { status, headers, body: pieces(body) };
  }

  async close(): Promise<void> {
    assert.equal(this.script.length, 0, 'the script expected more requests');
    return Promise.resolve();
  }
}

export function asText({ body, ...request }: HttpRequest): SentRequest {
  return body === undefined ? request : { ...request, body: Buffer.from(body).toString('utf8') };
}

/** The body in pieces of odd length, as a network brings it. */
async function* pieces(body: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(body);
  for (let from = 0; from < bytes.length; from += 37)
    yield await Promise.resolve(bytes.subarray(from, from + 37));
}

/** An envelope of the service around a message. */
export function envelope(message: string): string {
  return (
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soap:Header/><soap:Body>' +
    `${message}</soap:Body></soap:Envelope>`
  );
}

/** A message of the API. */
export function message(name: string, content: string): string {
  return `<${name} xmlns="http://exacttarget.com/wsdl/partnerAPI">${content}</${name}>`;
}

/** A fault as recorded from the real service. */
export function securityFault(text: string): ScriptedAnswer {
  return {
    status: 500,
    body: envelope(
      '<soap:Fault><faultcode xmlns:q0="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">' +
        `q0:Security</faultcode><faultstring>${text}</faultstring></soap:Fault>`,
    ),
  };
}

/** A token answer; every call gives the next token. */
export function tokenAnswer(value: string, lifetime = 1079): ScriptedAnswer {
  return {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      access_token: value,
      token_type: 'Bearer',
      expires_in: lifetime,
      scope: 'email_read list_and_subscribers_read',
      soap_instance_url: 'https://tenant.soap.example/',
      rest_instance_url: 'https://tenant.rest.example/',
    }),
  };
}
