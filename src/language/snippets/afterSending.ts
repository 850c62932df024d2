/** Requests for what comes after a send: groups, tracking, unsubscribes, extracts. */
import type { WorkflowSnippet } from './snippet.ts';

function tracking(
  title: string,
  about: string,
  event: string,
  properties: readonly string[],
): WorkflowSnippet {
  const listed = properties.map((property) => `    <Properties>${property}</Properties>`).join('\n');
  return {
    row: 'A14',
    guide: 'retrieveTracking',
    title,
    about,
    body: `# @all
<RetrieveRequestMsg>
  <RetrieveRequest>
    <ObjectType>${event}</ObjectType>
${listed}
    <Filter xsi:type="SimpleFilterPart">
      <Property>SendID</Property>
      <SimpleOperator>equals</SimpleOperator>
      <Value>\${1:12345}</Value>
    </Filter>
  </RetrieveRequest>
</RetrieveRequestMsg>`,
  };
}

const event = ['SendID', 'SubscriberKey', 'EventDate'];

export const afterSending: readonly WorkflowSnippet[] = [
  {
    row: 'A13',
    guide: 'refreshGroup',
    title: 'Refresh a group',
    about: 'Works out anew who belongs to it.',
    body: `<ExecuteRequestMsg>
  <Requests>
    <Name>RefreshGroup</Name>
    <Parameters>
      <Name>ID</Name>
      <Value>\${1:1001}</Value>
    </Parameters>
  </Requests>
</ExecuteRequestMsg>`,
  },
  {
    row: 'A14',
    guide: 'retrieveTracking',
    title: 'Retrieve sends of the last days',
    about: 'With how many were sent, and when each was done.',
    body: `<RetrieveRequestMsg>
  <RetrieveRequest>
    <ObjectType>Send</ObjectType>
    <Properties>ID</Properties>
    <Properties>EmailName</Properties>
    <Properties>Status</Properties>
    <Properties>NumberSent</Properties>
    <Properties>SentDate</Properties>
    <Filter xsi:type="SimpleFilterPart">
      <Property>SendDate</Property>
      <SimpleOperator>greaterThan</SimpleOperator>
      <DateValue>{{\\$datetime iso8601 -\${1:7} d}}</DateValue>
    </Filter>
  </RetrieveRequest>
</RetrieveRequestMsg>`,
  },
  tracking('Retrieve who it was sent to', 'Sent events of one send.', 'SentEvent', event),
  tracking('Retrieve opens', 'Open events of one send.', 'OpenEvent', event),
  tracking('Retrieve clicks', 'Click events of one send, with their links.', 'ClickEvent', [...event, 'URL']),
  tracking('Retrieve bounces', 'Bounce events of one send, with their reasons.', 'BounceEvent', [
    ...event,
    'BounceCategory',
    'SMTPReason',
  ]),
  tracking('Retrieve unsubscribes', 'Unsubscribe events of one send.', 'UnsubEvent', event),
  {
    row: 'D1',
    guide: 'extractData',
    title: 'Extract rows of a data extension into a file',
    about: 'Into the Export folder of the FTP site: one call, however many rows there are.',
    body: `<ExtractRequestMsg>
  <Requests>
    <ID>bb94a04d-9632-4623-be47-daabc3f588a6</ID>
    <Options/>
    <Parameters>
      <Parameter><Name>DECustomerKey</Name><Value>\${1:Customers}</Value></Parameter>
      <Parameter><Name>HasColumnHeaders</Name><Value>true</Value></Parameter>
      <Parameter><Name>_AsyncID</Name><Value>0</Value></Parameter>
      <Parameter><Name>OutputFileName</Name><Value>\${2:customers-%%Year%%%%Month%%%%Day%%.csv}</Value></Parameter>
      <Parameter><Name>ColumnDelimiter</Name><Value>\${3:,}</Value></Parameter>
      <Parameter><Name>StartDate</Name><Value>1/1/1900 1:00:00 AM</Value></Parameter>
      <Parameter><Name>EndDate</Name><Value>1/1/1900 1:00:00 AM</Value></Parameter>
    </Parameters>
  </Requests>
</ExtractRequestMsg>`,
  },
];
