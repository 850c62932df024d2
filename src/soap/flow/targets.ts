/** Keeps writes to one list or data extension from meeting each other (best-practices row D2). */
import { objectsAt, textAt, type SoapObject } from '../wire/soapObject.ts';
import { untilAborted } from './singleFlight.ts';

/**
 * Lets one write at a time go to each target; writes to other targets go on beside it. Who comes first goes first,
 * and who needs several targets takes its place at all of them at once, so nobody waits for each other.
 */
export class TargetLocks {
  /** For each target the end of the last write that was let in or waits. */
  private readonly ends = new Map<string, Promise<void>>();

  /** @throws MarketingCloudError `cancelled` when the signal is aborted while it waits; whatever `work` throws. */
  async run<T>(targets: readonly string[], work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (targets.length === 0) return work();
    const earlier = Promise.all(targets.map(async (target) => this.ends.get(target)));
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    // Whoever comes next waits for those before as well: this one may leave early.
    const end: Promise<void> = Promise.all([earlier, finished]).then(() => this.forget(targets, end));
    for (const target of targets) this.ends.set(target, end);
    try {
      await untilAborted(earlier, signal);
      return await work();
    } finally {
      finish();
    }
  }

  private forget(targets: readonly string[], end: Promise<void>): void {
    for (const target of targets) if (this.ends.get(target) === end) this.ends.delete(target);
  }
}

/** The lists and data extensions that writing these objects changes. */
export function targetsOf(objects: readonly SoapObject[]): string[] {
  return [...new Set(objects.flatMap(targetsOfOne))];
}

function targetsOfOne(object: SoapObject): string[] {
  switch (object.$type) {
    case 'DataExtensionObject':
    case 'DataExtension':
      return named('data extension', textAt(object, 'CustomerKey') ?? textAt(object, 'Name'));
    case 'List':
      return listTarget(object);
    case 'Subscriber':
      return objectsAt(object, 'Lists').flatMap(listTarget);
    default:
      return [];
  }
}

function listTarget(list: SoapObject): string[] {
  return named('list', textAt(list, 'ID') ?? textAt(list, 'CustomerKey') ?? textAt(list, 'ListName'));
}

/** Keys are compared without regard to case, as the service does. */
function named(kind: string, key: string | undefined): string[] {
  return key === undefined ? [] : [`${kind} ${key.toLowerCase()}`];
}
