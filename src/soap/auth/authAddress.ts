/** Where tokens are asked for: from what a person knows of a tenant. */

/**
 * The base address of a tenant's token service.
 * @param subdomain `mc1234…`, or any address of the tenant (as the package's page shows them), or `http://host:port`.
 * @returns undefined when it can be neither.
 */
export function authAddressOf(subdomain: string): string | undefined {
  const text = subdomain.trim();
  if (/^[\w-]+$/.test(text)) return `https://${text}.auth.marketingcloudapis.com/`;
  if (!URL.canParse(text)) return undefined;
  const { protocol, host, hostname, origin } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const tenant = /^([\w-]+)\.(?:auth|rest|soap)\.marketingcloudapis\.com$/.exec(host)?.[1];
  if (tenant !== undefined) return `https://${tenant}.auth.marketingcloudapis.com/`;
  // A secret may travel in the clear only as far as this machine.
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return protocol === 'https:' || isLocal ? `${origin}/` : undefined;
}
