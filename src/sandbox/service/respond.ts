/** Stage 9 of a SOAP request: the answer in its envelope, as recorded. */
import type { Mishap } from '../faults/strike.ts';
import { Fault, writeFault } from '../message/fault.ts';
import { ApiStruct } from '../message/value.ts';
import { writeMessage } from '../message/writeMessage.ts';
import type { Answer } from '../operations/operation.ts';
import type { Org } from '../org/org.ts';
import { formatUtc } from '../serverTime.ts';
import { textElement } from '../xml/writer.ts';
import type { TrapBoard } from '../traps/traps.ts';
import { withOffsets } from './loudAnswer.ts';
import { addressingNamespace, envelopeNamespaces, type SoapVersion } from './envelope.ts';

export interface SoapReply {
  /** 200, 500 for a fault, 503 from a gateway. */
  readonly status: number;
  readonly contentType: string;
  /** The whole text, or its pieces where it is long and made while it is sent. */
  readonly body: string | Iterable<Buffer>;
  readonly mishap?: Mishap;
}

/** What stands before the service answers while that is away (inferred). */
export const gatewayReply: SoapReply = {
  status: 503,
  contentType: 'text/html; charset=utf-8',
  body: '<!doctype html><html><head><title>503</title></head><body><h1>Service Unavailable</h1></body></html>',
};

export interface Addressee {
  readonly version: SoapVersion;
  readonly operation: string;
  /** The MessageID of the request; with none, the answer relates to one that is made up (recorded). */
  readonly messageId: string | undefined;
}

const contentTypes: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'text/xml; charset=utf-8',
  '1.2': 'application/soap+xml; charset=utf-8',
};

const anonymous = `${addressingNamespace}/role/anonymous`;
const security = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity';

/** How long after its making an answer says that it holds. */
const lifetime = 5 * 60_000;

/** The answer or fault, in an envelope of the request's version. */
export function respond(
  service: { readonly org: Org; readonly endpoint: string; readonly traps: TrapBoard },
  result: Answer | Fault,
  addressee: Addressee,
): SoapReply {
  const { version, operation } = addressee;
  const isFault = result instanceof Fault;
  const action = isFault ? `${addressingNamespace}/fault` : `${operation}Response`;
  const start = startOf(version) + headerOf(service.org, action, addressee) + '<soap:Body>';
  const contentType = contentTypes[version];
  if (isFault) {
    const fault = writeFault(result, version, service.endpoint);
    return { status: 500, contentType, body: `${start}${fault}${end}` };
  }
  const { message } = result;
  const isLoud = service.traps.isLoud('server-time');
  if (message instanceof ApiStruct) {
    const text = writeMessage(message);
    return { status: 200, contentType, body: `${start}${isLoud ? withOffsets(text) : text}${end}` };
  }
  return { status: 200, contentType, body: enclosed(start, isLoud ? loudPieces(message) : message) };
}

/** The pieces of rows are whole rows, so that no date-time is cut in two. */
function* loudPieces(pieces: Iterable<Buffer>): Iterable<Buffer> {
  for (const piece of pieces) yield Buffer.from(withOffsets(piece.toString()));
}

const end = '</soap:Body></soap:Envelope>';

function* enclosed(start: string, pieces: Iterable<Buffer>): Iterable<Buffer> {
  yield Buffer.from(start);
  yield* pieces;
  yield Buffer.from(end);
}

function startOf(version: SoapVersion): string {
  return (
    '<?xml version="1.0" encoding="utf-8"?>' +
    `<soap:Envelope xmlns:soap="${envelopeNamespaces[version]}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"` +
    ` xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:wsa="${addressingNamespace}"` +
    ` xmlns:wsse="${security}-secext-1.0.xsd" xmlns:wsu="${security}-utility-1.0.xsd">`
  );
}

function headerOf(org: Org, action: string, { version, messageId }: Addressee): string {
  const { random } = org;
  const now = org.clock.now();
  const content =
    textElement('wsa:Action', action) +
    textElement('wsa:MessageID', `urn:uuid:${random.guid()}`) +
    textElement('wsa:RelatesTo', messageId ?? `urn:uuid:${random.guid()}`) +
    textElement('wsa:To', anonymous) +
    `<wsse:Security><wsu:Timestamp wsu:Id="Timestamp-${random.guid()}">` +
    textElement('wsu:Created', formatUtc(now)) +
    textElement('wsu:Expires', formatUtc(now + lifetime)) +
    '</wsu:Timestamp></wsse:Security>';
  // The header of a SOAP 1.2 answer has a prefix of its own (recorded).
  return version === '1.1'
    ? `<soap:Header>${content}</soap:Header>`
    : `<env:Header xmlns:env="${envelopeNamespaces['1.2']}">${content}</env:Header>`;
}
