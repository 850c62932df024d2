/** Delete: takes objects away. */
import type { OperationHandler } from './operation.ts';
import { writeOperation } from './write.ts';

export const remove: OperationHandler = writeOperation('Delete');
