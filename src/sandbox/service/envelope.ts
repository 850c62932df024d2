/** Stage 3 of a SOAP request: takes the envelope apart. */
import { faults, type Fault } from '../message/fault.ts';
import { childNamed, type XmlElement } from '../xml/element.ts';

export type SoapVersion = '1.1' | '1.2';

/** The namespace of each version's envelope. */
export const envelopeNamespaces: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};

/** WS-Addressing of August 2004, the only one that the service speaks (recorded). */
export const addressingNamespace = 'http://schemas.xmlsoap.org/ws/2004/08/addressing';

/** The token's header is taken in its own namespace and, as many samples have it, in none (documented). */
const tokenNamespaces = ['http://exacttarget.com', ''];

/** The headers of the legacy sign-in. */
const securityNamespace = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';

/** What an envelope says of who sends it. */
export interface Credentials {
  readonly token: string | undefined;
  readonly user: { readonly name: string; readonly password: string } | undefined;
}

export interface Envelope {
  readonly version: SoapVersion;
  /** The operation's name by WS-Addressing. */
  readonly action: string | undefined;
  readonly messageId: string | undefined;
  readonly credentials: Credentials;
  /** The message: the first child of the body. */
  readonly message: XmlElement | undefined;
}

/**
 * Reads the envelope of either SOAP version. Header and Body may come in either order: public clients send the Body
 * first, and the service takes it.
 */
export function readEnvelope(root: XmlElement): Envelope | Fault {
  const version = (['1.1', '1.2'] as const).find((each) => envelopeNamespaces[each] === root.namespace);
  if (root.name !== 'Envelope' || version === undefined) {
    return faults.versionMismatch(root.namespace);
  }
  const header = childNamed(root, 'Header', [root.namespace]);
  const body = childNamed(root, 'Body', [root.namespace]);
  const headerText = (name: string, namespaces: readonly string[]): string | undefined => {
    const text = header === undefined ? undefined : childNamed(header, name, namespaces)?.text.trim();
    return text === '' ? undefined : text;
  };
  return {
    version,
    action: headerText('Action', [addressingNamespace]),
    messageId: headerText('MessageID', [addressingNamespace]),
    credentials: { token: headerText('fueloauth', tokenNamespaces), user: userOf(header) },
    message: body?.children[0],
  };
}

/** The user of a WS-Security UsernameToken, with its password as plain text: nothing else is documented. */
function userOf(header: XmlElement | undefined): Credentials['user'] {
  const inside = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
    element === undefined ? undefined : childNamed(element, name, [securityNamespace]);
  const token = inside(inside(header, 'Security'), 'UsernameToken');
  const [name, password] = [inside(token, 'Username'), inside(token, 'Password')];
  if (name === undefined || password === undefined) return undefined;
  return { name: name.text.trim(), password: password.text.trim() };
}
