/** Describe: the properties of objects, as the service advertises them. */
import { shippedCatalogue as catalogue, type PropertyFact } from '../../catalogue/index.ts';
import { ApiStruct } from '../message/value.ts';
import type { ProfileAttribute } from '../org/people.ts';
import type { Call, OperationHandler } from './operation.ts';

export const describe: OperationHandler = {
  name: 'Describe',
  run: (call) => {
    const types = (call.message.struct('DescribeRequests')?.structs('ObjectDefinitionRequest') ?? []).flatMap(
      (request) => request.texts('ObjectType'),
    );
    const message = new ApiStruct('/DefinitionResponseMsg', {
      ObjectDefinition: types.flatMap((type) => definitionOf(call, type)),
      RequestID: call.requestId,
    });
    // The message has no OverallStatus (recorded).
    const [objectType] = types;
    return { outcome: 'OK', message, ...(objectType === undefined ? {} : { objectType }) };
  },
};

/** One definition for each object asked for, in that order; nothing for one that the service does not know (recorded). */
function definitionOf(call: Call, type: string): readonly ApiStruct[] {
  const advertised = (catalogue.properties(type) ?? []).filter(isListed);
  if (advertised.length === 0) return [];
  const attributes = type === 'Subscriber' ? call.org.profileAttributes : [];
  return [
    new ApiStruct('ObjectDefinition', {
      ObjectType: type,
      Properties: advertised.map(propertyDefinition),
      ExtendedProperties:
        attributes.length === 0
          ? undefined
          : new ApiStruct('ObjectDefinition/ExtendedProperties', {
              ExtendedProperty: attributes.map(extended),
            }),
    }),
  ];
}

/** Properties that were found by probing, and that Describe is silent about, have no word on being updatable either. */
function isListed(fact: PropertyFact): boolean {
  return fact.note === undefined || fact.updatable || !fact.retrievable;
}

/** What Describe says: the opposite of what a retrieve does wherever a fact has a note. */
function propertyDefinition(fact: PropertyFact): ApiStruct {
  const advertised = fact.note === undefined ? fact.retrievable : !fact.retrievable;
  return new ApiStruct('PropertyDefinition', {
    Name: fact.path,
    DataType: fact.dataType,
    IsUpdatable: fact.updatable,
    IsRetrievable: advertised,
    MaxLength: fact.maxLength,
    IsRequired: fact.required,
  });
}

function extended(attribute: ProfileAttribute): ApiStruct {
  const markup = new ApiStruct('APIProperty', {
    Name: 'SubstitutionString',
    Value: `%%${attribute.name}%%`,
  });
  const items = attribute.options.map(
    ({ label, value }) => new ApiStruct('PicklistItem', { Label: label, Value: value }),
  );
  return new ApiStruct('PropertyDefinition', {
    ID: attribute.id,
    Name: attribute.name,
    PropertyType: attribute.type,
    Markups: markup,
    Description: attribute.description === '' ? undefined : attribute.description,
    DefaultValue: attribute.defaultValue === '' ? undefined : attribute.defaultValue,
    MaxLength: attribute.maxLength,
    IsRequired: attribute.isRequired,
    IsViewable: attribute.isViewable,
    IsEditable: attribute.isEditable,
    IsRestrictedPicklist: items.length > 0 ? true : undefined,
    PicklistItems:
      items.length === 0
        ? undefined
        : new ApiStruct('PropertyDefinition/PicklistItems', { PicklistItem: items }),
    IsSendTime: attribute.isSendTime,
  });
}
