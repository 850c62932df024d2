/** Remembers something of elements for as long as nothing in them changes, wherever they move in the text. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { XmlElementNode } from '../xml/node.ts';

export class ElementMemory<Value> {
  /** What is found depends on the catalogue, and another one knows nothing yet. */
  private readonly byCatalogue = new WeakMap<Catalogue, WeakMap<object, Value>>();

  get({ identity }: XmlElementNode, catalogue: Catalogue): Value | undefined {
    return this.byCatalogue.get(catalogue)?.get(identity);
  }

  /** @param value must hold no node, and no piece of the text: both keep the whole text in memory. */
  set({ identity }: XmlElementNode, catalogue: Catalogue, value: Value): void {
    const known = this.byCatalogue.get(catalogue) ?? new WeakMap<object, Value>();
    this.byCatalogue.set(catalogue, known.set(identity, value));
  }
}
