/** HTTP over Node's own client: kept connections, gzip, time-outs, a proxy, and a signal that reaches the socket. */
import * as nodeHttp from 'node:http';
import * as nodeHttps from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { rootCertificates } from 'node:tls';
import { urlToHttpOptions } from 'node:url';
import { createGunzip } from 'node:zlib';
import { MarketingCloudError } from '../errors.ts';
import { Agents, type TransportOptions } from './agents.ts';
import { IdleWatch } from './idleWatch.ts';
import { networkError } from './networkError.ts';
import type { HttpRequest, HttpResponse, Transport } from './transport.ts';

/** The two modules of Node, or an editor's own that know its proxy and its certificates. */
export interface HttpModules {
  readonly http: Pick<typeof nodeHttp, 'request' | 'Agent'>;
  readonly https: Pick<typeof nodeHttps, 'request' | 'Agent'>;
}

interface Target {
  readonly module: HttpModules['http'];
  readonly agent: nodeHttp.Agent;
  readonly options: nodeHttps.RequestOptions;
}

export class NodeTransport implements Transport {
  private readonly modules: HttpModules;
  private readonly agents: Agents;
  /** For the host that is asked; a proxy on the way is none of it. */
  private readonly certificates: { readonly ca?: string[] };
  /** Where requests go, by address: there are few, and finding it out takes time. */
  private readonly targets = new Map<string, Target>();
  private readonly underWay = new Set<nodeHttp.ClientRequest>();

  constructor(options: TransportOptions & { readonly modules?: HttpModules } = {}) {
    this.modules = options.modules ?? { http: nodeHttp, https: nodeHttps };
    this.agents = new Agents(this.modules, options);
    const { ca } = options;
    this.certificates = ca === undefined ? {} : { ca: [...rootCertificates, ...ca] };
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    const watch = new IdleWatch(request.timeout, request.signal);
    try {
      const outgoing = this.start(request);
      this.underWay.add(outgoing);
      outgoing.once('close', () => this.underWay.delete(outgoing));
      const response = await watch.response(outgoing, request.body);
      const { statusCode = 0, headers } = response;
      if (statusCode === 407) throw proxyRefused(response, request.url);
      return {
        status: statusCode,
        headers: flatten(headers),
        body: read(response, watch, request.url),
        connect: watch.connect,
      };
    } catch (error) {
      watch.stop();
      throw networkError(error, request.url);
    }
  }

  close(): Promise<void> {
    for (const request of this.underWay) request.destroy(closed());
    this.agents.destroy();
    return Promise.resolve();
  }

  private start({ url, method, headers, body }: HttpRequest): nodeHttp.ClientRequest {
    const target = this.targets.get(url) ?? this.findTarget(url);
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    return target.module.request({
      ...target.options,
      method,
      headers: { 'accept-encoding': 'gzip', ...length, ...headers },
      agent: target.agent,
    });
  }

  private findTarget(address: string): Target {
    const url = new URL(address);
    const isSecure = url.protocol === 'https:';
    const target: Target = {
      module: isSecure ? this.modules.https : this.modules.http,
      agent: this.agents.for(url),
      options: { ...urlToHttpOptions(url), ...(isSecure ? this.certificates : {}) },
    };
    this.targets.set(address, target);
    return target;
  }
}

async function* read(
  response: nodeHttp.IncomingMessage,
  watch: IdleWatch,
  url: string,
): AsyncGenerator<Uint8Array> {
  // The callback is there because a pipeline without one throws what its reader is told anyway.
  const stream: Readable =
    response.headers['content-encoding'] === 'gzip'
      ? pipeline(response, createGunzip(), () => undefined)
      : response;
  try {
    watch.expect();
    for await (const chunk of stream) {
      // Time that the reader takes is no silence of the server.
      watch.pause();
      yield chunk as Uint8Array;
      watch.expect();
    }
  } catch (error) {
    throw networkError(watch.reason ?? error, url);
  } finally {
    watch.stop();
    if (!response.complete || !response.readableEnded) response.destroy();
  }
}

/** A page of the proxy stands where the answer would: nobody needs it. */
function proxyRefused(response: nodeHttp.IncomingMessage, url: string): MarketingCloudError {
  response.destroy();
  const { host } = new URL(url);
  return new MarketingCloudError(
    'proxy-refused',
    `The proxy on the way to ${host} wants to know who asks (HTTP 407).`,
    { host, httpStatus: 407, notActedOn: true },
  );
}

function closed(): Error {
  return Object.assign(new Error('The transport was closed.'), { code: 'ERR_CLOSED' });
}

function flatten(headers: nodeHttp.IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
