/** The functions of dates. A new one is a row here. */
import { serverOffset } from '../serverTime.ts';
import { dateAdd, dateDiff, datePart, endOfMonth, partOf, serverTimeOf } from './dates.ts';
import { nameOfPart } from './dateStyles.ts';
import { SqlProblem } from './problem.ts';
import { date, number, strict, text, type SqlFunction } from './sqlFunction.ts';
import { dateOf, type Value } from './values.ts';
import { atZones } from './zones.ts';

const ofPart = (part: string): SqlFunction =>
  strict('integer', [1, 1], (values) => partOf(part, date(values, 0)));

/** A function whose first parameter is the name of a part of dates. */
const byPart = (made: SqlFunction): SqlFunction => ({ ...made, namesPart: true });

const now: SqlFunction = { type: 'date', count: [0, 0], call: (_, moment) => new Date(moment.now) };

/** The clock of the service is six hours behind that of UTC. */
const utcNow: SqlFunction = {
  type: 'date',
  count: [0, 0],
  call: (_, moment) => new Date(moment.now - serverOffset),
};

function isDate(value: Value): boolean {
  try {
    return value !== null && typeof value !== 'number' && dateOf(value) instanceof Date;
  } catch (error) {
    if (error instanceof SqlProblem) return false;
    throw error;
  }
}

export const dateFunctions: readonly (readonly [string, SqlFunction])[] = [
  ['GETDATE', now],
  ['SYSDATETIME', now],
  ['GETUTCDATE', utcNow],
  ['SYSUTCDATETIME', utcNow],
  [
    'DATEADD',
    byPart(
      strict('date', [3, 3], (values) =>
        dateAdd(datePart(text(values, 0)), number(values, 1), date(values, 2)),
      ),
    ),
  ],
  [
    'DATEDIFF',
    byPart(
      strict('integer', [3, 3], (values) =>
        dateDiff(datePart(text(values, 0)), date(values, 1), date(values, 2)),
      ),
    ),
  ],
  [
    'DATEPART',
    byPart(strict('integer', [2, 2], (values) => partOf(datePart(text(values, 0)), date(values, 1)))),
  ],
  [
    'DATENAME',
    byPart(
      strict('text', [2, 2], (values) => {
        const part = datePart(text(values, 0));
        return nameOfPart(part, date(values, 1)) ?? String(partOf(part, date(values, 1)));
      }),
    ),
  ],
  [
    'DATEFROMPARTS',
    strict('date', [3, 3], (values) => {
      const made = serverTimeOf(number(values, 0), number(values, 1), number(values, 2));
      if (made !== undefined) return made;
      throw new SqlProblem(
        'Cannot construct data type date, some of the arguments have values which are not valid.',
      );
    }),
  ],
  [
    'EOMONTH',
    strict('date', [1, 2], (values) =>
      endOfMonth(date(values, 0), values.length > 1 ? number(values, 1) : 0),
    ),
  ],
  [
    'AT TIME ZONE',
    strict('date', [2, 254], (values) =>
      atZones(
        date(values, 0),
        values.slice(1).map((_, index) => text(values, index + 1)),
      ),
    ),
  ],
  ['ISDATE', { type: 'integer', count: [1, 1], call: ([value = null]) => Number(isDate(value)) }],
  ['YEAR', ofPart('year')],
  ['MONTH', ofPart('month')],
  ['DAY', ofPart('day')],
];
