/** The table of operations: what the service can be asked to do. A new operation is a file of its own and a row here. */
import { configure } from './configure.ts';
import { create } from './create.ts';
import { remove } from './delete.ts';
import { describe } from './describe.ts';
import { execute } from './execute.ts';
import { extract } from './extract.ts';
import { getSystemStatus } from './getSystemStatus.ts';
import type { OperationHandler } from './operation.ts';
import { perform } from './perform.ts';
import { query } from './query.ts';
import { retrieve } from './retrieve.ts';
import { schedule } from './schedule.ts';
import { update } from './update.ts';
import { versionInfo } from './versionInfo.ts';

const handlers: readonly OperationHandler[] = [
  create,
  retrieve,
  update,
  remove,
  query,
  describe,
  execute,
  perform,
  configure,
  schedule,
  versionInfo,
  extract,
  getSystemStatus,
];

const byName: ReadonlyMap<string, OperationHandler> = new Map(
  handlers.map((handler) => [handler.name, handler]),
);

/** The operation whose name, and SOAPAction, this is. */
export function operationNamed(name: string): OperationHandler | undefined {
  return byName.get(name);
}
