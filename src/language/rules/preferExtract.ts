/** D1: tracking in bulk comes out by a data extract. */
import type { Rule } from './rule.ts';

export const preferExtract: Rule = {
  code: 'prefer-extract',
  rows: ['D1'],
  title: 'Tracking in bulk comes by a data extract, not by a retrieve',
  severity: 'information',
  check: ({ retrieve }, { catalogue }) => {
    if (retrieve === undefined || retrieve.filter !== undefined) return [];
    const { objectType } = retrieve;
    if (objectType.isDynamic || !catalogue.isA(objectType.text, 'TrackingEvent')) return [];
    return [
      {
        message: `Without a filter this reads every ${objectType.text} of the account, 2,500 at a time. A tracking extract brings them as one file; to retrieve some, filter by SendID or EventDate.`,
        range: objectType.range,
      },
    ];
  },
};
