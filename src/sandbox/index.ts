/**
 * The front door of the sandbox: a simulated Marketing Cloud org on the loopback address.
 *
 * What is behind it, from the outside in; each folder knows those below it alone:
 * - `http`: the server, the token endpoint and the sandbox's own pages
 * - `service`: the course of a SOAP request, stage by stage
 * - `operations`: one file for each operation; `index.ts` is their table
 * - `objects`: one file for each API object, and others for its writes; `index.ts` is their table
 * - `retrieve`: filters, pages and rows
 * - `message`: messages between XML and values, by the catalogue
 * - `seed`: what the org holds at its start
 * - `org`: what its accounts own, and how sends move
 * - `xml`: a reader and a writer of its own
 */
export { acceleratedClock, manualClock, type Clock, type ManualClock } from './clock.ts';
export type { RequestRecord, Sandbox, SandboxConnection, SandboxOptions } from './contracts.ts';
export { createSandbox } from './createSandbox.ts';
