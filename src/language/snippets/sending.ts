/** Requests for sending: scheduled, started, triggered, by SMS; and the sequences of them. */
import type { WorkflowSnippet } from './snippet.ts';

const start = `# @note This starts a send.
<PerformRequestMsg>
  <Options/>
  <Action>start</Action>
  <Definitions>
    <Definition xsi:type="EmailSendDefinition">
      <CustomerKey>\${1:weekly-newsletter}</CustomerKey>
    </Definition>
  </Definitions>
</PerformRequestMsg>`;

const progress = `<RetrieveRequestMsg>
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
      <DateValue>{{\\$datetime iso8601 -1 h}}</DateValue>
    </Filter>
  </RetrieveRequest>
</RetrieveRequestMsg>`;

const activate = `<UpdateRequest>
  <Options/>
  <Objects xsi:type="TriggeredSendDefinition">
    <CustomerKey>\${1:order-confirmation}</CustomerKey>
    <TriggeredSendStatus>Active</TriggeredSendStatus>
  </Objects>
</UpdateRequest>`;

const fire = `# @note This sends a message.
<CreateRequest>
  <Options/>
  <Objects xsi:type="TriggeredSend">
    <TriggeredSendDefinition>
      <CustomerKey>\${1:order-confirmation}</CustomerKey>
    </TriggeredSendDefinition>
    <Subscribers>
      <EmailAddress>\${2:ana@example.com}</EmailAddress>
      <Attributes>
        <Name>\${3:OrderNumber}</Name>
        <Value>\${4:4711}</Value>
      </Attributes>
      <SubscriberKey>\${5:ana-1}</SubscriberKey>
    </Subscribers>
  </Objects>
</CreateRequest>`;

const upsertRow = `<UpdateRequest>
  <Options>
    <SaveOptions>
      <SaveOption>
        <PropertyName>*</PropertyName>
        <SaveAction>UpdateAdd</SaveAction>
      </SaveOption>
    </SaveOptions>
  </Options>
  <Objects xsi:type="DataExtensionObject">
    <CustomerKey>\${2:Customers}</CustomerKey>
    <Properties>
      <Property>
        <Name>\${3:CustomerKey}</Name>
        <Value>\${4:C-1}</Value>
      </Property>
    </Properties>
  </Objects>
</UpdateRequest>`;

const addToList = `<UpdateRequest>
  <Options/>
  <Objects xsi:type="Subscriber">
    <SubscriberKey>\${2:ana-1}</SubscriberKey>
    <Lists>
      <ID>\${3:1001}</ID>
      <Action>upsert</Action>
    </Lists>
  </Objects>
</UpdateRequest>`;

export const sending: readonly WorkflowSnippet[] = [
  {
    row: 'A9',
    guide: 'scheduleSend',
    title: 'Schedule an e-mail send definition',
    about: 'Every day, from a first time on, so many times. Times carry their offset from UTC.',
    body: `# @note This schedules sends.
<ScheduleRequestMsg>
  <Options/>
  <Action>start</Action>
  <Schedule>
    <Recurrence xsi:type="DailyRecurrence">
      <DailyRecurrencePatternType>Interval</DailyRecurrencePatternType>
      <DayInterval>\${1:1}</DayInterval>
    </Recurrence>
    <RecurrenceType>Daily</RecurrenceType>
    <RecurrenceRangeType>EndAfter</RecurrenceRangeType>
    <StartDateTime>\${2:2030-01-31T09:00:00-06:00}</StartDateTime>
    <Occurrences>\${3:7}</Occurrences>
  </Schedule>
  <Interactions>
    <Interaction xsi:type="EmailSendDefinition">
      <CustomerKey>\${4:weekly-newsletter}</CustomerKey>
    </Interaction>
  </Interactions>
</ScheduleRequestMsg>`,
  },
  {
    row: 'A10',
    guide: 'startSend',
    title: 'Start an e-mail send definition',
    about: 'The send begins at once; watch it in Live Sends.',
    body: start,
  },
  {
    row: 'A11',
    guide: 'startTriggeredSend',
    title: 'Start a triggered send definition',
    about: 'It takes triggered sends from then on.',
    body: activate,
  },
  {
    row: 'A11',
    guide: 'fireTriggeredSend',
    title: 'Fire a triggered send',
    about: 'Sends one message now, to one or more subscribers.',
    body: fire,
  },
  {
    row: 'A12',
    guide: 'sendSms',
    title: 'Send an SMS',
    about: 'By an SMS triggered send definition.',
    body: `# @note This sends a message.
<CreateRequest>
  <Options/>
  <Objects xsi:type="SMSTriggeredSend">
    <SMSTriggeredSendDefinition>
      <CustomerKey>\${1:order-shipped}</CustomerKey>
    </SMSTriggeredSendDefinition>
    <Subscriber>
      <SubscriberKey>\${2:ana-1}</SubscriberKey>
    </Subscriber>
    <Message>\${3:Your order is on its way.}</Message>
    <Number>\${4:15555550100}</Number>
  </Objects>
</CreateRequest>`,
  },
  {
    row: 'A15',
    guide: 'sendToList',
    title: 'Send to a list, step by step',
    about: 'Three named requests: fill the list, start the send, watch it.',
    body: `### 1. Who gets it
# @name addToList
${addToList}

### 2. Start the send
# @name startSend
${start}

### 3. How far it is
# @name progress
${progress}`,
  },
  {
    row: 'A15',
    guide: 'sendToDataExtension',
    title: 'Send to a data extension, step by step',
    about: 'Three named requests: fill the data extension, start the send, watch it.',
    body: `### 1. Who gets it
# @name fillRows
${upsertRow}

### 2. Start the send
# @name startSend
${start}

### 3. How far it is
# @name progress
${progress}`,
  },
  {
    row: 'A15',
    guide: 'sendTriggered',
    title: 'Triggered send, step by step',
    about: 'Two named requests: start the definition, fire it.',
    body: `### 1. Start the definition
# @name activate
${activate}

### 2. Fire it
# @name fire
${fire}`,
  },
];
