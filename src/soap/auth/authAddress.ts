/** Where tokens are asked for, and where the service is: from what a person knows of a tenant. */

/**
 * The base address of a tenant's token service.
 * @param subdomain `mc1234…`, or any address of the tenant (as the package's page shows them), or `http://host:port`.
 * @returns undefined when it can be neither.
 */
export function authAddressOf(subdomain: string): string | undefined {
  const text = subdomain.trim();
  const tenant = tenantOf(text);
  if (tenant !== undefined) return `https://${tenant}.auth.marketingcloudapis.com/`;
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, origin } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return protocol === 'https:' || isThisMachine(hostname) ? `${origin}/` : undefined;
}

/**
 * The address of the SOAP service, for ways of signing in that are not told it with a token.
 * @param given a tenant as for `authAddressOf`, the number of a legacy instance such as `s4`, or the address itself.
 * @returns undefined when it can be none of these.
 */
export function soapAddressOf(given: string): string | undefined {
  const text = given.trim();
  const instance = /^s(\d{1,2})$/i.exec(text)?.[1];
  if (instance !== undefined) {
    return `https://webservice.${instance === '1' ? '' : `s${instance}.`}exacttarget.com/Service.asmx`;
  }
  const tenant = tenantOf(text);
  if (tenant !== undefined) return `https://${tenant}.soap.marketingcloudapis.com/Service.asmx`;
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, origin, pathname } = new URL(text);
  if (protocol !== 'https:' && !(protocol === 'http:' && isThisMachine(hostname))) return undefined;
  return `${origin}${pathname === '/' ? '/Service.asmx' : pathname}`;
}

function tenantOf(text: string): string | undefined {
  if (/^[\w-]+$/.test(text)) return text;
  const host = URL.canParse(text) ? new URL(text).host : '';
  return /^([\w-]+)\.(?:auth|rest|soap)\.marketingcloudapis\.com$/.exec(host)?.[1];
}

/** A secret may travel in the clear only as far as this machine. */
function isThisMachine(hostname: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
