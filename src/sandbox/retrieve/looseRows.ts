/** Rows of types that the schema lacks: what was recorded of them says how they are written. */
import { formatDateTime, formatUsText } from '../serverTime.ts';
import { encodedOctets } from '../xml/octets.ts';
import { textElement } from '../xml/writer.ts';
import { scanInOrder, type RowProperty, type Rows, type Scalar, type ValueKind } from './rows.ts';

export interface LooseDescription<Item> {
  readonly type: string;
  readonly items: () => Iterable<Item>;
  /** The properties in the order in which they are written. */
  readonly values: Readonly<Record<string, readonly [kind: ValueKind, value: (item: Item) => Scalar]>>;
  /** Whether values are elements, or pairs of a name and a value. */
  readonly form: 'elements' | 'pairs';
}

/** Rows that are filtered and written by this description alone. */
export function looseRows<Item>(description: LooseDescription<Item>): Rows<Item> {
  const { type, items, values } = description;
  return {
    scan: (from, visit) => scanInOrder(items(), from, visit),
    property: (name) => propertyOf(description, name),
    writer: (properties) => {
      const unknown = properties.filter((name) => !Object.hasOwn(values, name));
      if (unknown.length > 0) {
        return `The Request Property(s) ${unknown.join(', ')} do not match with the fields of ${type} retrieve`;
      }
      return { write: (item) => encodedOctets(written(description, properties, item)) };
    },
  };
}

function propertyOf<Item>({ values }: LooseDescription<Item>, name: string): RowProperty<Item> | undefined {
  const found = Object.hasOwn(values, name) ? values[name] : undefined;
  return found === undefined ? undefined : { kind: found[0], value: found[1] };
}

function written<Item>(
  { type, values, form }: LooseDescription<Item>,
  properties: readonly string[],
  item: Item,
): string {
  const asked = Object.entries(values).filter(([name]) => properties.includes(name));
  const isElements = form === 'elements';
  const objectId = isElements && properties.includes('ObjectID') ? '' : '<ObjectID xsi:nil="true"/>';
  const parts = asked.map(([name, [, value]]) => {
    const text = textOf(value(item), isElements ? formatDateTime : formatUsText);
    if (isElements) return textElement(name, text);
    return `<Property>${textElement('Name', name)}${textElement('Value', text)}</Property>`;
  });
  const content = isElements
    ? parts.join('')
    : `<Type>${type}</Type><Properties>${parts.join('')}</Properties>`;
  return `<Results xsi:type="${type}"><PartnerKey xsi:nil="true"/>${objectId}${content}</Results>`;
}

function textOf(value: Scalar, dateText: (moment: number) => string): string {
  return value instanceof Date ? dateText(value.getTime()) : String(value ?? '');
}
