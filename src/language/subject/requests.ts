/** All requests of a scratch file together, and what one of them can know of the others. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { ScratchFile } from '../scratch/model.ts';
import type { XmlElementNode } from '../xml/node.ts';
import { textAt } from './elements.ts';
import { Subject } from './subject.ts';

export class Requests {
  /** In the order of the text; what is no request of the API is left out. */
  readonly all: readonly Subject[];
  private byKey: ReadonlyMap<string, readonly XmlElementNode[]> | undefined;

  constructor(file: ScratchFile, catalogue: Catalogue) {
    this.all = file.requests.flatMap((request) => Subject.of(file, request, catalogue) ?? []);
  }

  /** The objects with this type and key that requests of the file create. */
  created(type: string, key: string): readonly XmlElementNode[] {
    this.byKey ??= this.indexCreated();
    return this.byKey.get(indexKey(type, key)) ?? [];
  }

  private indexCreated(): ReadonlyMap<string, readonly XmlElementNode[]> {
    const index = new Map<string, XmlElementNode[]>();
    for (const { method, objects } of this.all) {
      if (method !== 'Create') continue;
      for (const { element, type } of objects) {
        const key = indexKey(type ?? '', textAt(element, 'CustomerKey') ?? '');
        const known = index.get(key);
        if (known === undefined) index.set(key, [element]);
        else known.push(element);
      }
    }
    return index;
  }
}

function indexKey(type: string, key: string): string {
  return `${type} ${key.toLowerCase()}`;
}
