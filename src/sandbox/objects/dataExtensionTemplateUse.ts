/** Making a data extension from a template: the template's columns come before those that are given. */
import { ApiStruct } from '../message/value.ts';
import { extensionTemplateNamed, type ExtensionTemplate } from '../org/extensionTemplates.ts';
import type { Sendability } from './dataExtensionSettings.ts';

/** The template that a write names; undefined when it names none, null when there is none such. */
export function templateOf(object: ApiStruct): ExtensionTemplate | undefined | null {
  const struct = object.struct('Template');
  if (struct === undefined) return undefined;
  const name = { key: struct.text('CustomerKey'), objectId: struct.text('ObjectID') };
  return extensionTemplateNamed(name) ?? null;
}

/** Its columns, as a write would ask for them. */
export function templateFields(template: ExtensionTemplate | undefined): readonly ApiStruct[] {
  return (template?.columns ?? []).map(
    ({ name, type, maxLength, isPrimaryKey, isRequired }) =>
      new ApiStruct('DataExtensionField', {
        Name: name,
        FieldType: type,
        MaxLength: maxLength,
        IsPrimaryKey: isPrimaryKey,
        IsRequired: isRequired,
      }),
  );
}

/** Whom data extensions of a template can be sent to, unless something else is asked for. */
export function sendabilityByTemplate(template: ExtensionTemplate | undefined): Sendability | undefined {
  const field = template?.sendableField;
  return field === undefined
    ? undefined
    : { isSendable: true, sendableField: field, sendableSubscriberField: '_SubscriberKey' };
}
