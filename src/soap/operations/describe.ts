/** Describe: what the account says of its objects' properties. */
import type { Catalogue } from '../../catalogue/index.ts';
import { messageElement } from '../wire/envelope.ts';
import { decodeObject } from '../wire/decode.ts';
import { booleanAt, numberAt, objectsAt, textAt, type SoapObject } from '../wire/soapObject.ts';
import { escapeText } from '../wire/text.ts';
import { childrenOf, type XmlElement } from '../wire/xmlTree.ts';

export interface DescribedProperty {
  /** Path, e.g. `Client.ID`. */
  readonly name: string;
  /** .NET name or schema type, as sent. */
  readonly dataType: string;
  readonly retrievable: boolean;
  readonly updatable: boolean;
  readonly required: boolean;
  readonly maxLength?: number;
}

export interface ObjectDescription {
  readonly objectType: string;
  readonly properties: readonly DescribedProperty[];
  /** Profile attributes of the account; of Subscriber alone. */
  readonly extendedProperties: readonly DescribedProperty[];
}

/** @param businessUnit MID of the business unit that is asked about; the token's own when undefined. */
export function writeDescribe(objectTypes: readonly string[], businessUnit: number | undefined): string {
  const client = businessUnit === undefined ? '' : `<Client><ID>${String(businessUnit)}</ID></Client>`;
  const requests = objectTypes.map(
    (type) =>
      `<ObjectDefinitionRequest>${client}<ObjectType>${escapeText(type)}</ObjectType></ObjectDefinitionRequest>`,
  );
  return messageElement('DefinitionRequestMsg', `<DescribeRequests>${requests.join('')}</DescribeRequests>`);
}

/** The descriptions that came; the service leaves out, or leaves empty, the types that it does not know. */
export function readDescribe(catalogue: Catalogue, message: XmlElement): ObjectDescription[] {
  return childrenOf(message, 'ObjectDefinition').map((element) => {
    const definition = decodeObject(catalogue, element, 'ObjectDefinition');
    return {
      objectType: textAt(definition, 'ObjectType') ?? '',
      properties: objectsAt(definition, 'Properties').map(property),
      extendedProperties: objectsAt(definition, 'ExtendedProperties.ExtendedProperty').map(property),
    };
  });
}

function property(definition: SoapObject): DescribedProperty {
  const maxLength = numberAt(definition, 'MaxLength');
  return {
    name: textAt(definition, 'Name') ?? '',
    dataType: textAt(definition, 'DataType') ?? textAt(definition, 'PropertyType') ?? '',
    retrievable: booleanAt(definition, 'IsRetrievable') ?? false,
    updatable: booleanAt(definition, 'IsUpdatable') ?? false,
    required: booleanAt(definition, 'IsRequired') ?? false,
    ...(maxLength === undefined ? {} : { maxLength }),
  };
}
