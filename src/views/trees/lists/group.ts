/** A group as views know it, and the retrieve that brings it. */
import type { RetrieveQuery } from '../../../soap/index.ts';
import type { Filter } from '../../../soap/pure.ts';

/** All groups, or those that a filter asks for. */
export function groupsQuery(filter?: Filter): RetrieveQuery {
  return {
    objectType: 'Group',
    properties: ['ID', 'Name', 'Description', 'CreatedDate', 'ModifiedDate'],
    ...(filter === undefined ? {} : { filter }),
  };
}
