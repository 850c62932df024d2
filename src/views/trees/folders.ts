/** Folders of one kind of content, as Marketing Cloud nests them. */
import type { RetrieveQuery } from '../../soap/index.ts';
import { numberAt, textAt, whereAnyOf, type SoapObject } from '../../soap/pure.ts';

export interface Folder {
  readonly id: number;
  readonly name: string;
  readonly key: string;
  readonly contentType: string;
  readonly folders: readonly Folder[];
}

/** All folders of these content types; a few thousand at most, so they are read in one go. */
export function foldersQuery(contentTypes: readonly string[]): RetrieveQuery {
  return {
    objectType: 'DataFolder',
    properties: ['ID', 'Name', 'CustomerKey', 'ContentType', 'ParentFolder.ID'],
    filter: whereAnyOf('ContentType', contentTypes),
  };
}

/**
 * Nests the retrieved folders. Roots are those without a parent among them, in the order of `contentTypes`;
 * the others are in alphabetical order.
 */
export function nestFolders(objects: readonly SoapObject[], contentTypes: readonly string[]): Folder[] {
  const byParent = new Map<number, SoapObject[]>();
  const ids = new Set(objects.map((object) => numberAt(object, 'ID')));
  const roots: SoapObject[] = [];
  for (const object of objects) {
    const parent = numberAt(object, 'ParentFolder.ID');
    const isRoot =
      parent === undefined || parent === 0 || parent === numberAt(object, 'ID') || !ids.has(parent);
    if (isRoot) roots.push(object);
    else byParent.set(parent, [...(byParent.get(parent) ?? []), object]);
  }
  const rank = (folder: Folder): number => contentTypes.indexOf(folder.contentType.toLowerCase());
  return roots
    .map((root) => toFolder(root, byParent))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

function toFolder(object: SoapObject, byParent: ReadonlyMap<number, readonly SoapObject[]>): Folder {
  const id = numberAt(object, 'ID') ?? 0;
  return {
    id,
    name: textAt(object, 'Name') ?? '',
    key: textAt(object, 'CustomerKey') ?? '',
    contentType: textAt(object, 'ContentType') ?? '',
    folders: (byParent.get(id) ?? [])
      .map((child) => toFolder(child, byParent))
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
}
