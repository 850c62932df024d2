/** `npm test`: every check and test of the project; its last line is `N passed, N failed`. */
import { requireNode } from './run/nodeVersion.mjs';

requireNode();
// Loaded late: an older Node, which has just been told so, could not read it.
await import('./test/main.mjs');
