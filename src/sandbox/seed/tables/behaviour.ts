/** Tables of what people do on the web and in the shops. */
import { amounts, dates, numbers, oneOf, peopleFrom, sequence, somebody } from '../cells.ts';
import { date, decimal, email, flag, key, locale, number, text } from '../columns.ts';
import { endOf, months, yesNo, type Market, type TableSeed } from './tableSeed.ts';

/** Tables of what people do, by week or month. */
export function behaviour(market: Market): readonly TableSeed[] {
  const customer = text('CustomerKey', somebody(market.firstPerson, market.people), 20);
  const weekly = Array.from({ length: 26 }, (_, week) => `W${String(week + 1).padStart(2, '0')}`);
  return [
    ...weekly.map((week, index) => ({
      folder: 'Web Behaviour/Abandoned Carts',
      name: `Abandoned_Cart_2025_${week}`,
      description: 'Carts that were left for more than an hour',
      columns: [
        key('CartId', sequence(`C25${week}-`, 6)),
        customer,
        date('LeftAt', dates(Date.UTC(2025, 0, 7 * (index + 1), 18), 7)),
        decimal('CartValue', amounts(15, 150)),
        number('Items', numbers(1, 1, 12)),
        flag('Reminded', yesNo),
      ],
      keepDays: 30,
    })),
    ...[2024, 2025].flatMap((year) =>
      months.map((month) => ({
        folder: `Web Behaviour/Newsletter Signups/${String(year)}`,
        name: `Newsletter_Signup_${String(year)}_${month}`,
        description: '',
        columns: [
          key('SignupId', sequence('S', 7)),
          email('EmailAddress', peopleFrom(market.firstPerson + 40_000).email),
          date('SignedUpAt', dates(endOf(year, month), 28)),
          text('Source', oneOf('Footer', 'Checkout', 'Popup', 'Store tablet'), 30),
          flag('DoubleOptIn', yesNo),
          locale('Locale', peopleFrom(market.firstPerson + 40_000).locale),
        ],
      })),
    ),
    ...months.map((month) => ({
      folder: 'Web Behaviour/Sessions',
      name: `Web_Sessions_2025_${month}`,
      description: '',
      columns: [
        key('SessionId', sequence('WS', 9)),
        customer,
        date('StartedAt', dates(endOf(2025, month), 28)),
        number('PageViews', numbers(1, 1, 40)),
        number('Seconds', numbers(5, 13, 90)),
        text('Device', oneOf('Phone', 'Tablet', 'Desktop'), 10),
        text('LastPage', oneOf('/', '/tents', '/boots?size=42&colour=brown', '/sale', '/cart'), 500),
      ],
      keepDays: 90,
    })),
    ...[2024, 2025].flatMap((year) =>
      [
        'London',
        'Leeds',
        'Berlin',
        'München',
        'Köln',
        'Paris',
        'Nice',
        'Rome',
        'Málaga',
        'Boston',
        'Seattle',
        'Cardiff',
      ].map((city) => ({
        folder: `Stores/Events/${String(year)}`,
        name: `Store_Event_${city}_${String(year)}`,
        description: `Who came to the evening in ${city}`,
        columns: [
          key('TicketNumber', sequence('', 6), 6),
          customer,
          date('CameAt', dates(endOf(year, '06'), 1)),
          number('Guests', numbers(0, 1, 4)),
          flag('Photographed', yesNo),
        ],
      })),
    ),
  ];
}
