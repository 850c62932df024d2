/** `npm start`: from a fresh clone to a VS Code with the extension in it, connected to a sandbox org. */
import { requireNode } from './run/nodeVersion.mjs';

requireNode();
// Loaded late: an older Node, which has just been told so, could not read it.
await import('./start/main.mjs');
