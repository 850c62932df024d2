/** What the tests of data extensions and their rows have in common: a data extension named `de`. */
import { textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { object, write } from './requests.ts';

/** A column; `rest` is what it has besides name and type. */
export function field(name: string, type: string, rest = ''): string {
  return `<Field><Name>${name}</Name>${rest}<FieldType>${type}</FieldType></Field>`;
}

/** The primary key, `Id`. */
export const keyField = field(
  'Id',
  'Text',
  '<MaxLength>36</MaxLength><IsRequired>true</IsRequired><IsPrimaryKey>true</IsPrimaryKey>',
);

/** Creates the data extension. */
export function makeExtension(sandbox: TestSandbox, fields: string, rest = ''): Promise<SoapReply> {
  const content = `<CustomerKey>de</CustomerKey><Name>de</Name>${rest}<Fields>${fields}</Fields>`;
  return write(sandbox, 'Create', object('DataExtension', content));
}

type Cells = Readonly<Record<string, string>>;

/** A row of it, as a write has it. */
export function row(cells: Cells, keys: Cells = {}): string {
  const list = (outer: string, inner: string, values: Cells): string => {
    const pairs = Object.entries(values).map(
      ([name, value]) => `<${inner}><Name>${name}</Name><Value>${value}</Value></${inner}>`,
    );
    return pairs.length === 0 ? '' : `<${outer}>${pairs.join('')}</${outer}>`;
  };
  const content = list('Properties', 'Property', cells) + list('Keys', 'Key', keys);
  return object('DataExtensionObject', `<CustomerKey>de</CustomerKey>${content}`);
}

/** The cells of these columns, row by row. */
export async function cellsOf(sandbox: TestSandbox, ...names: readonly string[]): Promise<string[]> {
  return textsOf((await sandbox.retrieve('DataExtensionObject[de]', names)).message, 'Value');
}
