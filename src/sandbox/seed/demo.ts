/** The demo seed: Northwind Outfitters, with two business units, and everything in them as it would be in use. */
import type { Clock } from '../clock.ts';
import type { Account } from '../org/account.ts';
import { Org } from '../org/org.ts';
import { enterprise, germany, profileAttributes, unitedKingdom } from './accounts.ts';
import { ContentSeed } from './content.ts';
import { addExtensions } from './extensions.ts';
import { FolderTree } from './folders.ts';
import { addGroups, addSubscribers, type ListSeed } from './lists.ts';
import {
  bigSale,
  enterpriseLists,
  germanNewsletter,
  groups,
  newsletter,
  orderConfirmations,
  otherDefinitions,
  people,
  triggeredSends,
  ukNewsletter,
  weeklyNewsletter,
} from './northwind.ts';
import { firstPerson } from './people.ts';
import { SendSeed } from './sends.ts';
import { addUsers } from './users.ts';
import { behaviour } from './tables/behaviour.ts';
import { business } from './tables/business.ts';
import { campaigns } from './tables/campaigns.ts';
import { orderLines, orders } from './tables/orders.ts';
import { singles } from './tables/singles.ts';
import type { Market, TableSeed } from './tables/tableSeed.ts';

/** The org at the present moment of the clock. */
export function demoOrg(clock: Clock, randomSeed: number): Org {
  const org = new Org(clock, randomSeed, [enterprise, unitedKingdom, germany], profileAttributes);
  const now = clock.now();
  addUsers(org, people);
  const main = addEnterprise(org, now);
  const uk = addUnitedKingdom(org, now);
  const de = addGermany(org, now);

  for (const seed of triggeredSends) main.triggered(seed);
  const [sale, confirmations] = [main.definition(bigSale), main.definition(orderConfirmations)];
  const weekly = main.definition(weeklyNewsletter);
  const others = otherDefinitions.map((seed) => main.definition(seed));
  const sends = new SendSeed(org, now);
  sends.past([weekly, ...others, uk.definition(ukNewsletter), de.definition(germanNewsletter)]);
  sends.recurring(confirmations);
  sends.running(sale);
  sends.scheduled(weekly);
  return org;
}

interface Part {
  readonly account: Account;
  readonly market: Market;
  readonly tables: readonly TableSeed[];
  readonly subscribers: number;
  readonly lists: readonly ListSeed[];
}

function addPart(org: Org, part: Part, now: number): ContentSeed {
  const { account, tables, lists, subscribers: count, market } = part;
  const folders = new FolderTree(org, account);
  addExtensions(org, account, folders, { tables, now });
  addSubscribers(org, account, folders, { first: market.firstPerson, count, lists, now });
  if (account === enterprise) addGroups(org, account, folders, groups);
  return new ContentSeed(org, account, folders, now);
}

function addEnterprise(org: Org, now: number): ContentSeed {
  const market: Market = { firstPerson: firstPerson.enterprise, people: 100_000, currency: 'EUR' };
  const tables = [
    ...singles(now),
    ...orders(market, 'Orders'),
    ...orderLines(),
    ...campaigns(market),
    ...behaviour(market),
    ...business(market),
  ];
  return addPart(
    org,
    { account: enterprise, market, tables, subscribers: 6000, lists: enterpriseLists },
    now,
  );
}

function addUnitedKingdom(org: Org, now: number): ContentSeed {
  const market: Market = { firstPerson: firstPerson.unitedKingdom, people: 20_000, currency: 'GBP' };
  const tables = [...orders(market, 'UK_Orders'), ...campaigns(market)];
  const lists = [newsletter, { name: 'Store visitors', description: '', share: 0.3 }];
  return addPart(org, { account: unitedKingdom, market, tables, subscribers: 2500, lists }, now);
}

function addGermany(org: Org, now: number): ContentSeed {
  const market: Market = { firstPerson: firstPerson.germany, people: 20_000, currency: 'EUR' };
  const tables = orders(market, 'Bestellungen');
  const lists = [newsletter, { name: 'Gewinnspiel', description: 'Teilnehmer', share: 0.2 }];
  return addPart(org, { account: germany, market, tables, subscribers: 2000, lists }, now);
}
