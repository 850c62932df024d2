/** An org for tests of the side bar: little of everything, and names as people really give them. */
import type { OwnSeed } from '../../src/sandbox/index.ts';

/** Hebrew for "orders of today": written from right to left. */
const rightToLeft = 'הזמנות היום';

const fields = {
  Field: [
    { Name: 'Id', FieldType: 'Text', MaxLength: 20, IsPrimaryKey: true, IsRequired: true },
    { Name: 'Name', FieldType: 'Text', MaxLength: 50 },
  ],
};

function dataExtension(CustomerKey: string, Name: string): OwnObjectOf {
  return { type: 'DataExtension', CustomerKey, Name, Fields: fields };
}

type OwnObjectOf = NonNullable<OwnSeed['objects']>[number];

function folder(CustomerKey: string, Name: string, parent: string): OwnObjectOf {
  return {
    ...{ type: 'DataFolder', CustomerKey, Name, Description: '', ContentType: 'dataextension' },
    ParentFolder: { CustomerKey: parent },
  };
}

export const sideBarOrg: OwnSeed = {
  accounts: [
    { mid: 700, name: 'Acme' },
    { mid: 701, name: 'Acme UK', key: 'uk' },
  ],
  objects: [
    folder('year-2024', '2024', 'dataextension_default'),
    folder('year-2025', '2025', 'dataextension_default'),
    folder('archive-2024', 'Archive', 'year-2024'),
    folder('archive-2025', 'Archive', 'year-2025'),
    folder('markup', '<b>Bold</b> & Co.', 'dataextension_default'),
    dataExtension('people', 'People'),
    dataExtension('old-1', 'Old one'),
    dataExtension('old-2', 'Old two'),
    dataExtension('old-3', 'Old three'),
    dataExtension('slash', 'Orders 2025/26'),
    dataExtension('less-than', 'Scores <50 & "more"'),
    dataExtension('emoji', 'Birthdays 🎂'),
    dataExtension('rtl', rightToLeft),
    { type: 'List', ListName: 'Walkers', Description: 'On foot' },
    { type: 'List', ListName: 'Riders' },
    { type: 'Subscriber', SubscriberKey: 'ann', EmailAddress: 'ann@example.com' },
    {
      type: 'ImportDefinition',
      CustomerKey: 'nightly',
      Name: 'Nightly people',
      DestinationObject: { type: 'DataExtension', CustomerKey: 'people' },
      RetrieveFileTransferLocation: { CustomerKey: 'ExactTarget Enhanced FTP' },
      FieldMappingType: 'InferFromColumnHeadings',
      FileSpec: 'people.csv',
      FileType: 'CSV',
      UpdateType: 'AddAndUpdate',
    },
  ],
  rows: { people: [{ Id: 'a', Name: 'Ann' }] },
};
