/** An import definition that cannot be deleted: its Delete says that something is wrong and not what (best-practices row D7). */
import type { StepOutcome } from './model.ts';
import { messageIn, objectsOf, textOfChild, typeOf } from './objects.ts';

/** An import definition whose Delete failed validation. */
export interface Unexplained {
  readonly customerKey: string;
}

/** The first import definition of a step whose Delete failed validation; undefined when there is none. */
export function unexplainedDelete({
  failure,
  start,
}: Pick<StepOutcome, 'failure' | 'start'>): Unexplained | undefined {
  if (failure?.kind !== 'service' || start?.request.operation !== 'Delete') return undefined;
  const message = messageIn(start.request.body);
  const objects = message === undefined ? [] : objectsOf(message);
  for (const { ordinal, message: words } of failure.objects) {
    const object = objects[ordinal];
    if (object === undefined || typeOf(object) !== 'ImportDefinition') continue;
    const customerKey = textOfChild(object, 'CustomerKey') ?? '';
    if (customerKey !== '' && /failed validation/i.test(words)) return { customerKey };
  }
  return undefined;
}
