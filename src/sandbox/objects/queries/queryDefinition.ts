/**
 * QueryDefinition: a query whose rows go into a data extension. The text of its start is recorded; codes and the texts
 * of refusals are inferred. A query that is wrong cannot be saved; one that is merely more than the sandbox understands
 * can, and says so when it runs.
 */
import { ApiStruct } from '../../message/value.ts';
import type { DataExtension } from '../../org/dataExtension.ts';
import { SqlProblem } from '../../sql/problem.ts';
import { readQuery } from '../../sql/readQuery.ts';
import type { KeptObject } from '../../org/kept.ts';
import type { Org } from '../../org/org.ts';
import type { ApiObject, Write } from '../apiObject.ts';
import { deletedOf, keptNamed, keptObject } from '../kept/keptObject.ts';
import { taskStarted } from '../kept/runs.ts';
import { refused, type Outcome, type Performed } from '../outcome.ts';
import { usableExtension } from '../shared.ts';
import { startQuery } from './run.ts';

const type = 'QueryDefinition';
const updateTypes = ['Overwrite', 'Append', 'Update'];

const kept = keptObject({
  type,
  showsDeleted: true,
  check: (write, content) => {
    const problem = problemOf(write, content);
    return problem === undefined ? undefined : refused(2, problem);
  },
  complete: (write, content) => {
    const target = usableExtension(write, content.struct('DataExtensionTarget'));
    content.set('DataExtensionTarget', targetStruct(target));
  },
  values: ({ org }) => ({
    Status: (each) => (isDeleted(org, each) ? 'Inactive' : 'Active'),
    TargetType: ({ content }) => content.text('TargetType', 'DE'),
  }),
  actions: { start },
});

export const queryDefinition: ApiObject = {
  ...kept,
  retrieve: (scope) => {
    const isMixed = !scope.filtersBy('Status') && deletedOf(scope.org, type).size > 0;
    if (isMixed) scope.trap('deleted-queries', 'The filter says nothing of Status.');
    return kept.retrieve?.(scope) ?? '';
  },
};

/** The word for those that were deleted is observed, and that they are shown. */
function isDeleted(org: Org, each: KeptObject): boolean {
  return deletedOf(org, type).find(each.mid, 'objectId', each.objectId) === each;
}

/** What a query shows of its target, whatever it was named by. */
function targetStruct(target: DataExtension | undefined): ApiStruct | undefined {
  if (target === undefined) return undefined;
  const { key, name, description } = target;
  return new ApiStruct('InteractionBaseObject', { CustomerKey: key, Name: name, Description: description });
}

function problemOf(write: Write, content: ApiStruct): string | undefined {
  if (content.text('TargetType', 'DE') !== 'DE') return 'The TargetType must be DE.';
  if (!updateTypes.includes(content.text('TargetUpdateType', ''))) {
    return `The TargetUpdateType must be one of ${updateTypes.join(', ')}.`;
  }
  if (usableExtension(write, content.struct('DataExtensionTarget')) === undefined) {
    return 'The DataExtensionTarget does not exist.';
  }
  return queryProblem(write, content.text('QueryText', ''));
}

function queryProblem({ note }: Write, text: string): string | undefined {
  if (text.trim() === '') return 'The QueryText is required.';
  try {
    readQuery(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof SqlProblem)) throw error;
    if (!error.isBeyond) return error.message;
    note(`${error.message} The query is kept, and fails when it runs.`);
    return undefined;
  }
}

function start(write: Write): Performed {
  const found = keptNamed(type, write, write.object);
  if (found === undefined) return notFound(write);
  return taskStarted(write, startQuery(write, found), 'QueryDefinition perform called successfully');
}

function notFound({ object }: Write): Outcome {
  return refused(3, 'The QueryDefinition was not found.', object);
}
