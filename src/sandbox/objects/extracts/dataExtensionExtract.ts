/** The data extension extract: all rows of one data extension (D1). Its parameters are documented. */
import { delimitedLine } from '../imports/delimited.ts';
import { isTrue, optional, required, type ExtractType } from './extract.ts';

export const dataExtensionExtract: ExtractType = {
  id: 'bb94a04d-9632-4623-be47-daabc3f588a6',
  name: 'Data Extension Extract',
  scope: 'data_extensions_read',
  parameters: [
    required('DECustomerKey'),
    required('OutputFileName'),
    required('StartDate', 'datetime'),
    required('EndDate', 'datetime'),
    optional('_AsyncID', 'integer'),
    optional('HasColumnHeaders', 'bool'),
    optional('ColumnDelimiter'),
    optional('TextQualified', 'bool'),
    optional('UsesLineFeed', 'bool'),
    optional('CharacterEncoding'),
    optional('NotificationEmail'),
  ],
  run: ({ org, account, parameter }) => {
    const key = parameter('DECustomerKey') ?? '';
    const extension = org.dataExtensions.find(account.mid, 'key', key);
    if (extension === undefined) return `The data extension ${key} does not exist.`;
    const delimiter = parameter('ColumnDelimiter') ?? ',';
    const { fields, rows } = extension;
    const names = fields.map(({ name }) => name);
    let text = isTrue(parameter('HasColumnHeaders')) ? delimitedLine(names, delimiter) : '';
    for (let position = 0; position < rows.end; position++) {
      if (!rows.has(position)) continue;
      text += delimitedLine(
        fields.map((field) => rows.cell(position, field) ?? ''),
        delimiter,
      );
    }
    return Buffer.from(text);
  },
};
