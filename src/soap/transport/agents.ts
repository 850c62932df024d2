/** The agents that keep connections: direct ones, or through a proxy. */
import type * as nodeHttp from 'node:http';
import type * as nodeHttps from 'node:https';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';

export interface TransportOptions {
  /**
   * Address of the proxy; `environment` goes by HTTPS_PROXY, HTTP_PROXY and NO_PROXY, `none` by none. `environment`
   * when left out. An editor that brings its own modules has its own settings for it.
   */
  readonly proxy?: string;
  /** Certificates of authorities beside those that Node knows, as PEM. */
  readonly ca?: readonly string[];
}

interface Modules {
  readonly http: Pick<typeof nodeHttp, 'Agent'>;
  readonly https: Pick<typeof nodeHttps, 'Agent'>;
}

/** Connections that nobody uses are given up before the other side does it in the moment of a new request. */
const idleTime = 4000;

export class Agents {
  private readonly direct: { readonly http: nodeHttp.Agent; readonly https: nodeHttps.Agent };
  private readonly throughProxy = new Map<string, nodeHttp.Agent>();
  private readonly proxy: string;
  constructor({ http, https }: Modules, { proxy = 'environment' }: TransportOptions) {
    const options = { keepAlive: true, timeout: idleTime, scheduling: 'lifo' } as const;
    this.direct = { http: new http.Agent(options), https: new https.Agent(options) };
    this.proxy = proxy;
  }

  for(target: URL): nodeHttp.Agent {
    const proxy = this.proxyFor(target);
    if (proxy === '') return target.protocol === 'https:' ? this.direct.https : this.direct.http;
    const key = `${target.protocol} ${proxy}`;
    let agent = this.throughProxy.get(key);
    if (agent === undefined) {
      const options = { keepAlive: true, timeout: idleTime };
      agent =
        target.protocol === 'https:'
          ? new HttpsProxyAgent(proxy, options)
          : new HttpProxyAgent(proxy, options);
      this.throughProxy.set(key, agent);
    }
    return agent;
  }

  destroy(): void {
    for (const agent of [this.direct.http, this.direct.https, ...this.throughProxy.values()]) agent.destroy();
  }

  private proxyFor(target: URL): string {
    if (this.proxy === 'none') return '';
    return this.proxy === 'environment' ? getProxyForUrl(target.href) : this.proxy;
  }
}
