/** What is kept of a watched send: its history outlives the window, and the watch goes on after a reload. */
import { keyOf, type WatchedSend } from './watch.ts';

export interface KeptSend {
  /** Milliseconds since the epoch. */
  readonly keptAt: number;
  /** On the panel; what was taken from it is history. */
  readonly shown: boolean;
  readonly send: WatchedSend;
}

/** As JSON. Why the service could not be asked is not kept: it need not be so any more. */
export function writeKept({ keptAt, shown, send }: KeptSend): string {
  const { failure: _, failingSince: __, ...rest } = send;
  return JSON.stringify({ keptAt, shown, send: rest });
}

/** Reads what `writeKept` wrote; undefined for anything else, since anybody may change a file. */
export function readKept(text: string): KeptSend | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isKept(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

type Fields<T> = Readonly<Partial<Record<keyof T, unknown>>>;

function isKept(value: unknown): value is KeptSend {
  if (!isRecord(value)) return false;
  const { keptAt, shown, send } = value as Fields<KeptSend>;
  return typeof keptAt === 'number' && typeof shown === 'boolean' && isWatched(send);
}

function isWatched(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { target, samples, newsAt, still, stalled, gaveUp, reading } = value as Fields<WatchedSend>;
  return (
    isTarget(target) &&
    (reading === undefined || isReading(reading)) &&
    Array.isArray(samples) &&
    samples.every(isSample) &&
    [newsAt, still].every((each) => typeof each === 'number') &&
    [stalled, gaveUp].every((each) => typeof each === 'boolean')
  );
}

function isTarget(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { connectionId, mid, where, kind, id } = value as Fields<WatchedSend['target']>;
  const texts = [connectionId, where, id].every((each) => typeof each === 'string');
  return texts && typeof mid === 'number' && (kind === 'send' || kind === 'triggered');
}

function isReading(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, name, subject, status, phase, numberSent } = value as Fields<
    NonNullable<WatchedSend['reading']>
  >;
  const texts = [id, name, subject, status, phase].every((each) => typeof each === 'string');
  return texts && typeof numberSent === 'number';
}

function isSample(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { at, numberSent } = value as Fields<WatchedSend['samples'][number]>;
  return typeof at === 'number' && typeof numberSent === 'number';
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The newest first, and no more than these: what is older is forgotten. */
export function forgotten(kept: readonly KeptSend[], most: number): readonly string[] {
  return [...kept]
    .filter(({ shown }) => !shown)
    .sort((a, b) => b.keptAt - a.keptAt)
    .slice(most)
    .map(({ send }) => keyOf(send.target));
}
