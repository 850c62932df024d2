/** Tables of audiences. */
import { oneOf, peopleFrom } from '../cells.ts';
import { email, flag, key, locale, text, type ColumnSeed } from '../columns.ts';
import { yesNo, years, type Market, type TableSeed } from './tableSeed.ts';

/** The columns of a table that can be sent to. */
export function audienceColumns(market: Market, offer: string): readonly ColumnSeed[] {
  const person = peopleFrom(market.firstPerson);
  return [
    key('SubscriberKey', person.key, 254),
    email('EmailAddress', person.email),
    text('FirstName', person.firstName),
    text('LastName', person.lastName),
    locale('Locale', person.locale),
    text('Segment', oneOf('A', 'B', 'Control'), 10),
    text('Offer', oneOf(offer), 50),
    flag('AlreadyBought', yesNo),
  ];
}

/** Audiences of campaigns: one for each season, year and segment. */
export function campaigns(market: Market): readonly TableSeed[] {
  const seasons = ['Spring', 'Summer', 'Autumn', 'Winter'];
  const segments = ['VIP', 'Loyal', 'New', 'Lapsed', 'Win-back'];
  return years.flatMap((year) =>
    seasons.flatMap((season) =>
      segments.map((segment) => ({
        folder: `Campaigns/${String(year)}/${season}`,
        name: `${season} ${String(year)} ${segment}`,
        description: `Who gets the ${season.toLowerCase()} campaign as "${segment}"`,
        columns: audienceColumns(market, `${season.toUpperCase()}${String(year)}`),
        sendableBy: 'SubscriberKey',
      })),
    ),
  );
}
