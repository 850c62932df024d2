/** What all clients of one connection share, so that together they keep to its limits. */
import { RequestQueue, type QueueSettings } from './requestQueue.ts';
import { TargetLocks } from './targets.ts';
import { systemTimer, type Timer } from './timer.ts';

export interface Flow {
  readonly queue: RequestQueue;
  readonly targets: TargetLocks;
  readonly timer: Timer;
}

/** A queue and locks of their own. */
export function createFlow(settings: QueueSettings = {}): Flow {
  const { timer = systemTimer } = settings;
  return { queue: new RequestQueue({ ...settings, timer }), targets: new TargetLocks(), timer };
}
