/** What the demo's organisation sends, and to whom: names, subjects and audiences. */
import { unitedKingdom } from './accounts.ts';
import type { DefinitionSeed, TriggeredSeed } from './content.ts';
import type { GroupSeed, ListSeed } from './lists.ts';

export const newsletter: ListSeed = {
  name: 'Newsletter',
  description: 'The weekly letter',
  share: 0.7,
  isPublication: true,
};

export const enterpriseLists: readonly ListSeed[] = [
  newsletter,
  { name: 'Product news', description: 'New things, once a month', share: 0.4, isPublication: true },
  { name: 'Partner offers', description: '', share: 0.1, isPublication: true },
  { name: 'VIP customers', description: 'By invitation', share: 0.05 },
  { name: 'Hikers', description: '', share: 0.3 },
  { name: 'Climbers', description: '', share: 0.15 },
  { name: 'Campers', description: '', share: 0.25 },
  { name: 'Staff', description: 'For tests in-house', share: 0.01 },
  { name: 'Store Boston', description: '', share: 0.08 },
  { name: 'Trade fair 2024', description: '', share: 0.06 },
  { name: 'Empty list', description: 'Nobody yet', share: 0 },
];

export const bigSale: DefinitionSeed = {
  key: 'big-sale',
  name: 'Big sale',
  subject: 'Up to 50 % off',
  audience: { dataExtension: 'Newsletter_Audience' },
};

export const orderConfirmations: DefinitionSeed = {
  key: 'order-confirmations',
  name: 'Order confirmations',
  subject: 'Your order',
  audience: { dataExtension: 'Order_Confirmations' },
  operational: true,
};

export const weeklyNewsletter: DefinitionSeed = {
  key: 'weekly-newsletter',
  name: 'Weekly newsletter',
  subject: 'This week outdoors',
  audience: { list: 'Newsletter' },
};

const toList = (key: string, name: string, subject: string, list: string): DefinitionSeed => ({
  key,
  name,
  subject,
  audience: { list },
});

/** What the enterprise sends besides, by turns. */
export const otherDefinitions: readonly DefinitionSeed[] = [
  {
    key: 'loyalty-update',
    name: 'Loyalty update',
    subject: 'Your points',
    audience: { dataExtension: 'Customers' },
  },
  toList('product-news', 'Product news', 'New in the shop', 'Product news'),
  toList('vip-preview', 'VIP preview', 'See it first', 'VIP customers'),
  toList('hiking-tips', 'Hiking tips', 'Five trails', 'Hikers'),
  toList('staff-test', 'Staff test', '[Test] This week outdoors', 'Staff'),
];

export const ukNewsletter = toList('uk-newsletter', 'UK newsletter', 'This week outdoors', 'Newsletter');
export const germanNewsletter = toList(
  'de-newsletter',
  'Newsletter Deutschland',
  'Neues für draußen',
  'Newsletter',
);

export const triggeredSends: readonly TriggeredSeed[] = [
  { key: 'welcome', name: 'Welcome', subject: 'Welcome!', status: 'Active', perHour: 42 },
  { key: 'password-reset', name: 'Password reset', subject: 'Your password', status: 'Active', perHour: 230 },
  { key: 'shipping', name: 'Shipping notice', subject: 'On its way', status: 'Active', perHour: 120 },
  { key: 'back-in-stock', name: 'Back in stock', subject: 'It is back', status: 'Inactive', perHour: 15 },
  { key: 'old-welcome', name: 'Welcome (old)', subject: 'Hello', status: 'Deleted', perHour: 8 },
];

/** Who works there, besides the user of programs. */
export const people = [
  { userId: 'ana.admin', name: 'Ana Admin', roleKeys: ['SYS_DEF_ADMIN'] },
  { userId: 'carl.content', name: 'Carl Content', roleKeys: ['SYS_DEF_CONTENT'] },
  {
    userId: 'uma.kingdom',
    name: 'Uma Kingdom',
    roleKeys: ['SYS_DEF_DATA'],
    mid: unitedKingdom.mid,
    businessUnits: [unitedKingdom.mid],
  },
  { userId: 'greta.gone', name: 'Greta Gone', isActive: false, roleKeys: ['SYS_DEF_ANALYST'] },
];

export const groups: readonly GroupSeed[] = [
  { name: 'Londoners', attribute: 'City', value: 'London' },
  { name: 'Everybody in Berlin', attribute: 'City', value: 'Berlin' },
];
