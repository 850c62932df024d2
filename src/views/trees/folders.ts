/** Folders of one kind of content, as Marketing Cloud nests them. */
import type { RetrieveQuery } from '../../soap/index.ts';
import { numberAt, textAt, whereAnyOf, type SoapObject } from '../../soap/pure.ts';

export interface Folder {
  readonly id: number;
  /** Names of the folders around it, the outermost first. */
  readonly path: readonly string[];
  readonly name: string;
  readonly key: string;
  readonly contentType: string;
  readonly folders: readonly Folder[];
}

/**
 * All folders of these content types; a few thousand at most, so they are read in one go.
 * @param everywhere asks for those of other accounts too, as a business unit has to that wants what the enterprise shares
 */
export function foldersQuery(contentTypes: readonly string[], everywhere = false): RetrieveQuery {
  return {
    ...(everywhere ? { queryAllAccounts: true } : {}),
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
    const siblings = isRoot ? roots : (byParent.get(parent) ?? []);
    siblings.push(object);
    if (!isRoot) byParent.set(parent, siblings);
  }
  const rank = (folder: Folder): number => contentTypes.indexOf(folder.contentType.toLowerCase());
  return roots
    .map((root) => toFolder(root, byParent, []))
    .sort((a, b) => rank(a) - rank(b) || collator.compare(a.name, b.name));
}

function toFolder(
  object: SoapObject,
  byParent: ReadonlyMap<number, readonly SoapObject[]>,
  path: readonly string[],
): Folder {
  const id = numberAt(object, 'ID') ?? 0;
  const name = textAt(object, 'Name') ?? '';
  return {
    ...{ id, path, name },
    key: textAt(object, 'CustomerKey') ?? '',
    contentType: textAt(object, 'ContentType') ?? '',
    folders: (byParent.get(id) ?? [])
      .map((child) => toFolder(child, byParent, [...path, name]))
      .sort((a, b) => collator.compare(a.name, b.name)),
  };
}

const collator = new Intl.Collator();

/** The folder and all that are inside it, however deep. */
function* withInner(folder: Folder): Iterable<Folder> {
  yield folder;
  for (const inner of folder.folders) yield* withInner(inner);
}

/** Folders and all that are inside them. */
export function allFolders(folders: readonly Folder[]): Folder[] {
  return folders.flatMap((folder) => [...withInner(folder)]);
}

/** Where each folder is, from the outermost to itself, by its ID. */
export function pathsById(folders: readonly Folder[]): ReadonlyMap<number, string> {
  return new Map(folders.map(({ id, path, name }) => [id, [...path, name].join(' / ')]));
}

/** Content that an enterprise shares with its business units. */
export function isSharedContent(contentType: string): boolean {
  return contentType.toLowerCase().startsWith('shared_');
}
