/** The large seed: one account with more than fits in anybody's head, to see how a program bears it. */
import type { Clock } from '../clock.ts';
import { Org } from '../org/org.ts';
import { enterprise, profileAttributes } from './accounts.ts';
import { numbers, oneOf, peopleFrom, sequence } from './cells.ts';
import { key, number, text, type ColumnSeed } from './columns.ts';
import { ContentSeed } from './content.ts';
import { addExtensions } from './extensions.ts';
import { FolderTree } from './folders.ts';
import { addSubscribers } from './lists.ts';
import { audienceColumns } from './tables/campaigns.ts';
import type { Market, TableSeed } from './tables/tableSeed.ts';
import { addUsers } from './users.ts';

const extensionCount = 45_000;
const folderCount = 2000;
/** Folders stand in so many others below the root, each with as many inside as it takes. */
const outerFolders = 40;

const regions = ['EMEA', 'APAC', 'LATAM', 'NA', 'DACH', 'Nordics', 'Benelux', 'Iberia'];
const subjects = [
  'Audience',
  'Orders',
  'Returns',
  'Coupons',
  'Visits',
  'Reviews',
  'Leads',
  'Loyalty',
  'Surveys',
];

const market: Market = { firstPerson: 1, people: 1_000_000, currency: 'EUR' };

/** The data extension with a million rows, which are made when they are read. */
const million: TableSeed = {
  folder: 'Everything',
  name: 'Everybody',
  description: 'One row for each of a million people',
  columns: audienceColumns(market, 'ALL'),
  rows: 1_000_000,
  sendableBy: 'SubscriberKey',
  readableKey: true,
};

const eventColumns: readonly ColumnSeed[] = [
  key('EventId', sequence('E', 7), 20),
  text('SubscriberKey', peopleFrom(1).key, 254),
  text('Source', oneOf('Web', 'App', 'Store', 'Call centre'), 20),
  number('Score', numbers(0, 5, 20)),
];

export function largeOrg(clock: Clock, randomSeed: number): Org {
  const org = new Org(clock, randomSeed, [enterprise], profileAttributes);
  const now = clock.now();
  const folders = new FolderTree(org, enterprise);
  const paths = pathsOf();
  for (const path of paths) folders.at('dataextension', path.split('/'));
  addExtensions(org, enterprise, folders, { tables: [million, ...tables(paths)], now });
  addSubscribers(org, enterprise, folders, { first: 1, count: 5000, lists: [], now });
  addUsers(org, []);
  new ContentSeed(org, enterprise, folders, now);
  return org;
}

/** The paths of all folders but the root and that of the million, those around others among them. */
function pathsOf(): readonly string[] {
  const outer = Array.from({ length: outerFolders }, (_, index) => {
    const region = regions[index % regions.length] ?? '';
    return `${region} ${String(2020 + Math.floor(index / regions.length))}`;
  });
  const inner = Array.from({ length: folderCount - outerFolders - 1 }, (_, index) => {
    const around = outer[index % outerFolders] ?? '';
    return `${around}/${subjects[index % subjects.length] ?? ''} ${String(Math.floor(index / outerFolders) + 1)}`;
  });
  return [...outer, ...inner];
}

function* tables(paths: readonly string[]): Iterable<TableSeed> {
  for (let index = 0; index < extensionCount - 1; index++) {
    const subject = subjects[index % subjects.length] ?? '';
    const isAudience = subject === 'Audience';
    yield {
      folder: paths[index % paths.length] ?? '',
      name: `${subject}_${regions[index % regions.length] ?? ''}_${String(100_000 + index).slice(1)}`,
      description: '',
      columns: isAudience ? audience : eventColumns,
      ...(isAudience ? { sendableBy: 'SubscriberKey' } : {}),
      readableKey: index % 3 === 0,
    };
  }
}

const audience = audienceColumns(market, '');
