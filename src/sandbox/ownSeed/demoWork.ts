/**
 * What the demo's organisation has at work by itself: a query, a filter and the automation that runs both every night,
 * files from the shop that are waited for, and addresses that invitations leave out. They are objects as a caller would
 * write them.
 */
import { ApiStruct } from '../message/value.ts';
import { automation } from '../objects/automations/automation.ts';
import { startSchedule } from '../objects/schedules/schedule.ts';
import type { InstanceStatus } from '../org/automations.ts';
import type { Org } from '../org/org.ts';
import { guidOf } from '../random.ts';
import { formatUtc, nextMidnight } from '../serverTime.ts';
import { addObject, seedWrite } from './addObject.ts';
import { structOf } from './structs.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const goldMembers = [
  'SELECT c.CustomerKey AS SubscriberKey, c.EmailAddress, c.FirstName, c.LastName, c.Locale,',
  "  'A' AS Segment, 'Gold' AS Offer, 0 AS AlreadyBought, c.LoyaltyPoints AS Points",
  'FROM Customers c',
  "WHERE c.Locale = 'de-DE' AND c.LoyaltyPoints >= 9000",
  '  AND NOT EXISTS (SELECT 1 FROM Legal_Exclusions x WHERE x.EmailAddress = c.EmailAddress)',
].join('\n');

/** Puts all of it into the enterprise of an org that has its lists, groups and data extensions already. */
export function withWork(org: Org): Org {
  // The appointments of an org are numbered from 0 on.
  org.apart(-1, () => {
    addWork(org);
  });
  return org;
}

function addWork(org: Org): void {
  const add = (type: string, members: object): void =>
    addObject(org, structOf({ type, ...members }, 'APIObject', type), type);
  const idOf = (type: string, key: string): string =>
    org.kept.of(type).find(org.enterprise.mid, 'key', key)?.objectId ?? '';
  add('QueryDefinition', {
    CustomerKey: 'loyalty-gold-de',
    Name: 'Loyalty gold, Germany',
    Description: 'Fills Loyalty_Gold_DE from all customers',
    QueryText: goldMembers,
    TargetType: 'DE',
    TargetUpdateType: 'Overwrite',
    DataExtensionTarget: { CustomerKey: 'Loyalty_Gold_DE' },
  });
  add('FilterDefinition', {
    CustomerKey: 'readers-in-london',
    Name: 'Newsletter readers in London',
    DataSource: { type: 'List', ID: listId(org, 'Newsletter') },
    DataFilter: { type: 'SimpleFilterPart', Property: 'City', SimpleOperator: 'equals', Value: 'London' },
  });
  add('FilterActivity', {
    CustomerKey: 'readers-in-london',
    Name: 'Newsletter readers in London',
    FilterDefinitionID: idOf('FilterDefinition', 'readers-in-london'),
    DestinationObjectID: org.groups.find(org.enterprise.mid, 'name', 'Londoners')?.objectId ?? '',
  });
  add('Automation', {
    CustomerKey: 'nightly-segments',
    Name: 'Nightly segments',
    Description: 'Segments of the day, before anybody is at work',
    AutomationType: 'scheduled',
    AutomationTasks: {
      AutomationTask: [
        step(1, 'QueryDefinition', 'Loyalty gold, Germany', idOf('QueryDefinition', 'loyalty-gold-de')),
        step(
          2,
          'FilterActivity',
          'Newsletter readers in London',
          idOf('FilterActivity', 'readers-in-london'),
        ),
      ],
    },
  });
  scheduleNightly(org, idOf('Automation', 'nightly-segments'));
  add('FileTrigger', {
    CustomerKey: 'shop-orders',
    Name: 'Orders of the web shop',
    Description: 'The shop puts a file there every night',
    ExternalReference: 'web-shop',
    Type: 'orders',
    FileName: 'orders_%%Year%%%%Month%%%%Day%%.csv',
  });
  addInvitation(org, add);
}

function listId(org: Org, name: string): number {
  return [...org.lists.all()].find((list) => list.mid === org.enterprise.mid && list.name === name)?.id ?? 0;
}

function step(sequence: number, type: string, name: string, id: string): object {
  return {
    Name: name,
    Sequence: sequence,
    Activities: { Activity: [{ Name: name, Sequence: 1, ActivityObject: { type, ObjectID: id } }] },
  };
}

/** How the runs of the last nights came out, the oldest first. */
const nights: readonly (readonly [InstanceStatus, string])[] = [
  ['Complete', ''],
  ['Error', 'The query goes through too many rows and was ended.'],
  ['Complete', ''],
  ['Complete', ''],
  ['Complete', ''],
];

/** At three in the morning, server time, for ten years; and the nights before. */
function scheduleNightly(org: Org, objectId: string): void {
  const { enterprise, clock } = org;
  const next = nextMidnight(clock.now()) + 3 * hour;
  const write = seedWrite(org, new ApiStruct('Automation', { ObjectID: objectId }));
  const definition = structOf(
    {
      Recurrence: { type: 'DailyRecurrence', DailyRecurrencePatternType: 'Interval', DayInterval: 1 },
      RecurrenceRangeType: 'EndAfter',
      StartDateTime: formatUtc(next),
      Occurrences: 3650,
    },
    'ScheduleDefinition',
    'Schedule',
  );
  const scheduled = write === undefined ? undefined : startSchedule(write, definition, automation);
  if (scheduled?.ok !== true) throw new Error(`The schedule of the demo: ${scheduled?.message ?? ''}`);
  for (const [index, [status, message]] of nights.entries()) {
    const startedAt = next - (nights.length - index) * day;
    const endedAt = startedAt + 2 * minute;
    org.automations.add({
      mid: enterprise.mid,
      objectId: guidOf(org.randomSeed + 106, index),
      automationId: objectId,
      startedAt,
      status,
      message,
      changedAt: endedAt,
      endedAt,
    });
  }
}

/** An invitation from a sender of its own, which leaves out competitors whoever put them on its list. */
function addInvitation(org: Org, add: (type: string, members: object) => void): void {
  const list = [...org.lists.all()].find(({ name }) => name === 'Trade fair 2024');
  const rivals = [...(list?.members.values() ?? [])].slice(0, 3).map(({ subscriber }) => subscriber.email);
  add('SenderProfile', {
    CustomerKey: 'events',
    Name: 'Events',
    FromName: 'Northwind Events',
    FromAddress: 'events@northwind.example',
  });
  add('SuppressionListDefinition', {
    CustomerKey: 'competitors',
    Name: 'Competitors',
    Description: 'Not for their eyes',
    Contexts: { Context: [{ Context: 'SenderProfile', SenderProfile: { CustomerKey: 'events' } }] },
  });
  for (const address of [...rivals, 'press@rival.example']) {
    add('DataExtensionObject', {
      CustomerKey: 'competitors',
      Properties: { Property: [{ Name: 'Email Address', Value: address }] },
    });
  }
  add('EmailSendDefinition', {
    CustomerKey: 'trade-fair-invitation',
    Name: 'Trade fair invitation',
    SendClassification: { CustomerKey: 'Default Commercial' },
    SenderProfile: { CustomerKey: 'events' },
    SendDefinitionList: [
      { List: { ID: list?.id ?? 0 }, SendDefinitionListType: 'SourceList', DataSourceTypeID: 'List' },
    ],
    Email: { ID: emailId(org, 'VIP preview') },
    EmailSubject: 'Visit us at stand 12',
    TestEmailAddr: 'ana.admin@northwind.example',
  });
}

function emailId(org: Org, name: string): number {
  return (
    [...org.emails.all()].find((email) => email.mid === org.enterprise.mid && email.name === name)?.id ?? 0
  );
}
