/** The faults that are in force, and which of them strike a request. */
import { RandomSequence } from '../random.ts';
import type { FaultKind, FaultRule, OrderedFault } from './kinds.ts';

/** What a request is about, as far as faults care. */
export interface FaultTarget {
  /** The name of the operation, or `Token`. */
  readonly operation: string;
  readonly objectType?: string | undefined;
}

interface Entry {
  readonly id: number;
  readonly rule: FaultRule;
  struck: number;
}

/** Draws its lots from a sequence of its own, so that ordering a fault changes nothing else of what the org makes up. */
export class FaultBoard {
  private readonly lots: RandomSequence;
  private entries: Entry[] = [];
  private ordered = 0;

  constructor(randomSeed: number) {
    this.lots = new RandomSequence(randomSeed ^ 0x5a17);
  }

  /** Puts a fault in force. */
  add(rule: FaultRule): OrderedFault {
    this.ordered += 1;
    const entry: Entry = { id: this.ordered, rule, struck: 0 };
    this.entries.push(entry);
    return shown(entry);
  }

  /** Ends a fault; false when there is none with this number. */
  remove(id: number): boolean {
    const before = this.entries.length;
    this.entries = this.entries.filter((entry) => entry.id !== id);
    return this.entries.length < before;
  }

  /** Ends all faults. */
  clear(): void {
    this.entries = [];
  }

  /** What is in force, in the order in which it was ordered. */
  all(): readonly OrderedFault[] {
    return this.entries.map(shown);
  }

  /** True while a fault of this kind is in force for every operation. */
  isInForce(kind: FaultKind): boolean {
    return this.entries.some(
      ({ rule }) => rule.kind === kind && rule.operation === undefined && rule.objectType === undefined,
    );
  }

  /** The faults that strike this request. Those for the next so many requests are used up by it. */
  draw(target: FaultTarget): readonly FaultRule[] {
    const striking = this.entries.filter(({ rule }) => isFor(rule, target) && this.hits(rule));
    for (const entry of striking) entry.struck += 1;
    this.entries = this.entries.filter(({ rule, struck }) => struck < (rule.next ?? Infinity));
    return striking.map(({ rule }) => rule);
  }

  /** Whether one object of a struck write is refused. */
  hitsObject(rule: FaultRule): boolean {
    return this.lot() < (rule.rate ?? 1);
  }

  /** Of faults of single objects the rate is that of objects. */
  private hits(rule: FaultRule): boolean {
    return rule.kind === 'objectError' || rule.rate === undefined || this.lot() < rule.rate;
  }

  private lot(): number {
    return this.lots.integer() / 0x1_0000_0000;
  }
}

/** A fault without an operation is for those of the service: tokens are asked for by the way. */
function isFor(rule: FaultRule, { operation, objectType }: FaultTarget): boolean {
  const operationFits = rule.operation === undefined ? operation !== 'Token' : rule.operation === operation;
  return operationFits && (rule.objectType === undefined || rule.objectType === objectType);
}

function shown({ id, rule, struck }: Entry): OrderedFault {
  return { id, ...rule, struck };
}
