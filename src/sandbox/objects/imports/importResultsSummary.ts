/** ImportResultsSummary: what came of imports. Its dates are text (by the schema). */
import { ownedBy } from '../../org/collection.ts';
import type { ImportRun } from '../../org/imports.ts';
import { catalogueRows } from '../../retrieve/catalogueRows.ts';
import { scanInOrder } from '../../retrieve/rows.ts';
import { formatUsText } from '../../serverTime.ts';
import type { ApiObject } from '../apiObject.ts';

export const importResultsSummary: ApiObject = {
  type: 'ImportResultsSummary',
  retrieve: ({ org, accounts }) =>
    catalogueRows<ImportRun>({
      type: 'ImportResultsSummary',
      scan: (from, visit) => scanInOrder(ownedBy(org.imports, accounts), from, visit),
      values: {
        ObjectID: (run) => run.objectId,
        ID: (run) => run.taskId,
        'Client.ID': (run) => run.mid,
        ImportDefinitionCustomerKey: (run) => run.definitionKey,
        TaskResultID: (run) => run.taskId,
        ImportStatus: (run) => run.status,
        StartDate: (run) => formatUsText(run.startedAt),
        EndDate: (run) => (run.endedAt === undefined ? '' : formatUsText(run.endedAt)),
        DestinationID: (run) => run.destinationId,
        NumberSuccessful: ({ counts }) => counts.successful,
        NumberDuplicated: ({ counts }) => counts.duplicated,
        NumberRestricted: ({ counts }) => counts.restricted,
        NumberErrors: ({ counts }) => counts.errors,
        TotalRows: ({ counts }) => counts.total,
        ImportType: (run) => run.importType,
      },
    }),
};
