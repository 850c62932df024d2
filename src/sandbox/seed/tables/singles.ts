/** The tables that stand alone, among them the large ones. */
import {
  amounts,
  birthDates,
  dates,
  encrypted,
  notes,
  numbers,
  oneOf,
  peopleFrom,
  sequence,
} from '../cells.ts';
import { date, decimal, email, flag, key, locale, number, phone, secret, text } from '../columns.ts';
import { firstPerson } from '../people.ts';
import { audienceColumns } from './campaigns.ts';
import { yesNo, type TableSeed } from './tableSeed.ts';

/** The tables that there is one of. */
export function singles(now: number): readonly TableSeed[] {
  const person = peopleFrom(firstPerson.enterprise);
  return [
    {
      folder: 'Customers',
      name: 'Customers',
      description: 'Everybody who ever bought something',
      columns: [
        key('CustomerKey', person.key, 20),
        email('EmailAddress', person.email),
        text('FirstName', person.firstName),
        text('LastName', person.lastName),
        text('City', person.city),
        text('PostalCode', person.postalCode, 10),
        locale('Locale', person.locale),
        phone('Phone', person.phone),
        date('BirthDate', birthDates),
        text('AccountNumber', sequence('', 9), 9),
        number('LoyaltyPoints', numbers(0, 25, 400)),
        decimal('LifetimeValue', amounts(0, 700)),
        flag('EmailOptIn', yesNo),
        date('LastOrderDate', dates(now, 700)),
        text('Notes', notes, 4000),
      ],
      rows: 100_000,
      sendableBy: 'CustomerKey',
      readableKey: true,
    },
    {
      folder: 'Campaigns',
      name: 'Newsletter_Audience',
      description: 'Whoever gets the newsletter',
      columns: audienceColumns({ firstPerson: 1, people: 180_000, currency: 'EUR' }, 'NEWS'),
      rows: 180_000,
      sendableBy: 'SubscriberKey',
      readableKey: true,
    },
    {
      folder: 'Orders',
      name: 'Order_Confirmations',
      description: 'Orders that wait for their confirmation',
      columns: audienceColumns({ firstPerson: 20_001, people: 12_000, currency: 'EUR' }, ''),
      rows: 12_000,
      sendableBy: 'SubscriberKey',
      keepDays: 7,
      readableKey: true,
    },
    {
      folder: 'Service',
      name: 'Encrypted_Contacts',
      description: 'Contact details under encryption',
      columns: [
        key('ContactId', sequence('', 8), 8),
        secret('TaxNumber', encrypted, 'Base16Encrypted'),
        secret('PrivateEmail', encrypted, 'Base16EncryptedEmail'),
        phone('Phone', person.phone),
      ],
      rows: 400,
      readableKey: true,
    },
    {
      folder: 'shared:Reference',
      name: 'Country_Codes',
      description: 'Shared with all business units',
      columns: [
        key('Code', sequence('', 3), 3),
        text('Name', oneOf('Germany', 'United Kingdom', 'España', 'Österreich'), 50),
      ],
      rows: 249,
      readableKey: true,
    },
    {
      folder: 'synchronized:',
      name: 'Contact_Salesforce',
      description: 'Contacts of the CRM, kept in step with it',
      columns: [
        key('Id', sequence('003', 15), 18),
        text('Email', person.email, 254),
        text('FirstName', person.firstName),
        text('LastName', person.lastName),
        text('MailingCity', person.city),
        flag('HasOptedOutOfEmail', yesNo),
      ],
      rows: 1800,
      readableKey: true,
    },
    {
      folder: 'shared:Suppression',
      name: 'Legal_Exclusions',
      description: 'Nobody in here may be written to',
      columns: [
        key('SubscriberKey', person.key, 254),
        email('EmailAddress', person.email),
        text('Reason', notes, 4000),
      ],
      rows: 350,
      sendableBy: 'SubscriberKey',
      readableKey: true,
    },
  ];
}
