/** HTTP as this window does it: with its proxy settings and its certificates. */
import { createRequire } from 'node:module';
import type { HttpModules, Transport } from '../../soap/index.ts';

/**
 * VS Code hands out its own `http` and `https` to who asks by `require`, and by these very names: they go by
 * `http.proxy` and the other settings of that group, by the proxy and the certificates of the system, and by the
 * environment. An `import`, or a name with `node:`, would get Node's own.
 */
export async function createTransport(): Promise<Transport> {
  const { NodeTransport } = await import('../../soap/index.ts');
  const require = createRequire(import.meta.url);
  const modules: HttpModules = {
    http: require('http') as HttpModules['http'],
    https: require('https') as HttpModules['https'],
  };
  return new NodeTransport({ modules, proxy: 'none' });
}
