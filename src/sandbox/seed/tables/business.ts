/** Tables of the business: service, products, loyalty. */
import { amounts, birthDates, notes, numbers, oneOf, sequence, somebody } from '../cells.ts';
import { date, decimal, flag, key, number, text } from '../columns.ts';
import { audienceColumns } from './campaigns.ts';
import { months, quarters, yesNo, years, type Market, type TableSeed } from './tableSeed.ts';

/** Tables of quarters and countries. */
export function business(market: Market): readonly TableSeed[] {
  const customer = text('CustomerKey', somebody(market.firstPerson, market.people), 20);
  const byQuarter = years.flatMap((year) => quarters.map((quarter) => `${String(year)}_${quarter}`));
  const countries = ['GB', 'DE', 'FR', 'ES', 'IT', 'NL', 'US', 'IE'];
  return [
    ...byQuarter.map((period) => ({
      folder: 'Surveys/NPS',
      name: `Survey_NPS_${period}`,
      description: 'Answers to the quarterly survey',
      columns: [
        key('AnswerId', sequence('A', 6)),
        customer,
        number('Score', numbers(0, 1, 11)),
        text('Comment', notes, 4000),
      ],
    })),
    ...byQuarter.map((period) => ({
      folder: 'Orders/Returns',
      name: `Returns_${period}`,
      description: '',
      columns: [
        key('ReturnId', sequence('R', 6)),
        customer,
        text('Reason', oneOf('Too small', 'Too large', 'Damaged', 'Changed mind', null), 50),
        decimal('Refund', amounts(5, 120)),
        flag('Refunded', yesNo),
      ],
    })),
    ...byQuarter.map((period) => ({
      folder: 'Service/Tickets',
      name: `Support_Tickets_${period}`,
      description: '',
      columns: [
        key('TicketId', sequence('T-', 6)),
        customer,
        text('Subject', oneOf('Where is my parcel?', 'Invoice', 'Wrong item', 'Account', 'Praise'), 200),
        text('Body', notes, 4000),
        number('Priority', numbers(1, 1, 4)),
      ],
    })),
    ...countries.flatMap((country) =>
      ['Gold', 'Silver', 'Bronze'].map((tier) => ({
        folder: `Customers/Loyalty/${tier}`,
        name: `Loyalty_${tier}_${country}`,
        description: `${tier} members in ${country}`,
        columns: [...audienceColumns(market, tier), number('Points', numbers(0, 25, 200))],
        sendableBy: 'SubscriberKey',
        readableKey: true,
      })),
    ),
    ...countries.map((country) => ({
      folder: 'Products/Prices',
      name: `Prices_${country}`,
      description: '',
      columns: [
        key('ProductId', sequence('P-', 5)),
        decimal('Price', amounts(4.9, 300)),
        decimal('OldPrice', oneOf(null, '19.90', '49.00', '99.00')),
        text('Currency', oneOf(market.currency), 3),
      ],
      rows: 1200,
      readableKey: true,
    })),
    ...months.map((month) => ({
      folder: 'Customers/Birthdays',
      name: `Birthdays_${month}`,
      description: '',
      columns: [...audienceColumns(market, 'BIRTHDAY'), date('BirthDate', birthDates)],
      sendableBy: 'SubscriberKey',
    })),
    ...['SPRING10', 'SUMMER15', 'AUTUMN10', 'WINTER20', 'WELCOME5'].flatMap((voucher) =>
      ['2022', ...years.map(String)].map((year) => ({
        folder: `Campaigns/${year}/Vouchers`,
        name: `Vouchers_${voucher}_${year}`,
        description: '',
        columns: [
          key('Code', sequence(`${voucher}-`, 5)),
          customer,
          flag('Redeemed', yesNo),
          decimal('MinimumOrder', oneOf('0.00', '25.00', '50.00')),
        ],
        readableKey: true,
      })),
    ),
  ];
}
