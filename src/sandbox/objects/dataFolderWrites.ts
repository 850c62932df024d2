/**
 * Writing folders. The messages of success are recorded, and that the results of folders show no object. The texts
 * and codes of refusals are inferred.
 */
import type { ApiStruct } from '../message/value.ts';
import type { Folder } from '../org/folder.ts';
import type { Write } from './apiObject.ts';
import { itemNamed } from './named.ts';
import { refused, type Outcome } from './outcome.ts';

const longestName = 100;

export function createFolder(write: Write): Outcome {
  const { org, account, object, now } = write;
  const parent = folderOf(write, object.struct('ParentFolder'));
  if (parent === undefined) return refused(2, 'The parent folder does not exist.', object);
  const problem = nameProblem(write, parent, undefined) ?? parentProblem(parent, object.text('ContentType'));
  if (problem !== undefined) return problem;
  const key = object.text('CustomerKey') ?? org.random.guid();
  if (org.folders.find(account.mid, 'key', key) !== undefined) {
    return refused(1, `The CustomerKey ${key} is already in use.`, object);
  }
  const folder: Folder = {
    mid: account.mid,
    id: org.nextId('folder'),
    objectId: org.random.guid(),
    key,
    name: object.text('Name', ''),
    description: object.text('Description', ''),
    contentType: parent.contentType,
    parentId: parent.id,
    isActive: object.flag('IsActive', true),
    isEditable: object.flag('IsEditable', true),
    allowChildren: object.flag('AllowChildren', true),
    createdAt: now,
    modifiedAt: now,
  };
  org.folders.add(folder);
  return {
    ok: true,
    message: 'Folder created successfully.',
    newId: folder.id,
    newObjectId: folder.objectId,
  };
}

export function updateFolder(write: Write): Outcome {
  const { org, object, now } = write;
  const folder = folderOf(write, object);
  if (folder === undefined) return refused(3, 'The folder does not exist.', object);
  const parentStruct = object.struct('ParentFolder');
  const target = parentStruct === undefined ? undefined : folderOf(write, parentStruct);
  if (parentStruct !== undefined && (target === undefined || isInside(write, target, folder))) {
    return refused(2, 'The folder cannot be moved there.', object);
  }
  const parent = target ?? org.folders.find(folder.mid, 'id', folder.parentId);
  const problem = object.has('Name') ? nameProblem(write, parent, folder) : undefined;
  if (problem !== undefined) return problem;
  org.folders.update(folder, () => {
    folder.name = object.text('Name', folder.name);
    folder.description = object.text('Description', folder.description);
    folder.parentId = target?.id ?? folder.parentId;
    folder.isActive = object.flag('IsActive', folder.isActive);
    folder.isEditable = object.flag('IsEditable', folder.isEditable);
    folder.allowChildren = object.flag('AllowChildren', folder.allowChildren);
    folder.modifiedAt = now;
  });
  return { ok: true, message: 'Folder updated successfully.' };
}

export function deleteFolder(write: Write): Outcome {
  const { org, object } = write;
  const folder = folderOf(write, object);
  if (folder === undefined) return refused(3, 'The folder does not exist.', object);
  if (folder.parentId === 0) return refused(2, 'A root folder cannot be deleted.', object);
  if (isUsed(write, folder)) return refused(2, 'The folder is not empty.', object);
  org.folders.remove(folder);
  return { ok: true, message: 'Folder deleted successfully.' };
}

/** The folder that a structure names by its ID, key or ObjectID. */
function folderOf(write: Write, struct: ApiStruct | undefined): Folder | undefined {
  const indexes = { ID: 'id', CustomerKey: 'key', ObjectID: 'objectId' } as const;
  return itemNamed(write.org.folders, write, struct, indexes);
}

function nameProblem(
  write: Write,
  parent: Folder | undefined,
  self: Folder | undefined,
): Outcome | undefined {
  const { org, account, object } = write;
  const name = object.text('Name', '');
  if (name === '') return refused(2, 'The folder name is required.', object);
  if (name.length > longestName) return refused(2, 'The folder name is longer than 100 characters.', object);
  for (const other of org.folders.all()) {
    const isSibling = other.mid === account.mid && other.parentId === parent?.id && other !== self;
    if (isSibling && other.name.toLowerCase() === name.toLowerCase()) {
      return refused(1, `The folder name ${name} is already in use at this level.`, object);
    }
  }
  return undefined;
}

function parentProblem(parent: Folder, contentType: string | undefined): Outcome | undefined {
  if (!parent.allowChildren) return refused(2, 'The parent folder does not allow folders inside.');
  const fits = contentType === undefined || contentType.toLowerCase() === parent.contentType;
  return fits
    ? undefined
    : refused(2, `A folder of ${parent.contentType} cannot hold one of ${contentType}.`);
}

/** True when `folder` is `around` or somewhere inside it. */
function isInside({ org }: Write, folder: Folder, around: Folder): boolean {
  for (
    let at: Folder | undefined = folder;
    at !== undefined;
    at = org.folders.find(at.mid, 'id', at.parentId)
  ) {
    if (at === around) return true;
  }
  return false;
}

function isUsed({ org }: Write, folder: Folder): boolean {
  const inside = (items: Iterable<{ mid: number; folderId?: number | undefined }>): boolean =>
    [...items].some((item) => item.mid === folder.mid && item.folderId === folder.id);
  const children = [...org.folders.all()].some(
    (other) => other.mid === folder.mid && other.parentId === folder.id,
  );
  const contents = [
    org.dataExtensions,
    org.lists,
    org.emails,
    org.sendDefinitions,
    org.triggeredSendDefinitions,
  ];
  return children || contents.some((collection) => inside(collection.all()));
}
