/** DataFolder: the folders of every kind of content. */
import type { Folder } from '../org/folder.ts';
import type { Org } from '../org/org.ts';
import { isSharedFolder } from '../org/sharing.ts';
import { catalogueRows, type RowsDescription } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject } from './apiObject.ts';
import { createFolder, deleteFolder, updateFolder } from './dataFolderWrites.ts';
import { visibleTo } from './shared.ts';

export const dataFolder: ApiObject = {
  type: 'DataFolder',
  reachesShared: ['Retrieve'],
  retrieve: (scope) =>
    catalogueRows({
      type: 'DataFolder',
      scan: (from, visit) =>
        scanInOrder(
          visibleTo(scope, () => scope.org.folders.all(), isSharedFolder),
          from,
          visit,
        ),
      values: valuesIn(scope.org),
    }),
  create: createFolder,
  update: updateFolder,
  delete: deleteFolder,
};

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
