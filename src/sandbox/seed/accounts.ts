/** The accounts of both seeds, and the profile attributes of their subscribers. */
import type { Account } from '../org/account.ts';
import { serverZone } from '../org/timeZones.ts';
import type { ProfileAttribute } from '../org/people.ts';

/** The enterprise that every seed has. */
export const enterprise: Account = {
  mid: 100_000_001,
  type: 'ENTERPRISE_2',
  name: 'Northwind Outfitters',
  key: 'northwind',
  description: 'The whole of Northwind',
  parent: undefined,
  email: 'news@northwind.example',
  fromName: 'Northwind Outfitters',
  businessName: 'Northwind Outfitters',
  address: '1 Trail Street',
  city: 'Boston',
  state: 'MA',
  zip: '02108',
  country: 'US',
  phone: '+1 617 555 0100',
  isActive: true,
  unsubscribeBehavior: 'ENTIRE_ENTERPRISE',
  locale: 'en-US',
  timeZone: serverZone,
  createdAt: Date.UTC(2019, 2, 4, 15),
  modifiedAt: Date.UTC(2019, 2, 4, 15),
};

export const unitedKingdom: Account = {
  ...enterprise,
  mid: 100_000_002,
  type: 'BUSINESS_UNIT',
  name: 'Northwind UK',
  businessName: 'Northwind UK',
  key: 'northwind-uk',
  description: 'Shops and web shop of the United Kingdom',
  parent: enterprise,
  email: 'news@northwind-uk.example',
  fromName: 'Northwind UK',
  address: '7 Fell Road',
  city: 'Leeds',
  state: 'West Yorkshire',
  zip: 'LS1 4DY',
  country: 'GB',
  phone: '+44 113 496 0100',
  locale: 'en-GB',
  createdAt: Date.UTC(2019, 5, 17, 15),
  modifiedAt: Date.UTC(2019, 5, 17, 15),
};

export const germany: Account = {
  ...enterprise,
  mid: 100_000_003,
  type: 'BUSINESS_UNIT',
  name: 'Northwind Germany',
  businessName: 'Northwind Germany',
  key: 'northwind-de',
  description: 'Läden und Webshop in Deutschland',
  parent: enterprise,
  email: 'post@northwind-de.example',
  fromName: 'Northwind Deutschland',
  address: 'Bergweg 3',
  city: 'Köln',
  state: 'NW',
  zip: '50667',
  country: 'DE',
  phone: '+49 221 471 0100',
  locale: 'de-DE',
  createdAt: Date.UTC(2020, 0, 20, 15),
  modifiedAt: Date.UTC(2020, 0, 20, 15),
};

const attribute = (id: number, name: string, type: string, maxLength?: number): ProfileAttribute => ({
  id,
  name,
  type,
  description: '',
  maxLength,
  isRequired: false,
  isViewable: true,
  isEditable: true,
  isSendTime: false,
  defaultValue: '',
  options: [],
});

export const profileAttributes: readonly ProfileAttribute[] = [
  attribute(125_001, 'First Name', 'string', 50),
  attribute(125_002, 'Last Name', 'string', 50),
  attribute(125_003, 'City', 'string', 50),
  attribute(125_004, 'Shoe Size', 'double'),
  attribute(125_005, 'Birthday', 'datetime'),
];
