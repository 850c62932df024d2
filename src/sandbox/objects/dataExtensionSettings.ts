/** Settings of a data extension as they are asked for in a write: whom it can be sent to, and how long it keeps rows. */
import type { ApiStruct } from '../message/value.ts';
import { keepForever, type DataExtension, type Retention } from '../org/dataExtension.ts';
import type { Field } from '../org/field.ts';

export type Sendability = Pick<DataExtension, 'isSendable' | 'sendableField' | 'sendableSubscriberField'>;

/** What a retrieve shows (recorded for the first). A write may use that or the words, `Subscriber Key`. */
const subscriberFields = ['_SubscriberKey', '_EmailAddress', '_SubscriberID'] as const;

const notSendable: Sendability = {
  isSendable: false,
  sendableField: undefined,
  sendableSubscriberField: undefined,
};

/** Whether and by which column a data extension can be sent to, as asked for and else as before; or why it cannot be. */
export function sendabilityOf(
  object: ApiStruct,
  fields: readonly Field[],
  before?: Sendability,
): Sendability | string {
  const { isSendable: was, sendableField, sendableSubscriberField } = before ?? notSendable;
  if (!object.flag('IsSendable', was)) return notSendable;
  const wanted = object.path('SendableDataExtensionField.Name') ?? sendableField ?? '';
  const field = fields.find((each) => each.name.toLowerCase() === wanted.toLowerCase());
  const letters = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
  const subscriberName = object.path('SendableSubscriberField.Name') ?? sendableSubscriberField ?? '';
  const shown = subscriberFields.find((name) => letters(name) === letters(subscriberName));
  if (field === undefined || shown === undefined) {
    return 'A sendable data extension needs a SendableDataExtensionField and a SendableSubscriberField.';
  }
  return { isSendable: true, sendableField: field.name, sendableSubscriberField: shown };
}

/** The retention that is asked for, member by member, and else as before. */
export function retentionOf(object: ApiStruct, before: Retention | undefined): Retention {
  const old = before ?? keepForever;
  return {
    length: object.number('DataRetentionPeriodLength', old.length),
    unit:
      object.text('DataRetentionPeriod') ??
      unitNamed(object.number('DataRetentionPeriodUnitOfMeasure')) ??
      old.unit,
    rowBased: object.flag('RowBasedRetention', old.rowBased),
    resetOnImport: object.flag('ResetRetentionPeriodOnImport', old.resetOnImport),
    deleteAtEnd: object.flag('DeleteAtEndOfRetentionPeriod', old.deleteAtEnd),
    until: object.text('RetainUntil', old.until),
  };
}

/** The units of a retention period by the numbers that stand for them; that of months is recorded, the others follow. */
const units: ReadonlyMap<number, string> = new Map([
  [3, 'Days'],
  [4, 'Weeks'],
  [5, 'Months'],
  [6, 'Years'],
]);

function unitNamed(number: number | undefined): string | undefined {
  return number === undefined ? undefined : units.get(number);
}

/** The number of a unit. */
export function numberOfUnit(unit: string | undefined): number | undefined {
  return [...units].find(([, name]) => name === unit)?.[0];
}
