/** What a query can select from: data extensions by their names, and the data views of the account. */
import type { DataExtension } from '../../org/dataExtension.ts';
import type { Field } from '../../org/field.ts';
import { parseDate } from '../../serverTime.ts';
import type { Column, Relation, Row } from '../../sql/relation.ts';
import type { Value, ValueType } from '../../sql/values.ts';
import type { Write } from '../apiObject.ts';
import { dataViews } from './dataViews.ts';

type Place = Pick<Write, 'org' | 'account' | 'now'>;

/** The table of this name. `ENT.` before it means the enterprise's (documented); views begin with an underscore. */
export function tableNamed({ org, account, now }: Place, name: string): Relation | undefined {
  const [, prefix, bare = name] = /^(ent)\.(.*)$/i.exec(name) ?? [];
  const owner = prefix === undefined ? account : org.enterprise;
  const view = dataViews.get(bare.toLowerCase());
  if (view !== undefined) return view({ org, account: owner, now });
  const extension = org.dataExtensions.find(owner.mid, 'name', bare);
  return extension === undefined ? undefined : relationOf(extension);
}

function relationOf(extension: DataExtension): Relation {
  const { fields } = extension;
  const columns = fields.map(({ name, type }): Column => ({ table: '', name, type: valueType(type) }));
  return { columns, rows: rowsOf(extension, fields) };
}

function* rowsOf({ rows }: DataExtension, fields: readonly Field[]): Iterable<Row> {
  for (let position = 0; position < rows.end; position++) {
    if (rows.has(position)) yield fields.map((field) => valueOf(field.type, rows.cell(position, field)));
  }
}

const types: Readonly<Record<string, ValueType>> = {
  Number: 'integer',
  Boolean: 'integer',
  Decimal: 'decimal',
  Date: 'date',
};

function valueType(fieldType: string): ValueType {
  return types[fieldType] ?? 'text';
}

function valueOf(type: string, cell: string | null): Value {
  if (cell === null) return null;
  switch (type) {
    case 'Number':
    case 'Decimal':
      return Number(cell);
    case 'Boolean':
      return Number(cell === 'True');
    case 'Date': {
      const moment = parseDate(cell);
      return moment === undefined ? null : new Date(moment);
    }
    default:
      return cell;
  }
}
