/** The front door of the WSDL reader, apart from the catalogue's own so that nobody loads an XML parser for look-ups. */
export { readWsdl } from './readWsdl.ts';
