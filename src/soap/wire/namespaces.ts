/** The namespaces of the SOAP API's messages. Answers are read by namespace and local name, never by prefix. */

export const partnerApi = 'http://exacttarget.com/wsdl/partnerAPI';
export const soap11 = 'http://schemas.xmlsoap.org/soap/envelope/';
export const soap12 = 'http://www.w3.org/2003/05/soap-envelope';
export const xsi = 'http://www.w3.org/2001/XMLSchema-instance';
export const xsd = 'http://www.w3.org/2001/XMLSchema';
export const fuelOAuth = 'http://exacttarget.com';
/** WS-Security, for the legacy user-name token. */
export const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
export const passwordText =
  'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText';
