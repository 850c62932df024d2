/** Update: changes objects, or with the right save option makes them too. */
import type { OperationHandler } from './operation.ts';
import { writeOperation } from './write.ts';

export const update: OperationHandler = writeOperation('Update');
