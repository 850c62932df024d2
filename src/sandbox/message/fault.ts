/** The faults of the service: what each says, by the recordings and the documentation, and how it is written. */
import { element, escapeText, textElement } from '../xml/writer.ts';

/** What went wrong on the way to an operation; nothing was done. */
export class Fault {
  /** Who is to blame. `Security` is a code of the WS-Security namespace, the others are SOAP's own. */
  readonly code: 'Client' | 'Server' | 'Security';
  readonly text: string;
  /** The code of an `apifault` in the detail; `none` for an empty detail. Security faults have no detail at all. */
  readonly detail: number | 'none' | undefined;

  constructor(code: Fault['code'], text: string, detail?: number | 'none') {
    this.code = code;
    this.text = text;
    this.detail = detail;
  }
}

export const faults = {
  /** Recorded. */
  tokenExpired: (): Fault => new Fault('Security', 'Token Expired'),
  /** Recorded; the documentation writes `Login failed`. */
  loginFailed: (): Fault => new Fault('Security', 'Login Failed'),
  /** Recorded, with an empty detail. */
  unknownAction: (action: string): Fault =>
    new Fault('Client', `Server did not recognize the value of HTTP Header SOAPAction: ${action}.`, 'none'),
  /** Documented as a client fault with code 2; the text is inferred. */
  noAction: (): Fault => new Fault('Client', 'The SOAP action is not specified.', 2),
  /** The text with which ASP.NET web services refuse a message they cannot read; not recorded for this service. */
  unreadable: (place: { line: number; column: number }, reason: string): Fault =>
    new Fault(
      'Client',
      `Server was unable to read request. ---> There is an error in XML document (${String(place.line)}, ${String(place.column)}). ---> ${reason}`,
      'none',
    ),
  /** Recorded as a text; that it comes as a fault when the body does not hold the method's message is inferred. */
  noMessage: (): Fault => new Fault('Server', 'Object reference not set to an instance of an object.', 2),
  /** The text with which ASP.NET web services refuse what is no envelope of theirs; not recorded for this service. */
  versionMismatch: (namespace: string): Fault =>
    new Fault(
      'Client',
      `Possible SOAP version mismatch: Envelope namespace ${namespace} was unexpected. Expecting http://schemas.xmlsoap.org/soap/envelope/.`,
      'none',
    ),
  /** Recorded. */
  outage: (): Fault => new Fault('Server', 'Unplanned Outage', 2),
  /** Documented by its code; the text is inferred. */
  inMaintenance: (): Fault => new Fault('Server', 'The account is in maintenance.', 9),
  /** Documented. */
  rateLimited: (): Fault => new Fault('Server', 'Rate Limited', 17),
  /** The documented text of an unexpected error, code 2. */
  unexpected: (operation: string, id: number): Fault =>
    new Fault('Server', `Exception occurred during [${operation}] ErrorID: ${String(id)}`, 2),
} as const;

const securityNamespace = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';

/**
 * `soap:Fault` for an envelope of this version; the prefix `soap` must be in scope.
 * @param actor the address of the service. It stands in Security and Server faults.
 */
export function writeFault(fault: Fault, version: '1.1' | '1.2', actor: string): string {
  return version === '1.1' ? writeFault11(fault, actor) : writeFault12(fault, actor);
}

function writeFault11(fault: Fault, actor: string): string {
  const code =
    fault.code === 'Security'
      ? `<faultcode xmlns:q0="${securityNamespace}">q0:Security</faultcode>`
      : `<faultcode>soap:${fault.code}</faultcode>`;
  const blamed = fault.code === 'Client' ? '' : textElement('faultactor', actor);
  const detail = fault.detail === undefined ? '' : element('detail', writeApiFault(fault));
  return `<soap:Fault>${code}${textElement('faultstring', fault.text)}${blamed}${detail}</soap:Fault>`;
}

/** The SOAP 1.2 form was never recorded; this is the one that the standard gives to the same content. */
function writeFault12(fault: Fault, actor: string): string {
  const code = fault.code === 'Server' ? 'soap:Receiver' : 'soap:Sender';
  const subcode =
    fault.code === 'Security'
      ? `<soap:Subcode><soap:Value xmlns:q0="${securityNamespace}">q0:Security</soap:Value></soap:Subcode>`
      : '';
  const reason = `<soap:Reason><soap:Text xml:lang="en">${escapeText(fault.text)}</soap:Text></soap:Reason>`;
  const blamed = fault.code === 'Client' ? '' : textElement('soap:Node', actor);
  const detail = fault.detail === undefined ? '' : element('soap:Detail', writeApiFault(fault));
  return `<soap:Fault><soap:Code><soap:Value>${code}</soap:Value>${subcode}</soap:Code>${reason}${blamed}${detail}</soap:Fault>`;
}

function writeApiFault(fault: Fault): string {
  if (typeof fault.detail !== 'number') return '';
  const content = textElement('Code', String(fault.detail)) + textElement('Message', fault.text);
  return element('apifault', content, ' xmlns="urn:fault.partner.exacttarget.com"');
}
