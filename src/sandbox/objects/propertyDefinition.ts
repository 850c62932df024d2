/**
 * PropertyDefinition: the profile attributes of subscribers, which Configure makes and changes (A4). The text of success
 * and the shape of the result are recorded; codes and other texts are inferred.
 */
import { ApiStruct } from '../message/value.ts';
import { attributeNamed, type ProfileAttribute } from '../org/people.ts';
import type { ApiObject, Write } from './apiObject.ts';
import { echoOf, refused, type Outcome } from './outcome.ts';

export const propertyDefinition: ApiObject = {
  type: 'PropertyDefinition',
  configurations: { create, update, delete: remove },
};

const types = ['string', 'boolean', 'double', 'datetime'];
const success = 'Success';

function create(write: Write): Outcome {
  const { org, object } = write;
  const name = object.text('Name', '').trim();
  if (name === '') return refused(2, 'The name of the attribute is required.', object);
  if (attributeNamed(org.profileAttributes, name) !== undefined) {
    return refused(1, `The attribute ${name} already exists.`, object);
  }
  const settings = settingsOf(object, undefined);
  if (typeof settings === 'string') return refused(2, settings, object);
  const made: ProfileAttribute = { id: org.nextId('attribute'), name, ...settings };
  org.profileAttributes.push(made);
  return { ok: true, message: success, echo: shown(made) };
}

function update(write: Write): Outcome {
  const { org, object } = write;
  const found = attributeOf(write);
  if (found === undefined) return notThere(write);
  const settings = settingsOf(object, found);
  if (typeof settings === 'string') return refused(2, settings, object);
  const name = object.text('Name', found.name).trim();
  if (name !== found.name) rename(write, found.name, name);
  Object.assign(found, settings, { name });
  org.profileAttributes.splice(org.profileAttributes.indexOf(found), 1, found);
  return { ok: true, message: success, echo: shown(found) };
}

/** What subscribers have of a renamed attribute goes with it. */
function rename({ org }: Write, from: string, to: string): void {
  for (const { attributes } of org.subscribers.all()) {
    const value = attributes.get(from);
    if (value === undefined) continue;
    attributes.delete(from);
    attributes.set(to, value);
  }
}

function remove(write: Write): Outcome {
  const { org } = write;
  const found = attributeOf(write);
  if (found === undefined) return notThere(write);
  org.profileAttributes.splice(org.profileAttributes.indexOf(found), 1);
  for (const { attributes } of org.subscribers.all()) attributes.delete(found.name);
  return { ok: true, message: success, echo: shown(found) };
}

/** By its ID, so that its name can change, else by its name. */
function attributeOf({ org, object }: Write): ProfileAttribute | undefined {
  const id = object.number('ID');
  if (id !== undefined) return org.profileAttributes.find((attribute) => attribute.id === id);
  return attributeNamed(org.profileAttributes, object.text('Name', ''));
}

function notThere({ object }: Write): Outcome {
  return refused(3, `The attribute ${object.text('Name', '')} does not exist.`, object);
}

type Settings = Omit<ProfileAttribute, 'id' | 'name'>;

const defaults: Settings = {
  type: 'string',
  description: '',
  maxLength: undefined,
  isRequired: false,
  isViewable: true,
  isEditable: true,
  isSendTime: false,
  defaultValue: '',
  options: [],
};

function settingsOf(object: ApiStruct, before: Settings = defaults): Settings | string {
  const type = (object.text('PropertyType') ?? object.text('DataType') ?? before.type).toLowerCase();
  if (!types.includes(type)) return `The type ${type} is not one of ${types.join(', ')}.`;
  const items = object.struct('PicklistItems')?.structs('PicklistItem');
  const settings: Settings = {
    type,
    description: object.text('Description', before.description),
    maxLength: object.number('MaxLength', before.maxLength),
    isRequired: object.flag('IsRequired', before.isRequired),
    isViewable: object.flag('IsViewable', before.isViewable),
    isEditable: object.flag('IsEditable', before.isEditable),
    isSendTime: object.flag('IsSendTime', before.isSendTime),
    defaultValue: object.text('DefaultValue', before.defaultValue),
    options:
      items?.map((item) => ({ label: item.text('Label', ''), value: item.text('Value', '') })) ??
      before.options,
  };
  return defaultProblem(settings) ?? settings;
}

function defaultProblem({ defaultValue, options, maxLength }: Settings): string | undefined {
  if (maxLength !== undefined && defaultValue.length > maxLength) return 'The default value is too long.';
  const fits =
    defaultValue === '' || options.length === 0 || options.some(({ value }) => value === defaultValue);
  return fits ? undefined : 'The default value is not one of the choices.';
}

function shown({ id, name, type }: ProfileAttribute): ApiStruct {
  return echoOf(new ApiStruct('PropertyDefinition', { ID: id, Name: name, PropertyType: type }));
}
