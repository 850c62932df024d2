/**
 * Automation: activities in steps, started by a call or by a schedule. The texts of Perform, Schedule and Delete are
 * recorded, and the numbers of Status; the codes are documented, the other texts inferred.
 */
import type { ApiStruct } from '../../message/value.ts';
import type { KeptObject } from '../../org/kept.ts';
import type { Org } from '../../org/org.ts';
import type { ApiObject, Write } from '../apiObject.ts';
import { keptNamed, keptObject } from '../kept/keptObject.ts';
import { echoOf, refused, type Outcome, type Performed } from '../outcome.ts';
import { scheduleOf, startSchedule, stopSchedule } from '../schedules/schedule.ts';
import { activityKinds } from './activities.ts';
import { startRun, stopRun } from './run.ts';
import { stepsOf } from './steps.ts';

const type = 'Automation';

const statuses = { error: -1, ready: 2, running: 3, pausedSchedule: 4, stopped: 5, scheduled: 6 } as const;

export const automation: ApiObject = {
  ...keptObject({
    type,
    longestKey: 200,
    message: (done) => (done === 'deleted' ? 'Program deleted' : `${type} ${done}`),
    codes: { notFound: 355_006, noName: 355_003 },
    check: (write, content) => {
      const steps = stepsOf(write, content, activityKinds);
      return typeof steps === 'string' ? refused(355_003, steps) : undefined;
    },
    filters: { ProgramID: ({ objectId }) => objectId },
    values: ({ org }) => ({
      IsActive: ({ content }) => content.flag('IsActive', true),
      Status: (each) => statusOf(org, each),
      'Schedule.ID': () => undefined,
      'Client.EnterpriseID': () => org.enterprise.mid,
    }),
    actions: {
      start: (write) => performed(write, start),
      runonce: (write) => performed(write, start),
      stop: (write) => performed(write, stop),
      pause: (write) => performed(write, pause),
      resume: (write) => performed(write, resume),
    },
  }),
  scheduled: 'Program scheduled.',
  prepare: (write, at, isInForce) => {
    const found = keptNamed(type, write, write.object);
    if (found === undefined) return notFound(write);
    const { org } = write;
    org.automations.paused.delete(found.objectId);
    org.plan({
      at,
      work: (now) => {
        const isThere = keptNamed(type, write, write.object) !== undefined;
        if (isInForce() && isThere) begin({ ...write, now }, found);
      },
    });
    return bare(write.object, found.objectId);
  },
  scheduleActions: { pause: (write) => performed(write, pause) },
};

function notFound({ object }: Write): Outcome {
  return refused(355_006, 'The automation was not found.', object);
}

type Action = (write: Write, found: KeptObject) => Performed;

function performed(write: Write, action: Action): Performed {
  const found = keptNamed(type, write, write.object);
  if (found !== undefined) return action(write, found);
  const isNamed = write.object.has('ObjectID') || write.object.has('CustomerKey');
  return isNamed ? notFound(write) : refused(355_000, 'The ObjectID is required.', write.object);
}

function bare(object: ApiStruct, objectId: string): Performed {
  return {
    ok: true,
    message: 'Performed Activity',
    isBare: true,
    echo: echoOf(object, { ObjectID: objectId }),
  };
}

/** The result shows the ObjectID of the run, by which its instance is found (documented). */
function start(write: Write, found: KeptObject): Performed {
  if (write.org.automations.last(found.objectId)?.status === 'Running') {
    return refused(355_002, 'The automation is running already.', write.object);
  }
  return bare(write.object, begin(write, found)?.objectId ?? found.objectId);
}

/** Starts a run of an automation; one that is running is not started a second time. @returns undefined then. */
export function begin(write: Write, found: KeptObject): ReturnType<typeof startRun> | undefined {
  if (write.org.automations.last(found.objectId)?.status === 'Running') return undefined;
  return startRun(write, found);
}

function stop({ org, object, now }: Write, found: KeptObject): Performed {
  const running = org.automations.last(found.objectId);
  if (running?.status !== 'Running') return refused(355_002, 'The automation is not running.', object);
  stopRun(running, now);
  return bare(object, found.objectId);
}

/** Keeps the schedule for when it is resumed. */
function pause(write: Write, found: KeptObject): Performed {
  const { org, object } = write;
  const schedule = scheduleOf(write, automation);
  if (schedule?.nextAt === undefined) return refused(355_002, 'The automation is not scheduled.', object);
  stopSchedule(write, automation);
  org.automations.paused.set(found.objectId, schedule.definition);
  return bare(object, found.objectId);
}

function resume(write: Write, found: KeptObject): Performed {
  const { org, object } = write;
  if (!org.automations.paused.has(found.objectId)) {
    return refused(355_002, 'The automation is not paused.', object);
  }
  const resumed = startSchedule(write, org.automations.paused.get(found.objectId), automation);
  return resumed.ok ? bare(object, found.objectId) : resumed;
}

function statusOf({ automations, schedules }: Org, { objectId, mid }: KeptObject): number {
  const last = automations.last(objectId);
  if (last?.status === 'Running') return statuses.running;
  if (automations.paused.has(objectId)) return statuses.pausedSchedule;
  const isScheduled = schedules.get(`${String(mid)} ${type} ${objectId}`)?.nextAt !== undefined;
  if (isScheduled) return statuses.scheduled;
  if (last?.status === 'Error') return statuses.error;
  return last?.status === 'Stopped' ? statuses.stopped : statuses.ready;
}
