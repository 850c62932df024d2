/** Writes the catalogue back as a WSDL, so that standard SOAP tool-kits can be pointed at a service that speaks it. */
import type { Catalogue } from './catalogue.ts';
import { writeSchema } from './writeSchema.ts';

/**
 * A WSDL 1.1 document: one port, SOAP 1.1, document/literal, the SOAPAction being the operation's bare name.
 * @param address where the service listens, e.g. `https://TENANT.soap.marketingcloudapis.com/Service.asmx`.
 */
export function writeWsdl(catalogue: Catalogue, address: string): string {
  const { operations, targetNamespace } = catalogue;
  const message = (root: string): string =>
    `<message name="${root}"><part name="parameters" element="tns:${root}"/></message>`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:tns="${targetNamespace}" targetNamespace="${targetNamespace}">`,
    `<types>${writeSchema(catalogue)}</types>`,
    ...operations.flatMap(({ request, response }) => [message(request), message(response)]),
    '<portType name="Soap">',
    ...operations.map(
      ({ name, request, response }) =>
        `<operation name="${name}"><input message="tns:${request}"/><output message="tns:${response}"/></operation>`,
    ),
    '</portType>',
    '<binding name="SoapBinding" type="tns:Soap"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>',
    ...operations.map(
      ({ name }) =>
        `<operation name="${name}"><soap:operation soapAction="${name}"/><input><soap:body parts="parameters" use="literal"/></input><output><soap:body use="literal"/></output></operation>`,
    ),
    '</binding>',
    `<service name="PartnerAPI"><port name="Soap" binding="tns:SoapBinding"><soap:address location="${address}"/></port></service>`,
    '</definitions>',
    '',
  ].join('\n');
}
