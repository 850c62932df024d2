/** Folders. */
import type { Owned } from './collection.ts';

export interface Folder extends Owned {
  readonly id: number;
  readonly objectId: string;
  key: string;
  name: string;
  description: string;
  /** What it holds, such as `dataextension`; a lower-case word, not an enumeration. */
  readonly contentType: string;
  /** The ID of the folder around it; 0 for a root. */
  parentId: number;
  isActive: boolean;
  isEditable: boolean;
  allowChildren: boolean;
  readonly createdAt: number;
  modifiedAt: number;
}
