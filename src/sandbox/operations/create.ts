/** Create: makes new objects. */
import type { OperationHandler } from './operation.ts';
import { writeOperation } from './write.ts';

export const create: OperationHandler = writeOperation('Create');
