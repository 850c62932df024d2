/** The front door: every language that a request can be copied as, in the order in which they are offered. */
import { ampscript } from './targets/ampscript.ts';
import { wcf } from './targets/csharp/wcf.ts';
import { wse } from './targets/csharp/wse.ts';
import { curl } from './targets/curl.ts';
import { java } from './targets/java.ts';
import { node } from './targets/node.ts';
import { php } from './targets/php.ts';
import { python } from './targets/python.ts';
import { ruby } from './targets/ruby.ts';
import { ssjs } from './targets/ssjs.ts';
import type { Target } from './target.ts';

export { readRequest } from './request.ts';
export type { Target } from './target.ts';

export const targets: readonly Target[] = [curl, node, python, php, wcf, wse, java, ruby, ssjs, ampscript];
