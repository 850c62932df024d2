/** The columns of a data extension, its primary key first. */
import type { Column } from '../../shared/orgFacts.ts';
import type { Offer } from './offer.ts';

export function columnOffers(columns: readonly Column[]): Offer[] {
  return columns.map(({ name, type, length, isPrimaryKey, isRequired }) => ({
    label: name,
    kind: 'column',
    newText: name,
    detail: [
      length === undefined ? type : `${type}(${String(length)})`,
      ...(isPrimaryKey ? ['primary key'] : []),
      ...(isRequired && !isPrimaryKey ? ['required'] : []),
    ].join(', '),
    rank: isPrimaryKey ? 0 : 1,
  }));
}
