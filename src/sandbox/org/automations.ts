/** Runs of automations. */
import type { ApiStruct } from '../message/value.ts';
import type { Owned } from './collection.ts';

export type InstanceStatus = 'Running' | 'Complete' | 'Error' | 'Stopped';

export interface AutomationInstance extends Owned {
  readonly objectId: string;
  readonly automationId: string;
  readonly startedAt: number;
  status: InstanceStatus;
  message: string;
  /** When its status last changed. */
  changedAt: number;
  endedAt: number | undefined;
}

export class AutomationLog {
  private readonly instances: AutomationInstance[] = [];
  /** The schedules of automations that were paused, by the GUIDs of these. */
  readonly paused = new Map<string, ApiStruct | undefined>();

  add(instance: AutomationInstance): void {
    this.instances.push(instance);
  }

  /** Oldest first. */
  all(): Iterable<AutomationInstance> {
    return this.instances;
  }

  /** The newest run of an automation. */
  last(automationId: string): AutomationInstance | undefined {
    return this.instances.findLast((instance) => instance.automationId === automationId);
  }
}
