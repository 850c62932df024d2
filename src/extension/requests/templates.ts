/** Requests that are offered as a beginning, as text for a new scratch file. */

const note = '# Run it with the line above the request, or Ctrl+Alt+R (Cmd+Alt+R).';

/** A first request, for whoever opens an empty file. */
export function recentSendsRequest(): string {
  return `### Recent sends
${note}
# @name recentSends
<RetrieveRequestMsg>
  <RetrieveRequest>
    <ObjectType>Send</ObjectType>
    <Properties>ID</Properties>
    <Properties>EmailName</Properties>
    <Properties>Status</Properties>
    <Properties>NumberSent</Properties>
    <Properties>SendDate</Properties>
    <Properties>SentDate</Properties>
    <Filter xsi:type="SimpleFilterPart">
      <Property>SendDate</Property>
      <SimpleOperator>greaterThan</SimpleOperator>
      <DateValue>{{$datetime iso8601 -7 d}}</DateValue>
    </Filter>
  </RetrieveRequest>
</RetrieveRequestMsg>
`;
}

interface RowsRetrieve {
  /** External key of the data extension. */
  readonly key: string;
  /** MID of the account that it lives in, where that is not the one that asks. */
  readonly owner?: number | undefined;
  readonly columns: readonly string[];
  /** The `Filter` element, or nothing. */
  readonly filter: string;
}

/** The rows of a data extension, all columns named, since the API knows no other way. */
export function rowsRequest(name: string, { key, owner, columns, filter }: RowsRetrieve): string {
  const place = owner === undefined ? [] : [`    <ClientIDs><ID>${String(owner)}</ID></ClientIDs>`];
  const type = `    <ObjectType>DataExtensionObject[${escapeXml(key)}]</ObjectType>`;
  const properties = columns.map((column) => `    <Properties>${escapeXml(column)}</Properties>`);
  const filterLines = filter === '' ? [] : filter.split('\n').map((line) => `    ${line}`);
  return `### Rows of ${oneLine(name)}
${note}
# @limit 2500
<RetrieveRequestMsg>
  <RetrieveRequest>
${[...place, type, ...properties, ...filterLines].join('\n')}
  </RetrieveRequest>
</RetrieveRequestMsg>
`;
}

/** The subscribers of a list. */
export function subscribersRequest(name: string, listId: number): string {
  return `### Subscribers of ${oneLine(name)}
${note}
# @limit 2500
<RetrieveRequestMsg>
  <RetrieveRequest>
    <ObjectType>ListSubscriber</ObjectType>
    <Properties>SubscriberKey</Properties>
    <Properties>Status</Properties>
    <Properties>CreatedDate</Properties>
    <Properties>ModifiedDate</Properties>
    <Filter xsi:type="SimpleFilterPart">
      <Property>ListID</Property>
      <SimpleOperator>equals</SimpleOperator>
      <Value>${String(listId)}</Value>
    </Filter>
  </RetrieveRequest>
</RetrieveRequestMsg>
`;
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
