/** Fetches a document that stands beside the SOAP service. */
import type { TokenSource } from '../auth/tokenSource.ts';
import { defaultTimeouts, type CallOptions } from '../callOptions.ts';
import { MarketingCloudError } from '../errors.ts';
import { readText, type Transport } from './transport.ts';

/** @throws MarketingCloudError `not-soap` when there is none. */
export async function fetchBeside(
  { tokens, transport }: { readonly tokens: TokenSource; readonly transport: Transport },
  name: string,
  { signal, timeout = defaultTimeouts.synchronous }: CallOptions,
): Promise<string> {
  const { soapAddress } = await tokens.token(signal);
  const url = new URL(name, soapAddress).href;
  const response = await transport.send({
    method: 'GET',
    url,
    headers: {},
    timeout,
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await readText(response);
  if (response.status === 200) return text;
  const { status } = response;
  throw new MarketingCloudError('not-soap', `${url} answered HTTP ${String(status)}.`, {
    httpStatus: status,
  });
}
