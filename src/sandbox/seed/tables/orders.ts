/** Tables of orders. */
import { amounts, dates, numbers, oneOf, sequence, somebody } from '../cells.ts';
import { date, decimal, flag, key, number, text, type ColumnSeed } from '../columns.ts';
import { endOf, months, quarters, yesNo, years, type Market, type TableSeed } from './tableSeed.ts';

function orderColumns(market: Market, year: number, month: string): readonly ColumnSeed[] {
  return [
    key('OrderId', sequence(`O${String(year)}${month}-`, 5)),
    text('CustomerKey', somebody(market.firstPerson, market.people), 20),
    date('OrderDate', dates(endOf(year, month), 28)),
    decimal('Total', amounts(9.9, 300)),
    text('Currency', oneOf(market.currency), 3),
    text('Channel', oneOf('Web', 'App', 'Store', 'Phone'), 20),
    text('Status', oneOf('Paid', 'Shipped', 'Delivered', 'Returned', 'Cancelled'), 20),
    number('ItemCount', numbers(1, 1, 9)),
    flag('GiftWrap', yesNo),
    text('VoucherCode', oneOf(null, null, null, 'SPRING10', 'WELCOME5', '000777'), 20),
  ];
}

/** Orders, month by month. */
export function orders(market: Market, name: string): readonly TableSeed[] {
  return years.flatMap((year) =>
    months.map((month, index) => ({
      folder: `Orders/${String(year)}/${quarters[Math.floor(index / 3)] ?? ''}`,
      name: `${name}_${String(year)}_${month}`,
      description: `Orders placed in ${month}/${String(year)}`,
      columns: orderColumns(market, year, month),
      keepDays: 730,
      readableKey: true,
    })),
  );
}

/** The lines of two years' orders. */
export function orderLines(): readonly TableSeed[] {
  return [2024, 2025].flatMap((year) =>
    months.map((month) => ({
      folder: `Orders/${String(year)}/Lines`,
      name: `Order_Lines_${String(year)}_${month}`,
      description: '',
      columns: [
        key('LineId', sequence('L', 8)),
        text('OrderId', sequence(`O${String(year)}${month}-`, 5)),
        text('ProductId', oneOf('P-00012', 'P-00410', 'P-01733', 'P-09001', 'P-12000'), 20),
        number('Quantity', numbers(1, 1, 5)),
        decimal('UnitPrice', amounts(4.5, 200)),
        decimal('Discount', oneOf('0.00', '5.00', '10.00', null)),
      ],
    })),
  );
}
