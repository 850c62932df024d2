/** What the tests of the ways to run a request run, and what they paste. */

/** Cells that careless writers change. */
export const odd = [
  { Id: '00042', Text: 'comma, "quote"' },
  { Id: '007', Text: ' blanks, ünïcödé 😀 ' },
  { Id: '1', Text: 'two\nlines' },
  { Id: '2', Text: '' },
];

const retrieve = (type: string, ...properties: readonly string[]): string =>
  `<RetrieveRequestMsg><RetrieveRequest><ObjectType>${type}</ObjectType>${properties
    .map((name) => `<Properties>${name}</Properties>`)
    .join('')}</RetrieveRequest></RetrieveRequestMsg>\n`;

const subscriber = (key: string, mail: string): string =>
  `  <Objects xsi:type="Subscriber"><SubscriberKey>${key}</SubscriberKey><EmailAddress>${mail}</EmailAddress></Objects>\n`;

const create = (...subscribers: readonly string[]): string =>
  `<CreateRequest>\n  <Options/>\n${subscribers.join('')}</CreateRequest>\n`;

const envelope = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header><fueloauth>T-4711</fueloauth></s:Header><s:Body>${retrieve('List', 'ID')}</s:Body></s:Envelope>`;

/** The files that are run, by their names. */
export const files: Readonly<Record<string, string>> = {
  'odd.mcsoap': `### Odd texts\n${retrieve('DataExtensionObject[Odd]', 'Id', 'Text')}`,
  'environment.mcsoap': `### By environment\n${retrieve('{{type}}', 'ID')}`,
  'several.mcsoap': ['List', 'ContentArea', 'SendClassification', 'SenderProfile']
    .map((type) => `### Each ${type}\n${retrieve(type, type.startsWith('Send') ? 'Name' : 'ID')}`)
    .join('\n'),
  'queued.mcsoap': `### Queued\n${create(subscriber('queued', 'queued@example.com'))}`,
  'plain.xml': envelope,
  'prompt.mcsoap': `### Asked for\n# @prompt type Which objects?\n${retrieve('{{type}}', 'ID')}`,
  'failing.mcsoap': `### Two of them\n${create(subscriber('good', 'good@example.com'), subscriber('bad', 'no address'))}`,
  'pasted.mcsoap': '\n',
  'delete.mcsoap':
    '### Gone\n<DeleteRequest><Options/><Objects xsi:type="Subscriber"><SubscriberKey>good</SubscriberKey></Objects></DeleteRequest>\n',
};

/** Kind of text, the text, and what its request has. */
export const pastes: readonly (readonly [kind: string, text: string, expected: RegExp])[] = [
  ['SOAP envelope', envelope, /<ObjectType>List</],
  [
    'cURL command',
    `curl https://x.example/Service.asmx -H 'SOAPAction: Retrieve' -d '${envelope}'`,
    /<ObjectType>List</,
  ],
  [
    'Postman request',
    JSON.stringify({
      name: 'Pasted request',
      request: { method: 'POST', body: { mode: 'raw', raw: envelope } },
    }),
    /<ObjectType>List</,
  ],
  [
    'SSJS WSProxy call',
    'var api = new Script.Util.WSProxy();\nvar data = api.retrieve("Send", ["ID"]);',
    /<ObjectType>Send</,
  ],
  [
    'AMPscript API call',
    `%%[ SET @r = CreateObject("RetrieveRequest") SetObjectProperty(@r, "ObjectType", "Email")
AddObjectArrayItem(@r, "Properties", "ID") SET @rows = InvokeRetrieve(@r, @status) ]%%`,
    /<ObjectType>Email</,
  ],
];
