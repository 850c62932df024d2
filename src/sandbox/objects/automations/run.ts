/** Runs an automation: step by step, the activities of a step together. */
import type { AutomationInstance, InstanceStatus } from '../../org/automations.ts';
import type { KeptObject } from '../../org/kept.ts';
import type { Write } from '../apiObject.ts';
import { activityKinds } from './activities.ts';
import { stepsOf, type Activity } from './steps.ts';

/** How long a run takes to begin, and to go on from one step to the next. */
const pause = 1000;

interface Run {
  readonly write: Write;
  readonly instance: AutomationInstance;
  readonly steps: readonly (readonly Activity[])[];
}

/** Starts a run of an automation. */
export function startRun(caller: Write, automation: KeptObject): AutomationInstance {
  const { org, account, now } = caller;
  const quiet = (): void => undefined;
  // Whatever it would note, the journal's entry of the call is closed by then.
  const write: Write = { ...caller, saveAction: undefined, note: quiet, trap: quiet };
  const instance: AutomationInstance = {
    mid: account.mid,
    objectId: org.random.guid(),
    automationId: automation.objectId,
    startedAt: now,
    status: 'Running',
    message: '',
    changedAt: now,
    endedAt: undefined,
  };
  org.automations.add(instance);
  const steps = stepsOf(write, automation.content, activityKinds);
  if (typeof steps === 'string') {
    end({ instance }, now, 'Error', steps);
  } else {
    goOn({ write, instance, steps }, 0, now);
  }
  return instance;
}

/** Ends a run that is under way; what its activities have begun they finish. */
export function stopRun(instance: AutomationInstance, now: number): void {
  Object.assign(instance, { status: 'Stopped', changedAt: now, endedAt: now });
}

function end({ instance }: Pick<Run, 'instance'>, at: number, status: InstanceStatus, message = ''): void {
  Object.assign(instance, { status, message, changedAt: at, endedAt: at });
}

/** Plans a step, or the end when there is none any more. */
function goOn(run: Run, step: number, now: number): void {
  run.write.org.plan({
    at: now + pause,
    work: (at) => {
      if (run.instance.status !== 'Running') return;
      const activities = run.steps[step];
      if (activities === undefined) end(run, at, 'Complete');
      else startStep(run, { step, activities, at });
    },
    failed: (at, reason) => end(run, at, 'Error', reason),
  });
}

function startStep(
  run: Run,
  {
    step,
    activities,
    at,
  }: { readonly step: number; readonly activities: readonly Activity[]; readonly at: number },
): void {
  let left = activities.length;
  let failure = '';
  const ended = (now: number, message: string): void => {
    left -= 1;
    if (failure === '') failure = message;
    if (left > 0 || run.instance.status !== 'Running') return;
    if (failure === '') goOn(run, step + 1, now);
    else end(run, now, 'Error', failure);
  };
  if (left === 0) goOn(run, step + 1, at);
  for (const activity of activities) startActivity(run, { activity, at, ended });
}

function startActivity(
  { write }: Run,
  {
    activity,
    at,
    ended,
  }: {
    readonly activity: Activity;
    readonly at: number;
    readonly ended: (now: number, message: string) => void;
  },
): void {
  const { org } = write;
  const kind = activityKinds[activity.type];
  const performed = kind?.start?.({ ...write, object: activity, now: at });
  if (performed?.ok !== true) {
    ended(at, performed?.message ?? `The sandbox does not run ${activity.type}.`);
    return;
  }
  const isUnderWay = kind?.whenEnded(org, performed.task?.id ?? 0, at, ended) === true;
  if (!isUnderWay) ended(at, '');
}
