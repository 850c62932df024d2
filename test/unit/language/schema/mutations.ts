/** Requests that are right, and the ways to break them. */

export const create = `<CreateRequest>
  <Options>
    <SaveOptions>
      <SaveOption>
        <PropertyName>*</PropertyName>
        <SaveAction>UpdateAdd</SaveAction>
      </SaveOption>
    </SaveOptions>
  </Options>
  <Objects xsi:type="Subscriber">
    <EmailAddress>ana@example.com</EmailAddress>
    <Attributes>
      <Name>City</Name>
      <Value>Lisbon</Value>
    </Attributes>
    <SubscriberKey>ana</SubscriberKey>
    <UnsubscribedDate>2026-01-31T12:00:00-06:00</UnsubscribedDate>
    <Status>Active</Status>
    <Lists>
      <ID>1001</ID>
      <Status>Active</Status>
    </Lists>
  </Objects>
</CreateRequest>
`;

export const retrieve = `<RetrieveRequestMsg>
  <RetrieveRequest>
    <ObjectType>Send</ObjectType>
    <Properties>ID</Properties>
    <Properties>SentDate</Properties>
    <Filter xsi:type="ComplexFilterPart">
      <LeftOperand xsi:type="SimpleFilterPart">
        <Property>SendDate</Property>
        <SimpleOperator>greaterThan</SimpleOperator>
        <DateValue>2026-01-31T12:00:00Z</DateValue>
      </LeftOperand>
      <LogicalOperator>AND</LogicalOperator>
      <RightOperand xsi:type="SimpleFilterPart">
        <Property>Status</Property>
        <SimpleOperator>equals</SimpleOperator>
        <Value>Complete</Value>
      </RightOperand>
    </Filter>
    <QueryAllAccounts>false</QueryAllAccounts>
    <Options>
      <BatchSize>200</BatchSize>
    </Options>
  </RetrieveRequest>
</RetrieveRequestMsg>
`;

interface Mutation {
  readonly title: string;
  readonly of: string;
  /** This text … */
  readonly from: string;
  /** … becomes this one. */
  readonly to: string;
  readonly finds: readonly string[];
  /** Title of the fix that undoes it; undefined when only a person can. */
  readonly undoneBy?: string;
}

export const mutations: readonly Mutation[] = [
  {
    title: 'an element that does not exist',
    ...{ of: create, from: 'SubscriberKey>', to: 'SubscribrKey>' },
    finds: ['warning unknown-element «SubscribrKey»'],
    undoneBy: 'Change to <SubscriberKey>',
  },
  {
    title: 'an element in the wrong case',
    ...{ of: retrieve, from: 'QueryAllAccounts>', to: 'queryAllAccounts>' },
    finds: ['error unknown-element «queryAllAccounts»'],
    undoneBy: 'Change to <QueryAllAccounts>',
  },
  {
    title: 'an element out of order',
    of: retrieve,
    from: '<ObjectType>Send</ObjectType>\n    <Properties>ID</Properties>\n    <Properties>SentDate</Properties>',
    to: '<Properties>ID</Properties>\n    <Properties>SentDate</Properties>\n    <ObjectType>Send</ObjectType>',
    finds: ['hint element-order «ObjectType»'],
    undoneBy: 'Put the elements of <RetrieveRequest> in the schema’s order',
  },
  {
    title: 'a word that is not in an enumeration',
    ...{ of: create, from: '<SaveAction>UpdateAdd<', to: '<SaveAction>updateadd<' },
    finds: ['error wrong-enumeration «updateadd»'],
    undoneBy: 'Change to UpdateAdd',
  },
  {
    title: 'a number that is none',
    ...{ of: create, from: '<ID>1001<', to: '<ID>1001a<' },
    finds: ['error wrong-type «1001a»'],
  },
  {
    title: 'a number that is too great',
    ...{ of: create, from: '<ID>1001<', to: '<ID>2147483648<' },
    finds: ['error wrong-type «2147483648»'],
  },
  {
    title: 'a truth value in another spelling',
    ...{ of: retrieve, from: '>false<', to: '>False<' },
    finds: ['error wrong-type «False»'],
    undoneBy: 'Change to false',
  },
  {
    title: 'a date that is none',
    ...{ of: retrieve, from: '2026-01-31T12:00:00Z', to: '31.01.2026' },
    finds: ['error wrong-type «31.01.2026»'],
  },
  {
    title: 'a required element that is missing',
    ...{ of: retrieve, from: '        <SimpleOperator>equals</SimpleOperator>\n', to: '' },
    finds: ['error missing-element «RightOperand»'],
  },
  {
    title: 'options that are missing',
    ...{ of: create, from: create.slice(16, create.indexOf('  <Objects')), to: '' },
    finds: ['hint missing-element «CreateRequest»'],
  },
  {
    title: 'the wrong namespace',
    ...{
      of: create,
      from: '<CreateRequest>',
      to: '<CreateRequest xmlns="http://exacttarget.com/wsdl/partnerApi">',
    },
    finds: ['error wrong-namespace «http://exacttarget.com/wsdl/partnerApi»'],
  },
  {
    title: 'a prefix that nobody declared',
    ...{ of: create, from: 'EmailAddress>', to: 'p:EmailAddress>' },
    finds: ['error undeclared-prefix «p»'],
    undoneBy: 'Remove the prefix p',
  },
  {
    title: 'a type with a prefix that nobody declared',
    ...{ of: create, from: 'xsi:type="Subscriber"', to: 'xsi:type="p:Subscriber"' },
    finds: ['error undeclared-prefix «p»'],
    undoneBy: 'Remove the prefix p',
  },
  {
    title: 'an element that is there twice',
    of: create,
    from: '    <Status>Active</Status>\n    <Lists>',
    to: '    <Status>Active</Status>\n    <Status>Bounced</Status>\n    <Lists>',
    finds: ['error duplicate-element «Status»'],
    undoneBy: 'Delete the element',
  },
  {
    title: 'a type that cannot stand there',
    ...{ of: retrieve, from: 'xsi:type="ComplexFilterPart"', to: 'xsi:type="Subscriber"' },
    // What such an element holds is not what it should hold either.
    finds: [
      'error wrong-xsi-type «Subscriber»',
      ...['LeftOperand', 'LogicalOperator', 'RightOperand'].map(
        (name) => `warning unknown-element «${name}»`,
      ),
    ],
  },
  {
    title: 'a type that does not exist',
    ...{ of: create, from: 'xsi:type="Subscriber"', to: 'xsi:type="Subscribr"' },
    finds: ['warning unknown-xsi-type «Subscribr»'],
    undoneBy: 'Change to Subscriber',
  },
  {
    title: 'a type that is missing',
    ...{ of: retrieve, from: '<LeftOperand xsi:type="SimpleFilterPart">', to: '<LeftOperand>' },
    finds: [
      'error missing-xsi-type «LeftOperand»',
      ...['Property', 'SimpleOperator', 'DateValue'].map((name) => `error unknown-element «${name}»`),
    ],
    undoneBy: 'Add xsi:type="SimpleFilterPart"',
  },
  {
    title: 'a type that the service does not see',
    ...{ of: create, from: ' xsi:type="Subscriber"', to: ' type="Subscriber"' },
    finds: ['error unexpected-attribute «type»'],
    undoneBy: 'Write xsi:type',
  },
  {
    title: 'a property that the object does not have',
    ...{ of: retrieve, from: '>SentDate<', to: '>SendDat<' },
    finds: ['warning unknown-property «SendDat»'],
  },
  {
    title: 'the documentation’s name of a property (C1)',
    ...{ of: retrieve, from: '>SentDate<', to: '>SentTime<' },
    finds: ['warning unknown-property «SentTime»'],
    undoneBy: 'Change to SentDate',
  },
  {
    title: 'a filter by a property that the object does not have',
    ...{ of: retrieve, from: '>Status<', to: '>Statu<' },
    finds: ['warning unknown-property «Statu»'],
    undoneBy: 'Change to Status',
  },
  {
    title: 'an object in the wrong case',
    ...{ of: retrieve, from: '>Send<', to: '>send<' },
    finds: ['warning unknown-object «send»'],
    undoneBy: 'Change to Send',
  },
  {
    title: 'rows without their data extension',
    ...{ of: retrieve, from: '>Send<', to: '>DataExtensionObject<' },
    finds: ['error missing-key «DataExtensionObject»'],
  },
  {
    title: 'an object that the method does not take',
    ...{
      of: create,
      from: create.slice(create.indexOf('<Objects'), create.indexOf('</Create')),
      to: '<Objects xsi:type="BounceEvent"/>\n',
    },
    finds: ['warning unsuitable-object «BounceEvent»'],
  },
  {
    title: 'text among elements',
    ...{ of: create, from: '<Lists>', to: '<Lists>1001' },
    finds: ['error unexpected-text «1001»'],
  },
  {
    title: 'elements in text',
    ...{ of: create, from: '<SubscriberKey>ana<', to: '<SubscriberKey><b/>ana<' },
    finds: ['error unknown-element «b»'],
    undoneBy: 'Delete the element',
  },
];
