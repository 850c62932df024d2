/**
 * AutomationInstance: the runs of an automation. It wants a filter by its automation or its own ID, and can be asked for
 * more than Describe says (both observed); the numbers of its Status are those that a public program reads.
 */
import { ownedBy } from '../../org/collection.ts';
import type { AutomationInstance, InstanceStatus } from '../../org/automations.ts';
import type { KeptObject } from '../../org/kept.ts';
import { catalogueRows } from '../../retrieve/catalogueRows.ts';
import { scanInOrder } from '../../retrieve/rows.ts';
import type { ApiObject, RetrieveScope } from '../apiObject.ts';

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
};

function definitionsOf({ org }: RetrieveScope): ReadonlyMap<string, KeptObject> {
  return new Map([...org.kept.of('Automation').all()].map((kept) => [kept.objectId, kept]));
}
