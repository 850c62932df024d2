/** Objects of which the org does nothing but keep what was written: a definition, a role, a portfolio item. */
import type { ApiStruct } from '../message/value.ts';
import { Collection, type Owned } from './collection.ts';

export interface KeptObject extends Owned {
  /** 0 for types that have none. */
  readonly id: number;
  readonly objectId: string;
  readonly key: string;
  name: string;
  /** Everything that was written of it, members that have places of their own here among them. */
  content: ApiStruct;
  readonly createdAt: number;
  modifiedAt: number;
}

export type KeptCollection = Collection<KeptObject, 'id' | 'key' | 'objectId' | 'name'>;

/** The kept objects by their types. */
export class KeptObjects {
  private readonly collections = new Map<string, KeptCollection>();

  of(type: string): KeptCollection {
    const known = this.collections.get(type);
    if (known !== undefined) return known;
    const made: KeptCollection = new Collection({
      id: ({ id }) => (id === 0 ? undefined : id),
      key: ({ key }) => key,
      objectId: ({ objectId }) => objectId,
      name: ({ name }) => name,
    });
    this.collections.set(type, made);
    return made;
  }
}
