/** Answers to the questions of every guide, such as a person may give. */
import type { GuideId } from '../../src/shared/guideIds.ts';

type Answers = Readonly<Record<string, string>>;

const triggered: Answers = {
  ...{ name: 'March & April', key: 'march', classification: 'Default Commercial', email: '7' },
};

const definition: Answers = { ...triggered, subject: 'Hello' };

const recipient: Answers = { subscriber: 'ana-1', attributes: 'FirstName=Ana' };

const account: Answers = {
  ...{ Name: 'South & East', key: 'south', Email: 'south@example.com', FromName: 'South' },
  ...{ BusinessName: 'South Ltd', Phone: '', Address: '1 Main St', City: 'Lisbon', State: 'LX' },
  ...{ Zip: '1000', Country: 'PT', parent: '100' },
};

const importOf: Answers = {
  ...{ kind: 'file', name: 'Orders', key: 'orders', notify: 'ops@example.com', update: 'AddAndUpdate' },
  ...{ errors: 'true', location: 'ExactTarget Enhanced FTP' },
};

/** One or more ways to answer each guide. */
export const guideAnswers: Readonly<Record<GuideId, readonly Answers[]>> = {
  createSubscribers: [
    {
      ...{ businessUnit: '100002', source: 'one', key: 'ana-1', email: 'ana@example.com' },
      ...{ attributes: 'First Name=Ana, City=Lisbon', lists: '11\n12' },
    },
    {
      businessUnit: '',
      source: 'file',
      file: 'SubscriberKey,EmailAddress,City\na,a@example.com,"Paris, FR"\nb,b@example.com,',
      lists: '',
    },
  ],
  createList: [
    { businessUnit: '', name: 'News <daily>', key: 'news', description: '', type: 'Public', folder: '' },
    {
      businessUnit: '100002',
      name: 'News',
      key: '',
      description: 'Of all kinds',
      type: 'Private',
      folder: '17',
    },
  ],
  addToList: [{ businessUnit: '100002', list: '11', keys: 'ana-1, ben-2', status: 'Active' }],
  addAttribute: [
    { name: 'Shoe Size', type: 'double', required: 'false', default: '40', options: '' },
    { name: 'Colour', type: 'string', required: 'true', default: 'red', options: 'red, green' },
  ],
  createSendDefinition: [
    { ...definition, audience: 'list', list: '11' },
    {
      ...definition,
      audience: 'dataExtension',
      dataExtension: 'ed9aae62-800e-de11-b30f-001cc494ae9e',
      publicationList: '11',
    },
  ],
  createDataExtension: [
    {
      ...{
        extensionName: 'Customers',
        extensionKey: 'customers',
        sendable: 'true',
        sendableField: 'Key',
        retention: '30',
      },
      fields: 'Key Text(50) key, Mail EmailAddress required, Points Number default=0, Price Decimal(10;2)',
    },
    {
      extensionName: 'Plain',
      extensionKey: 'plain',
      sendable: 'false',
      retention: '',
      fields: 'Id Number key',
    },
  ],
  addRows: [
    { dataExtension: 'customers', columns: 'Key\nPoints', source: 'one', row: 'Key=ana-1, Points=5' },
    {
      dataExtension: 'customers',
      columns: 'Key\nPoints',
      source: 'file',
      file: 'Key,Points\nana-1,5\nben-2,007',
    },
  ],
  importData: [
    {
      ...{ ...importOf, sample: 'no', type: 'CSV', headings: 'true', destination: 'dataExtension' },
      ...{ dataExtension: 'orders', mapping: 'InferFromColumnHeadings' },
      ...{ naming: 'typed', fileName: 'orders%%Year%%.csv' },
    },
    {
      ...{ ...importOf, sample: 'yes', file: 'Id\tMail\tMore\n1\ta@example.com\tx\n', type: 'TAB' },
      ...{ headings: 'true', destination: 'dataExtension', dataExtension: 'orders' },
      ...{ mapping: 'InferFromColumnHeadings', columns: 'Id\nMail', naming: 'portfolio' },
      portfolio: 'orders.txt',
    },
    {
      ...{ ...importOf, sample: 'yes', file: 'k|mail\n1|a@example.com\n', type: 'Other', delimiter: '|' },
      ...{ headings: 'true', destination: 'publicationList', publicationList: '11' },
      ...{ maps: 'k=Subscriber Key, mail=Email Address', naming: 'typed', fileName: 'people.txt' },
    },
    {
      ...{ ...importOf, sample: 'no', type: 'CSV', headings: 'false', destination: 'list', list: '12' },
      ...{ maps: '1=Subscriber Key, 2=Email Address', naming: 'typed', fileName: 'people.csv' },
    },
    {
      ...{ kind: 'object', object: 'Contact', range: 'new', since: '2026-05-16T00:00:00Z' },
      ...{ target: 'sf-contacts', name: 'Contacts', key: 'contacts', notify: 'ops@example.com' },
    },
    {
      ...{ kind: 'report', object: '00O000000000001', range: 'all', target: 'sf-report' },
      ...{ name: 'Report', key: 'report', notify: 'ops@example.com' },
    },
  ],
  scheduleSend: [
    { definition: 'march', start: '2090-05-16T14:30:00+02:00', recurrence: 'Once' },
    { definition: 'march', start: '2090-05-16T14:30:00+02:00', recurrence: 'Daily', occurrences: '3' },
    { definition: 'march', start: '2090-05-16T14:30:00+02:00', recurrence: 'Weekly', occurrences: '3' },
  ],
  startSend: [{ definition: 'march' }],
  startTriggeredSend: [
    { definition: 'welcome', state: 'Active' },
    { definition: 'welcome', state: 'Inactive' },
  ],
  fireTriggeredSend: [{ definition: 'welcome', email: 'ana@example.com', ...recipient }],
  sendSms: [{ definition: 'sms', subscriber: 'ana-1', number: '15555550100', message: 'Hello' }],
  refreshGroup: [{ group: '31' }],
  retrieveTracking: [
    { send: '123', kinds: 'SentEvent, OpenEvent, ClickEvent, BounceEvent, UnsubEvent', since: '' },
    { send: '123', kinds: 'BounceEvent', since: '2026-05-16T00:00:00Z' },
  ],
  extractData: [
    {
      ...{ what: 'rows', dataExtension: 'orders', rowsFile: 'orders%%Year%%.csv', delimiter: '|' },
      notify: 'ops@example.com',
    },
    {
      ...{ what: 'tracking', kinds: 'ExtractSent\nExtractOpens', sends: '123\n124', notify: '' },
      ...{ from: '2026-05-01T00:00:00Z', to: '2026-06-01T00:00:00+02:00', trackingFile: 'tracking.zip' },
    },
    {
      ...{ what: 'other', type: 'c7219016-a7f0-4c72-8657-1ec12c28a0db', parameters: 'OutputFileName' },
      values: 'OutputFileName=x.zip',
    },
  ],
  sendToList: [{ ...definition, listName: 'March', keys: 'ana-1, ben-2' }],
  sendToDataExtension: [
    {
      ...definition,
      ...{
        extensionName: 'March',
        extensionKey: 'march-people',
        sendableField: 'Key',
        publicationList: '11',
      },
      ...{ fields: 'Key Text(50) key, Mail EmailAddress required', row: 'Key=ana-1, Mail=ana@example.com' },
    },
  ],
  sendTriggered: [{ ...triggered, ...recipient, list: '11', address: 'ana@example.com' }],
  createBusinessUnit: [{ ...account, unsubscribe: 'BUSINESS_UNIT_ONLY' }],
  changeBusinessUnit: [
    { businessUnit: '100002', parts: 'Name\nactive', Name: 'South', active: '0' },
    { businessUnit: '100002', parts: 'unsubscribe', unsubscribe: 'ENTIRE_ENTERPRISE' },
  ],
  deleteBusinessUnit: [{ businessUnit: '100002' }],
  createUser: [
    {
      ...{ userId: 'ana.admin', name: 'Ana Admin', email: 'ana@example.com', use: 'person' },
      ...{ businessUnits: '100002\n100003', roles: 'SYS_DEF_ADMIN' },
    },
    {
      ...{ userId: 'shop-sync', name: 'Shop', email: 'shop@example.com', use: 'program' },
      ...{ businessUnits: '', roles: '' },
    },
  ],
  setUserRoles: [{ user: 'ana.admin', roles: 'SYS_DEF_DATA\nrole-sender', businessUnits: '100002' }],
  createRole: [
    {
      ...{ name: 'Sender', key: 'role-sender', description: 'May send' },
      permissions: 'Email=Create, Email=Update, List=Create',
    },
  ],
  createAgencyClient: [{ ...account, type: 'PRO_CONNECT_CLIENT' }],
};
