/** Writes the SOAP envelope around a request, and finds message or fault in the envelope of an answer. */
import { MarketingCloudError } from '../errors.ts';
import { fuelOAuth, partnerApi, passwordText, soap11, soap12, wsse, xsd, xsi } from './namespaces.ts';
import { escapeText } from './text.ts';
import { child, type XmlElement } from './xmlTree.ts';

/** Who asks: an OAuth token, or a user name and its password. */
export interface EnvelopeCredential {
  readonly value: string;
  readonly userName?: string;
}

/** The message element as text, or as its bytes in pieces. */
export type MessageBody = string | readonly Uint8Array[];

/**
 * SOAP 1.1 envelope with the credential in its header. `body` is one element; it may rely on the prefixes xsi and xsd.
 */
export function writeEnvelope(body: MessageBody, credential: EnvelopeCredential): Uint8Array {
  const message = typeof body === 'string' ? [Buffer.from(body)] : body;
  return Buffer.concat([Buffer.from(beforeBody(credential)), ...message, Buffer.from(afterBody)]);
}

function beforeBody(credential: EnvelopeCredential): string {
  return (
    `<?xml version="1.0" encoding="utf-8"?>` +
    `<soap:Envelope xmlns:soap="${soap11}" xmlns:xsi="${xsi}" xmlns:xsd="${xsd}">` +
    `<soap:Header>${writeCredential(credential)}</soap:Header><soap:Body>`
  );
}

const afterBody = '</soap:Body></soap:Envelope>';

function writeCredential({ value, userName }: EnvelopeCredential): string {
  if (userName === undefined) return `<fueloauth xmlns="${fuelOAuth}">${escapeText(value)}</fueloauth>`;
  return (
    `<wsse:Security xmlns:wsse="${wsse}" soap:mustUnderstand="1"><wsse:UsernameToken>` +
    `<wsse:Username>${escapeText(userName)}</wsse:Username>` +
    `<wsse:Password Type="${passwordText}">${escapeText(value)}</wsse:Password>` +
    '</wsse:UsernameToken></wsse:Security>'
  );
}

/** A message of the API, its namespace made the default. */
export function messageElement(name: string, content: string): string {
  const [start, end] = messageTags(name);
  return start + content + end;
}

/** The tags around the content of a message, as `messageElement` writes them. */
export function messageTags(name: string): readonly [start: string, end: string] {
  return [`<${name} xmlns="${partnerApi}">`, `</${name}>`];
}

/** A SOAP fault, of either version. */
export interface SoapFault {
  /** Local part of the fault code: `Client`, `Server`, `Security`; SOAP 1.2's `Sender` and `Receiver` as they are. */
  readonly code: string;
  readonly message: string;
  /** `apifault/Code` of the detail, where there is one. */
  readonly apiCode?: number;
}

/** What the body of an answer holds. */
export type EnvelopeContent = { readonly message: XmlElement } | { readonly fault: SoapFault };

/**
 * Looks into an envelope.
 * @throws MarketingCloudError `not-soap` when the document is another one.
 */
export function readEnvelope(root: XmlElement): EnvelopeContent {
  const isEnvelope = root.name === 'Envelope' && (root.namespace === soap11 || root.namespace === soap12);
  const body = isEnvelope ? child(root, 'Body') : undefined;
  const content = body?.children[0];
  if (content === undefined) {
    throw new MarketingCloudError(
      'not-soap',
      isEnvelope
        ? 'The SOAP envelope of the answer has an empty body.'
        : `The answer is not a SOAP envelope: its root element is "${root.name}".`,
    );
  }
  const isFault = content.name === 'Fault' && content.namespace === root.namespace;
  return isFault ? { fault: readFault(content) } : { message: content };
}

function readFault(fault: XmlElement): SoapFault {
  const apiFault = descendant(fault, 'detail', 'apifault') ?? descendant(fault, 'Detail', 'apifault');
  const code = textOf(fault, 'faultcode') ?? textOf(fault, 'Code', 'Value') ?? '';
  const message = textOf(fault, 'faultstring') ?? textOf(fault, 'Reason', 'Text') ?? '';
  const apiCode = Number.parseInt(textOf(apiFault, 'Code') ?? '', 10);
  return {
    code: code.slice(code.indexOf(':') + 1),
    message: message === '' ? (textOf(apiFault, 'Message') ?? '') : message,
    ...(Number.isNaN(apiCode) ? {} : { apiCode }),
  };
}

function descendant(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = element;
  for (const name of path) found = found === undefined ? undefined : child(found, name);
  return found;
}

function textOf(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return descendant(element, ...path)?.text.trim();
}

/** The envelope as it will be sent, for a person to look at: a mark stands where the token goes. */
export function previewEnvelope(body: string): string {
  return beforeBody({ value: '•••' }) + body + afterBody;
}
