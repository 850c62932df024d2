/** Requests that write or delete a row of a data extension, with every column that may be given. */
import type { Column } from '../../shared/orgFacts.ts';
import { escapeXml, oneLine } from './templates.ts';

interface RowTarget {
  readonly key: string;
  readonly name: string;
  /** MID of the account that it lives in, where that is not the one that asks. */
  readonly owner?: number | undefined;
  readonly columns: readonly Column[];
}

/** Adds a row, or changes the one with the same primary key. */
export function upsertRequest({ key, name, owner, columns }: RowTarget): string {
  return `### Add or change a row of ${oneLine(name)}
# A row whose primary key is there is changed, any other is added.
${promptsFor(columns)}<UpdateRequest>
  <Options>
    <SaveOptions>
      <SaveOption><PropertyName>*</PropertyName><SaveAction>UpdateAdd</SaveAction></SaveOption>
    </SaveOptions>
  </Options>
  <Objects xsi:type="DataExtensionObject">
${clientOf(owner)}    <CustomerKey>${escapeXml(key)}</CustomerKey>
    <Properties>
${columns.map((column) => `      ${valueOf('Property', column)}`).join('\n')}
    </Properties>
  </Objects>
</UpdateRequest>
`;
}

/** Deletes the row with a primary key; by any other column no row can be deleted. */
export function deleteRequest({ key, name, owner, columns }: RowTarget): string {
  const keys = columns.filter(({ isPrimaryKey }) => isPrimaryKey);
  return `### Delete a row of ${oneLine(name)}
# The row is known by its primary key.
${promptsFor(keys)}<DeleteRequest>
  <Options/>
  <Objects xsi:type="DataExtensionObject">
${clientOf(owner)}    <CustomerKey>${escapeXml(key)}</CustomerKey>
    <Keys>
${keys.map((column) => `      ${valueOf('Key', column)}`).join('\n')}
    </Keys>
  </Objects>
</DeleteRequest>
`;
}

function clientOf(owner: number | undefined): string {
  return owner === undefined ? '' : `    <Client><ID>${String(owner)}</ID></Client>\n`;
}

/** A key is asked for when the request runs, so that no example goes out by mistake. */
function promptsFor(columns: readonly Column[]): string {
  return columns
    .filter(({ isPrimaryKey }) => isPrimaryKey)
    .map(({ name }) => `# @prompt ${variableOf(name)} ${oneLine(name)}\n`)
    .join('');
}

function variableOf(name: string): string {
  return `key_${name.replaceAll(/\W+/g, '_')}`;
}

function valueOf(element: string, column: Column): string {
  const { name } = column;
  return `<${element}><Name>${escapeXml(name)}</Name><Value>${exampleOf(column)}</Value></${element}>${noteOf(column)}`;
}

function noteOf({ type, isPrimaryKey, isRequired }: Column): string {
  const role = isPrimaryKey ? ', primary key' : isRequired ? ', required' : '';
  return ` <!-- ${type}${role} -->`;
}

/** Something of the type, so that the request can be read before it is filled in. */
function exampleOf({ type, name, isPrimaryKey }: Column): string {
  if (isPrimaryKey) return `{{${variableOf(name)}}}`;
  switch (type) {
    case 'Number':
      return '0';
    case 'Decimal':
      return '0.00';
    case 'Boolean':
      return 'true';
    case 'Date':
      return '{{$datetime iso8601}}';
    case 'EmailAddress':
      return 'name@example.com';
    case 'Locale':
      return 'en-US';
    default:
      return '';
  }
}
