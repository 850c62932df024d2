/**
 * FilterDefinition: conditions on the rows of a data extension, the subscribers of a list, or all subscribers. Codes
 * and their sense are documented, the words are inferred.
 */
import { ApiStruct } from '../../message/value.ts';
import type { Write } from '../apiObject.ts';
import { keptObject } from '../kept/keptObject.ts';
import { refused, type Outcome } from '../outcome.ts';
import { picked, sourceOf, type Source } from './pick.ts';

export const filterDefinition = keptObject({
  type: 'FilterDefinition',
  codes: { notFound: 373_007, noName: 373_003, taken: 373_005 },
  check: (write, content) => {
    const source = sourceOf(write, content.struct('DataSource'));
    if (source === undefined)
      return refused(373_002, 'The data extension specified as DataSource was not found.');
    return filterProblem(content, source);
  },
  complete: completeSource,
  values: {
    DataFilter: ({ content }) => content.structs('DataFilter'),
    DataSourceClassName: ({ content }) => content.struct('DataSource')?.type ?? 'SubscriberAttribute',
    DataSourceType: ({ content }) => content.struct('DataSource')?.type ?? 'SubscriberAttribute',
    'DataSource.ID': ({ content }) => content.struct('DataSource')?.number('ID'),
    'DataSource.Name': ({ content }) => content.path('DataSource.Name'),
    'DataSource.ListName': ({ content }) => content.path('DataSource.ListName'),
  },
});

function filterProblem(content: ApiStruct, source: Source): Outcome | undefined {
  const filter = content.struct('DataFilter');
  if (filter === undefined) return refused(373_008, 'DataFilter is required.');
  if (!['SimpleFilterPart', 'ComplexFilterPart'].includes(filter.type)) {
    return refused(373_012, 'Invalid filter part. Only ComplexFilterPart and SimpleFilterPart are valid.');
  }
  const found = 'extension' in source ? picked(source.rows, filter) : picked(source.rows, filter);
  if (typeof found !== 'string') return undefined;
  return refused(found.startsWith('Invalid column name') ? 373_011 : 373_009, found);
}

/** The source by all its names, whichever it was given by. */
function completeSource(write: Write, content: ApiStruct): void {
  const source = sourceOf(write, content.struct('DataSource'));
  if (source === undefined) return;
  if ('extension' in source) {
    const { key, name, objectId } = source.extension;
    const members = { ObjectID: objectId, CustomerKey: key, Name: name };
    content.set('DataSource', new ApiStruct('DataExtension', members));
  } else if (source.list !== undefined) {
    const { id, key, name, objectId } = source.list;
    const members = { ID: id, ObjectID: objectId, CustomerKey: key, ListName: name };
    content.set('DataSource', new ApiStruct('List', members));
  }
}
