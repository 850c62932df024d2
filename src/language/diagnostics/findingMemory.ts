/** Remembers what was found in elements for as long as they, and all that the findings depend on, stay the same. */
import type { Catalogue } from '../../catalogue/index.ts';
import { stillHolds, type Asked, type Known } from '../rules/asking.ts';
import { ElementMemory } from '../schema/elementMemory.ts';
import type { XmlElementNode } from '../xml/node.ts';
import type { KeptFindings } from './keptFindings.ts';

/** What was looked at. */
export interface LookedAt {
  readonly element: XmlElementNode;
  readonly catalogue: Catalogue;
  /** What the findings depend on beside the element, each compared by itself. No nodes: they would keep the text. */
  readonly basis: readonly unknown[];
}

interface Remembered {
  readonly basis: readonly unknown[];
  readonly asked: Asked;
  readonly kept: KeptFindings;
}

export class FindingMemory {
  private readonly memory = new ElementMemory<Remembered>();

  /** What was found before; undefined when it need not be so any more. */
  recall({ element, catalogue, basis }: LookedAt, known: () => Known): KeptFindings | undefined {
    const earlier = this.memory.get(element, catalogue);
    const isSame =
      earlier?.basis.every((value, index) => value === basis[index]) === true &&
      (earlier.asked.size === 0 || stillHolds(earlier.asked, known()));
    return isSame ? earlier.kept : undefined;
  }

  /**
   * @param lookedAt whose basis holds no piece of the file's text either, see `ownText`.
   * @param asked what was asked while it was looked for.
   */
  remember(lookedAt: LookedAt, asked: Asked, kept: KeptFindings): void {
    const { element, catalogue, basis } = lookedAt;
    this.memory.set(element, catalogue, { basis, asked, kept });
  }
}
