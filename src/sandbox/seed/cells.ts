/** Where the cells of generated columns come from: sequences, draws from pools, and the people of the demo. */
import type { CellSource } from '../org/cellSource.ts';
import { mix } from '../random.ts';
import { formatUsText } from '../serverTime.ts';
import { emailOf, keyOf, personWithKey, phoneOf, picks, pools } from './people.ts';

/** A source by the seed of its data extension. */
export type MakeSource = (seed: number) => CellSource;

const drawn = (texts: readonly (string | null)[], pick: (row: number) => number): CellSource => ({
  cell: (row) => texts[pick(row)] ?? null,
  pool: { texts, pick },
});

/** Draws a text for each row, all being equally likely. */
export function oneOf(...texts: readonly (string | null)[]): MakeSource {
  return (seed) => drawn(texts, (row) => mix(seed, row) % texts.length);
}

/** `prefix` and the row's number from 1 on, with leading zeros: a primary key. */
export function sequence(prefix: string, digits: number): MakeSource {
  const zero = 10 ** digits;
  return () => ({
    cell: (row) => prefix + String(zero + row + 1).slice(1),
    rowOf: (text) => {
      const number = text.slice(prefix.length);
      const isOne = text.toLowerCase().startsWith(prefix.toLowerCase()) && /^\d+$/.test(number);
      return isOne && number.length === digits && Number(number) > 0 ? Number(number) - 1 : undefined;
    },
  });
}

/** Whole numbers from `least` on, in steps; few distinct ones, so that they are written fast. */
export function numbers(least: number, step: number, count: number): MakeSource {
  return oneOf(...Array.from({ length: count }, (_, index) => String(least + step * index)));
}

/** Amounts with two places: `least`, and as often as `count` a little more. */
export function amounts(least: number, count: number): MakeSource {
  return oneOf(...Array.from({ length: count }, (_, index) => (least + index * 7.35).toFixed(2)));
}

/** Dates of `days` days before and including `last`, with a time of day. */
export function dates(last: number, days: number): MakeSource {
  const count = Math.min(days, 400);
  const texts = Array.from({ length: count }, (_, index) => {
    const back = Math.floor((index * days) / count) * 86_400_000 + (mix(31, index) % 86_400) * 1000;
    return formatUsText(last - back);
  });
  return oneOf(...texts);
}

/** Days of birth, and for every eighth person none. */
export const birthDates: MakeSource = oneOf(
  ...Array.from({ length: 400 }, (_, index) =>
    index % 8 === 7 ? null : formatUsText(Date.UTC(1950 + (index % 55), index % 12, 1 + (index % 28), 6)),
  ),
);

/** Hexadecimal text, as of an encrypted value. */
export const encrypted: MakeSource = (seed) => ({
  cell: (row) =>
    [1, 2, 3, 4]
      .map((part) =>
        mix(seed + part, row)
          .toString(16)
          .padStart(8, '0'),
      )
      .join('')
      .toUpperCase(),
});

/** Columns about the people with the numbers from `first` on, one in each row. */
export function peopleFrom(first: number): Readonly<Record<PersonColumn, MakeSource>> {
  const fromPool = (texts: readonly string[], pick: (person: number) => number): MakeSource => {
    return () => drawn(texts, (row) => pick(row + first));
  };
  const places = pools.places;
  return {
    key: () => ({
      cell: (row) => keyOf(row + first),
      rowOf: (text) => {
        const person = personWithKey(text);
        return person === undefined || person < first ? undefined : person - first;
      },
    }),
    email: () => ({ cell: (row) => emailOf(row + first) }),
    firstName: fromPool(pools.firstNames, picks.firstName),
    lastName: fromPool(pools.lastNames, picks.lastName),
    city: fromPool(
      places.map(({ city }) => city),
      picks.place,
    ),
    postalCode: fromPool(
      places.map(({ postalCode }) => postalCode),
      picks.place,
    ),
    locale: fromPool(
      places.map(({ locale }) => locale),
      picks.place,
    ),
    phone: () => ({ cell: (row) => phoneOf(row + first) }),
  };
}

export type PersonColumn =
  'key' | 'email' | 'firstName' | 'lastName' | 'city' | 'postalCode' | 'locale' | 'phone';

/** The key of somebody among `count` people from `first` on: a reference from another table. */
export function somebody(first: number, count: number): MakeSource {
  return (seed) => ({ cell: (row) => keyOf(first + (mix(seed + 5, row) % count)) });
}

/** Texts that break careless programs, rare among ordinary ones. */
export const notes: MakeSource = (seed) =>
  drawn(noteTexts, (row) => {
    const lot = mix(seed + 9, row) % 997;
    return lot < noteTexts.length ? lot : 0;
  });

const noteTexts: readonly (string | null)[] = [
  null,
  'Prefers to be called in the evening',
  'Asked for a paper catalogue',
  'Moved house',
  '',
  '   ',
  '  kept blanks at both ends  ',
  '000123',
  '1e5',
  'true',
  'null',
  '<b>bold</b> & "quoted" \'text\'',
  '&amp; is already escaped &lt;once&gt;',
  ']]> ends no section here',
  'first line\r\nsecond line\r\n',
  'tab\tseparated\tvalues',
  'comma, semicolon; pipe| "double ""quotes"""',
  '=SUM(A1:A9)',
  'Grüße aus Köln, Straße 5',
  'naïve café déjà vu',
  'Zażółć gęślą jaźń',
  '日本語のメモ',
  'שלום',
  '🎁 birthday surprise 🎉 (👩‍👩‍👧)',
  'a\u00a0no-break space and a soft\u00adhyphen',
  '%%FirstName%% and %%=v(@name)=%%',
  "Robert'); DROP TABLE Students;--",
  'Long note. '.repeat(400).slice(0, 4000),
  '\u{1f600}'.repeat(2000),
];
