/** The service's clock: six hours behind UTC all the year. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  formatDateTime,
  formatUsText,
  formatUtc,
  parseDate,
  parseDateTime,
} from '../../../src/sandbox/serverTime.ts';

describe('sandbox server time', () => {
  it('shows moments without a zone, and a fraction only where there is one', () => {
    assert.equal(formatDateTime(Date.UTC(2030, 6, 16, 18, 1, 2)), '2030-07-16T12:01:02');
    assert.equal(formatDateTime(Date.UTC(2030, 0, 1, 6, 0, 0, 500)), '2030-01-01T00:00:00.5');
    assert.equal(formatDateTime(Date.UTC(2030, 0, 1, 5, 59, 59, 987)), '2029-12-31T23:59:59.987');
    assert.equal(formatUtc(Date.UTC(2030, 0, 1, 6, 0, 0, 999)), '2030-01-01T06:00:00Z');
  });

  it('shows the dates of cells as US text', () => {
    assert.equal(formatUsText(Date.UTC(2030, 4, 16, 19, 1, 2)), '5/16/2030 1:01:02 PM');
    assert.equal(formatUsText(Date.UTC(2024, 0, 31, 6)), '1/31/2024 12:00:00 AM');
    assert.equal(formatUsText(Date.UTC(2024, 0, 31, 18)), '1/31/2024 12:00:00 PM');
  });

  it('takes Z, an offset, or neither for server time', () => {
    const noon = Date.UTC(2030, 0, 2, 12);
    assert.equal(parseDateTime('2030-01-02T12:00:00Z'), noon);
    assert.equal(parseDateTime('2030-01-02T06:00:00'), noon);
    assert.equal(parseDateTime('2030-01-02T13:30:00+01:30'), noon);
    assert.equal(parseDateTime('2030-01-02T04:00:00.0000000-08:00'), noon);
    assert.equal(parseDate('1/2/2030 6:00 AM'), noon);
    assert.equal(parseDate('2030-01-02'), noon - 6 * 3_600_000);
  });

  it('refuses what is no date', () => {
    for (const text of [
      '',
      'tomorrow',
      '2030-02-30',
      '2030-13-01T00:00:00',
      '2030-01-01T24:00:00',
      '13/1/2030',
      '2/30/2024',
    ]) {
      assert.equal(parseDate(text), undefined, text);
    }
  });

  it('reads back what it shows', () => {
    const moments = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, (date) => {
        assert.equal(parseDateTime(formatDateTime(date.getTime())), date.getTime());
        const seconds = Math.floor(date.getTime() / 1000) * 1000;
        assert.equal(parseDate(formatUsText(seconds)), seconds);
      }),
    );
  });
});
