/** Requests for what comes before a send: subscribers, lists, attributes, data extensions, imports. */
import type { WorkflowSnippet } from './snippet.ts';

export const beforeSending: readonly WorkflowSnippet[] = [
  {
    row: 'A1',
    guide: 'createSubscribers',
    title: 'Create or update a subscriber',
    about: 'With profile attributes, on a list. One that is there already is changed.',
    body: `<CreateRequest>
  <Options>
    <SaveOptions>
      <SaveOption>
        <PropertyName>*</PropertyName>
        <SaveAction>UpdateAdd</SaveAction>
      </SaveOption>
    </SaveOptions>
  </Options>
  <Objects xsi:type="Subscriber">
    <EmailAddress>\${1:ana@example.com}</EmailAddress>
    <Attributes>
      <Name>\${2:First Name}</Name>
      <Value>\${3:Ana}</Value>
    </Attributes>
    <SubscriberKey>\${4:ana-1}</SubscriberKey>
    <Status>Active</Status>
    <Lists>
      <ID>\${5:1001}</ID>
      <Status>Active</Status>
    </Lists>
  </Objects>
</CreateRequest>`,
  },
  {
    row: 'A2',
    guide: 'createList',
    title: 'Create a list',
    about: 'In a folder, under an external key.',
    body: `<CreateRequest>
  <Options/>
  <Objects xsi:type="List">
    <CustomerKey>\${1:newsletter}</CustomerKey>
    <ListName>\${2:Newsletter}</ListName>
    <Category>\${3:3025}</Category>
    <Type>\${4|Public,Private|}</Type>
    <Description>\${5:Monthly letter}</Description>
    <ListClassification>\${6|ExactTargetList,PublicationList,SuppressionList|}</ListClassification>
  </Objects>
</CreateRequest>`,
  },
  {
    row: 'A3',
    guide: 'addToList',
    title: 'Add a subscriber to a list',
    about: 'Or change the status there, or take the subscriber off: by the action.',
    body: `<UpdateRequest>
  <Options/>
  <Objects xsi:type="Subscriber">
    <SubscriberKey>\${1:ana-1}</SubscriberKey>
    <Lists>
      <ID>\${2:1001}</ID>
      <Status>\${3|Active,Unsubscribed|}</Status>
      <Action>\${4|create,update,delete,upsert|}</Action>
    </Lists>
  </Objects>
</UpdateRequest>`,
  },
  {
    row: 'A4',
    guide: 'addAttribute',
    title: 'Add a profile attribute',
    about: 'To all subscribers of the account.',
    body: `<ConfigureRequestMsg>
  <Options/>
  <Action>create</Action>
  <Configurations>
    <Configuration xsi:type="PropertyDefinition">
      <Name>\${1:Loyalty Level}</Name>
      <PropertyType>\${2|string,boolean,double,datetime|}</PropertyType>
      <DefaultValue>\${3:Basic}</DefaultValue>
      <IsRequired>\${4|false,true|}</IsRequired>
    </Configuration>
  </Configurations>
</ConfigureRequestMsg>`,
  },
  {
    row: 'A5',
    guide: 'createSendDefinition',
    title: 'Create an e-mail send definition for a list',
    about: 'What is sent, by which classification, to which list.',
    body: `<CreateRequest>
  <Options/>
  <Objects xsi:type="EmailSendDefinition">
    <CustomerKey>\${1:weekly-newsletter}</CustomerKey>
    <Name>\${2:Weekly newsletter}</Name>
    <SendClassification>
      <CustomerKey>\${3:Default Commercial}</CustomerKey>
    </SendClassification>
    <SendDefinitionList>
      <List>
        <ID>\${4:1001}</ID>
      </List>
      <DataSourceTypeID>List</DataSourceTypeID>
    </SendDefinitionList>
    <Email>
      <ID>\${5:2001}</ID>
    </Email>
  </Objects>
</CreateRequest>`,
  },
  {
    row: 'A5',
    guide: 'createSendDefinition',
    title: 'Create an e-mail send definition for a data extension',
    about: 'What is sent, by which classification, to the rows of a sendable data extension.',
    body: `<CreateRequest>
  <Options/>
  <Objects xsi:type="EmailSendDefinition">
    <CustomerKey>\${1:weekly-newsletter}</CustomerKey>
    <Name>\${2:Weekly newsletter}</Name>
    <SendClassification>
      <CustomerKey>\${3:Default Commercial}</CustomerKey>
    </SendClassification>
    <SendDefinitionList>
      <CustomerKey>\${4:Customers}</CustomerKey>
      <SendDefinitionListType>SourceList</SendDefinitionListType>
      <DataSourceTypeID>CustomObject</DataSourceTypeID>
    </SendDefinitionList>
    <Email>
      <ID>\${5:2001}</ID>
    </Email>
  </Objects>
</CreateRequest>`,
  },
  {
    row: 'A6',
    guide: 'createDataExtension',
    title: 'Create a sendable data extension',
    about: 'With a primary key that stands for the subscriber.',
    body: `<CreateRequest>
  <Options/>
  <Objects xsi:type="DataExtension">
    <CustomerKey>\${1:customers}</CustomerKey>
    <Name>\${2:Customers}</Name>
    <IsSendable>true</IsSendable>
    <SendableDataExtensionField>
      <Name>\${3:CustomerKey}</Name>
    </SendableDataExtensionField>
    <SendableSubscriberField>
      <Name>Subscriber Key</Name>
    </SendableSubscriberField>
    <Fields>
      <Field>
        <Name>\${3:CustomerKey}</Name>
        <MaxLength>50</MaxLength>
        <IsRequired>true</IsRequired>
        <IsPrimaryKey>true</IsPrimaryKey>
        <FieldType>Text</FieldType>
      </Field>
      <Field>
        <Name>\${4:EmailAddress}</Name>
        <FieldType>EmailAddress</FieldType>
      </Field>
    </Fields>
  </Objects>
</CreateRequest>`,
  },
  {
    row: 'A7',
    guide: 'addRows',
    title: 'Add or change rows of a data extension',
    about: 'A row whose primary key is there already is changed.',
    body: `<UpdateRequest>
  <Options>
    <SaveOptions>
      <SaveOption>
        <PropertyName>*</PropertyName>
        <SaveAction>UpdateAdd</SaveAction>
      </SaveOption>
    </SaveOptions>
  </Options>
  <Objects xsi:type="DataExtensionObject">
    <CustomerKey>\${1:Customers}</CustomerKey>
    <Properties>
      <Property>
        <Name>\${2:CustomerKey}</Name>
        <Value>\${3:C-1}</Value>
      </Property>
      <Property>
        <Name>\${4:City}</Name>
        <Value>\${5:Leeds}</Value>
      </Property>
    </Properties>
  </Objects>
</UpdateRequest>`,
  },
  {
    row: 'A8',
    guide: 'importData',
    title: 'Start an import',
    about: 'Of an import definition that is there already.',
    body: `# @note This changes data.
<PerformRequestMsg>
  <Options/>
  <Action>start</Action>
  <Definitions>
    <Definition xsi:type="ImportDefinition">
      <CustomerKey>\${1:import-customers}</CustomerKey>
    </Definition>
  </Definitions>
</PerformRequestMsg>`,
  },
];
