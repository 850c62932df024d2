/** Subscribers as rows that a filter can go through: by their own members and by their profile attributes. */
import type { Org } from '../../org/org.ts';
import { attributeNamed, type Subscriber } from '../../org/people.ts';
import {
  scanInOrder,
  type RowProperty,
  type Rows,
  type Scalar,
  type ValueKind,
} from '../../retrieve/rows.ts';

const own: Readonly<Record<string, (subscriber: Subscriber) => Scalar>> = {
  subscriberkey: ({ key }) => key,
  emailaddress: ({ email }) => email,
  status: ({ status }) => status,
  emailtypepreference: ({ emailType }) => emailType,
};

const kinds: Readonly<Record<string, ValueKind>> = { boolean: 'boolean', double: 'number', datetime: 'date' };

export function subscriberRows(org: Org, subscribers: Iterable<Subscriber>): Rows<Subscriber> {
  return {
    scan: (from, visit) => scanInOrder(subscribers, from, visit),
    property: (name) => propertyNamed(org, name),
    writer: () => 'The subscribers of a filter cannot be retrieved.',
  };
}

function propertyNamed(org: Org, name: string): RowProperty<Subscriber> | undefined {
  const value = own[name.replace(/ /g, '').toLowerCase()];
  if (value !== undefined) return { kind: 'text', value };
  const attribute = attributeNamed(org.profileAttributes, name);
  if (attribute === undefined) return undefined;
  return {
    kind: kinds[attribute.type.toLowerCase()] ?? 'text',
    value: ({ attributes }) => attributes.get(attribute.name) ?? null,
  };
}
