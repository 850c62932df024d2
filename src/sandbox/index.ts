/**
 * The front door of the sandbox: a simulated Marketing Cloud org on the loopback address.
 *
 * What is behind it, from the outside in; each folder knows those below it alone:
 * - `http`: the server, the token endpoint and the sandbox's own pages
 * - `faults`: what is ordered to go wrong
 * - `traps`: what the service does without a word, and may do loudly
 * - `state`: what is kept of an org, and how it comes to be again
 * - `ownSeed`: seeds that are written as JSON, and what the demo has at work
 * - `service`: the course of a SOAP request, stage by stage
 * - `callbacks`: what tells callers of queued requests that are done
 * - `operations`: one file for each operation; `index.ts` is their table
 * - `objects`: one file for each API object, and others for its writes; `index.ts` is their table
 * - `retrieve`: filters, pages and rows
 * - `message`: messages between XML and values, by the catalogue
 * - `seed`: what the org holds at its start
 * - `sql`: queries, read and run
 * - `org`: what its accounts own, and how sends move
 * - `xml`: a reader and a writer of its own
 */
export { acceleratedClock, AdjustableClock, manualClock, type Clock, type ManualClock } from './clock.ts';
export {
  seedNames,
  type Correlation,
  type RequestRecord,
  type ResetOptions,
  type Sandbox,
  type SandboxConnection,
  type SandboxOptions,
  type SeedName,
} from './contracts.ts';
export { createSandbox } from './createSandbox.ts';
export type { OwnSeed } from './ownSeed/ownSeed.ts';
export type { FaultRule, OrderedFault } from './faults/kinds.ts';
