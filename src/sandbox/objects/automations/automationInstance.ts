/**
 * AutomationInstance: the runs of an automation. It wants a filter by its automation or its own ID, and can be asked for
 * more than Describe says (both observed); the numbers of its Status are those that a public program reads. That one can
 * be created and started is documented; that both begin a run of the automation is inferred, as are the texts.
 */
import { ownedBy } from '../../org/collection.ts';
import type { AutomationInstance, InstanceStatus } from '../../org/automations.ts';
import type { KeptObject } from '../../org/kept.ts';
import { catalogueRows } from '../../retrieve/catalogueRows.ts';
import { scanInOrder } from '../../retrieve/rows.ts';
import { ApiStruct } from '../../message/value.ts';
import type { ApiObject, RetrieveScope, Write } from '../apiObject.ts';
import { keptNamed } from '../kept/keptObject.ts';
import { echoOf, refused, type Outcome } from '../outcome.ts';
import { begin } from './automation.ts';

const type = 'AutomationInstance';

const numbers: Readonly<Record<InstanceStatus, number>> = { Complete: 1, Error: 2, Running: 3, Stopped: 5 };

const wantedFilters = ['AutomationID', 'CustomerKey', 'ObjectID', 'ProgramID', 'ProgramInstanceID'];

export const automationInstance: ApiObject = {
  type,
  retrieve: (scope) => {
    if (!wantedFilters.some((name) => scope.filtersBy(name))) return 'A filter by AutomationID is required.';
    const definitions = definitionsOf(scope);
    const of = (instance: AutomationInstance): KeptObject | undefined =>
      definitions.get(instance.automationId);
    return catalogueRows<AutomationInstance>({
      type,
      retrievable: [
        ...['ObjectID', 'AutomationID', 'Name', 'Description', 'CustomerKey', 'IsActive', 'Client.ID'],
        ...['CreatedDate', 'ModifiedDate', 'RecurrenceID', 'Status', 'StatusMessage', 'StatusLastUpdate'],
        ...['StartTime', 'CompletedTime'],
      ],
      filters: { ProgramID: (each) => each.automationId, ProgramInstanceID: (each) => each.objectId },
      scan: (from, visit) => scanInOrder(ownedBy(scope.org.automations.all(), scope.accounts), from, visit),
      values: {
        ObjectID: (each) => each.objectId,
        AutomationID: (each) => each.automationId,
        Name: (each) => of(each)?.name,
        Description: (each) => of(each)?.content.text('Description'),
        CustomerKey: (each) => of(each)?.key,
        IsActive: () => true,
        'Client.ID': (each) => each.mid,
        CreatedDate: (each) => new Date(each.startedAt),
        ModifiedDate: (each) => new Date(each.changedAt),
        Status: (each) => numbers[each.status],
        StatusMessage: (each) => (each.message === '' ? each.status : each.message),
        StatusLastUpdate: (each) => new Date(each.changedAt),
        StartTime: (each) => new Date(each.startedAt),
        CompletedTime: (each) => (each.endedAt === undefined ? null : new Date(each.endedAt)),
      },
    });
  },
  create: (write) => run(write, `${type} created`),
  actions: { start: (write) => run(write, 'Performed Activity') },
};

/** Begins a run of the automation that AutomationID, or the key of the automation, names. */
function run(write: Write, message: string): Outcome {
  const { object } = write;
  const name = new ApiStruct('Automation', {
    ObjectID: object.text('AutomationID'),
    CustomerKey: object.text('CustomerKey'),
  });
  const found = keptNamed('Automation', write, name);
  if (found === undefined) return refused(355_006, 'The automation was not found.', object);
  const instance = begin(write, found);
  if (instance === undefined) return refused(355_002, 'The automation is running already.', object);
  const echo = echoOf(object, { ObjectID: instance.objectId, AutomationID: found.objectId });
  return { ok: true, message, newObjectId: instance.objectId, echo };
}

function definitionsOf({ org }: RetrieveScope): ReadonlyMap<string, KeptObject> {
  return new Map([...org.kept.of('Automation').all()].map((kept) => [kept.objectId, kept]));
}
