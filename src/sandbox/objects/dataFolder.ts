/** DataFolder: the folders of every kind of content. */
import { ownedBy } from '../org/collection.ts';
import type { Folder } from '../org/folder.ts';
import type { Org } from '../org/org.ts';
import { catalogueRows, type RowsDescription } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject, RetrieveScope } from './apiObject.ts';
import { createFolder, deleteFolder, updateFolder } from './dataFolderWrites.ts';

export const dataFolder: ApiObject = {
  type: 'DataFolder',
  retrieve: (scope) =>
    catalogueRows({
      type: 'DataFolder',
      scan: (from, visit) => scanInOrder(visibleFolders(scope), from, visit),
      values: valuesIn(scope.org),
    }),
  create: createFolder,
  update: updateFolder,
  delete: deleteFolder,
};

/** A business unit that asks for all accounts sees the enterprise's shared folders besides its own (observed). */
function* visibleFolders({ org, accounts, caller, allAccounts }: RetrieveScope): Iterable<Folder> {
  yield* ownedBy(org.folders.all(), accounts);
  if (!allAccounts || caller.parent === undefined) return;
  for (const folder of ownedBy(org.folders.all(), [caller.parent])) if (isShared(folder)) yield folder;
}

/** True for folders whose content the enterprise shares with its business units. */
export function isShared(folder: Folder): boolean {
  return folder.contentType.startsWith('shared_');
}

/** The user who made and last changed everything in the demo. */
const apiUser = 700_001;

function valuesIn(org: Org): RowsDescription<Folder>['values'] {
  const parent = (folder: Folder): Folder | undefined =>
    folder.parentId === 0 ? undefined : org.folders.find(folder.mid, 'id', folder.parentId);
  return {
    ID: (folder) => folder.id,
    ObjectID: (folder) => folder.objectId,
    CustomerKey: (folder) => folder.key,
    Name: (folder) => folder.name,
    Description: (folder) => folder.description,
    ContentType: (folder) => folder.contentType,
    IsActive: (folder) => folder.isActive,
    IsEditable: (folder) => folder.isEditable,
    AllowChildren: (folder) => folder.allowChildren,
    CreatedDate: (folder) => new Date(folder.createdAt),
    ModifiedDate: (folder) => new Date(folder.modifiedAt),
    'Client.ID': (folder) => folder.mid,
    'Client.EnterpriseID': () => org.enterprise.mid,
    'Client.CreatedBy': () => apiUser,
    'Client.ModifiedBy': () => apiUser,
    // A root folder's parent has the ID 0 and nothing else (recorded).
    'ParentFolder.ID': (folder) => folder.parentId,
    'ParentFolder.CustomerKey': (folder) => parent(folder)?.key,
    'ParentFolder.ObjectID': (folder) => parent(folder)?.objectId,
    'ParentFolder.Name': (folder) => parent(folder)?.name,
    'ParentFolder.Description': (folder) => parent(folder)?.description,
    'ParentFolder.ContentType': (folder) => parent(folder)?.contentType,
    'ParentFolder.IsActive': (folder) => parent(folder)?.isActive,
    'ParentFolder.IsEditable': (folder) => parent(folder)?.isEditable,
    'ParentFolder.AllowChildren': (folder) => parent(folder)?.allowChildren,
  };
}
