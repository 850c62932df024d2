/** What the faults that strike a request of the service do to it. */
import { Fault, faults } from '../message/fault.ts';
import type { FaultRule } from './kinds.ts';

/** What becomes of an answer on its way out. */
export interface Mishap {
  /** How long it is held back. */
  readonly delay: number;
  /** `dropped`: nothing of it is sent; `truncated`: half of it is. */
  readonly cut?: 'dropped' | 'truncated';
  /** What is answered in its place, a page that is no SOAP. */
  readonly gateway?: boolean;
}

/** What faults do to one request. */
export interface Strike {
  readonly mishap: Mishap;
  /** What the request is answered with; it is then not worked on. */
  readonly refusal: Fault | undefined;
  /** The rules by which single objects are refused. */
  readonly objectErrors: readonly FaultRule[];
}

/** Puts together what the rules do. */
export function strikeOf(rules: readonly FaultRule[]): Strike {
  const delay = rules
    .filter(({ kind }) => kind === 'latency')
    .reduce((sum, { milliseconds = 2000 }) => sum + milliseconds, 0);
  const of = (kind: FaultRule['kind']): FaultRule | undefined => rules.find((rule) => rule.kind === kind);
  const drop = of('droppedConnection');
  const gateway = of('gateway') !== undefined;
  const cut = drop !== undefined ? 'dropped' : of('truncatedBody') === undefined ? undefined : 'truncated';
  return {
    mishap: { delay, gateway, ...(cut === undefined ? {} : { cut }) },
    refusal: refusalOf(of, drop, gateway),
    objectErrors: rules.filter(({ kind }) => kind === 'objectError'),
  };
}

function refusalOf(
  of: (kind: FaultRule['kind']) => FaultRule | undefined,
  drop: FaultRule | undefined,
  gateway: boolean,
): Fault | undefined {
  // Nobody reads these two: the connection is gone, or a page of HTML takes their place. The journal shows them.
  if (drop !== undefined && drop.when !== 'after')
    return new Fault('Server', 'The connection was dropped.', 2);
  if (gateway) return new Fault('Server', 'Service Unavailable', 2);
  if (of('outage') !== undefined) return faults.outage();
  if (of('maintenance') !== undefined) return faults.inMaintenance();
  if (of('throttling') !== undefined) return faults.rateLimited();
  return of('tokenExpiry') === undefined ? undefined : faults.tokenExpired();
}
