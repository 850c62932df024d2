/**
 * Parts of undici by themselves. Its main module installs a dispatcher for the whole process when it is loaded, which
 * VS Code and other extensions in the same host would share; these parts do not.
 */
declare module 'undici/lib/dispatcher/pool.js' {
  import type { Pool } from 'undici';
  const PoolConstructor: typeof Pool;
  export default PoolConstructor;
}

declare module 'undici/lib/api/api-request.js' {
  import type { Dispatcher } from 'undici';
  const request: (this: Dispatcher, options: Dispatcher.RequestOptions) => Promise<Dispatcher.ResponseData>;
  export default request;
}
