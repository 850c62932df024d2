/** A sandbox org for tests, and the plainest way to talk to it: requests and answers as text. */
import {
  createSandbox,
  type Clock,
  type RequestRecord,
  type Sandbox,
  type SandboxOptions,
} from '../../src/sandbox/index.ts';
import { fieldNamed } from '../../src/sandbox/org/dataExtension.ts';
import type { Org } from '../../src/sandbox/org/org.ts';
import { seeds } from '../../src/sandbox/seeds.ts';

/** The namespace of all messages. */
const namespace = 'http://exacttarget.com/wsdl/partnerAPI';

export interface SoapReply {
  readonly status: number;
  readonly headers: Headers;
  /** The whole envelope. */
  readonly envelope: string;
  /** The child of the body with the declarations that it needs to stand alone. */
  readonly message: string;
}

export interface TestSandbox extends Sandbox {
  /** A new token for a business unit, for the enterprise by default. */
  token(mid?: number): Promise<string>;
  /**
   * Calls an operation, under a new token, with a message that is written without its namespace:
   * `<CreateRequest>…</CreateRequest>`.
   */
  call(operation: string, message: string, mid?: number): Promise<SoapReply>;
  /** Retrieves properties of a type; `rest` is whatever else the RetrieveRequest is to hold. */
  retrieve(type: string, properties: readonly string[], rest?: string, mid?: number): Promise<SoapReply>;
  /** The last request, as the journal has it. */
  lastRequest(): RequestRecord | undefined;
}

/** Starts a sandbox; whoever starts it stops it. */
export async function startSandbox(options: SandboxOptions = {}): Promise<TestSandbox> {
  const sandbox = await createSandbox(options);
  const token = (mid?: number): Promise<string> => requestToken(sandbox, mid);
  const call = async (operation: string, message: string, mid?: number): Promise<SoapReply> => {
    const body = message.replace(/^<(\w+)/, `<$1 xmlns="${namespace}"`);
    const headers = { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${operation}"` };
    return post(sandbox, headers, envelope(await token(mid), body));
  };
  return {
    ...sandbox,
    token,
    call,
    retrieve: (type, properties, rest = '', mid) => {
      const names = properties.map((name) => `<Properties>${name}</Properties>`).join('');
      const request = `<RetrieveRequest><ObjectType>${type}</ObjectType>${names}${rest}</RetrieveRequest>`;
      return call('Retrieve', `<RetrieveRequestMsg>${request}</RetrieveRequestMsg>`, mid);
    },
    lastRequest: () => sandbox.requests().at(-1),
  };
}

/** A SOAP 1.1 envelope around a body. */
export function envelope(token: string, body: string): string {
  return (
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<soap:Header><fueloauth xmlns="http://exacttarget.com">${token}</fueloauth></soap:Header>` +
    `<soap:Body>${body}</soap:Body></soap:Envelope>`
  );
}

/** Posts an envelope to the SOAP service as it stands. */
export async function post(
  sandbox: Sandbox,
  headers: Readonly<Record<string, string>>,
  text: string | Uint8Array,
): Promise<SoapReply> {
  const response = await fetch(`${sandbox.address}/Service.asmx`, { method: 'POST', headers, body: text });
  const answer = await response.text();
  const inside = /<soap:Body>(.*)<\/soap:Body>/s.exec(answer)?.[1] ?? '';
  const message = inside.replace(/^<([\w:]+)/, '<$1 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"');
  return { status: response.status, headers: response.headers, envelope: answer, message };
}

async function requestToken(sandbox: Sandbox, mid: number | undefined): Promise<string> {
  const { clientId, clientSecret } = sandbox.connection;
  const response = await fetch(`${sandbox.address}/v2/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      ...(mid === undefined ? {} : { account_id: mid }),
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}

/** The texts of all elements with this name, in the order of the document, references resolved. */
export function textsOf(xml: string, name: string): string[] {
  const pattern = new RegExp(`<${name}(?:\\s[^>]*)?(?:/>|>([^<]*)</${name}>)`, 'g');
  return [...xml.matchAll(pattern)].map((match) => unescape(match[1] ?? ''));
}

/** The text of the first element with this name. */
export function textOf(xml: string, name: string): string | undefined {
  return textsOf(xml, name)[0];
}

function unescape(text: string): string {
  return text
    .replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** What the demo seed of these settings holds, looked at in memory: neither HTTP nor XML comes in between. */
export class SeededOrg {
  private readonly org: Org;

  constructor(settings: { readonly clock: Clock; readonly randomSeed: number }) {
    this.org = seeds.demo(settings.clock, settings.randomSeed);
  }

  /** Key and name of the enterprise's data extensions, in their order. */
  extensions(): (readonly [key: string, name: string])[] {
    const { enterprise, dataExtensions } = this.org;
    return [...dataExtensions.all()]
      .filter(({ mid }) => mid === enterprise.mid)
      .map(({ key, name }) => [key, name]);
  }

  /** The cells of a data extension of the enterprise, row by row; `count` rows of it, or all. */
  rows(key: string, columns: readonly string[], count?: number): string[][] {
    const { enterprise, dataExtensions } = this.org;
    const extension = dataExtensions.find(enterprise.mid, 'key', key) ?? missing(key);
    const fields = columns.map((name) => fieldNamed(extension, name) ?? missing(name));
    return Array.from({ length: count ?? extension.rows.count }, (_, row) =>
      fields.map((field) => extension.rows.cell(row, field) ?? ''),
    );
  }
}

function missing(name: string): never {
  throw new Error(`The seed has no ${name}.`);
}
