/** What an enterprise shares with its business units: what lies in folders whose kind says so (observed). */
import type { DataExtension } from './dataExtension.ts';
import type { Folder } from './folder.ts';
import type { Org } from './org.ts';

export function isSharedFolder({ contentType }: Folder): boolean {
  return contentType.startsWith('shared_');
}

export function isSharedExtension(org: Org, { mid, folderId }: DataExtension): boolean {
  const folder = org.folders.find(mid, 'id', folderId);
  return folder !== undefined && isSharedFolder(folder);
}

/**
 * The data extension with this ObjectID that an account can send to: its own, or one that is shared with it. That
 * people do so is known of the web application; that the API takes it is inferred.
 */
export function sendableExtension(org: Org, mid: number, objectId: string): DataExtension | undefined {
  const own = org.dataExtensions.find(mid, 'objectId', objectId);
  if (own !== undefined) return own;
  const parent = org.account(mid)?.parent;
  const shared = parent === undefined ? undefined : org.dataExtensions.find(parent.mid, 'objectId', objectId);
  return shared !== undefined && isSharedExtension(org, shared) ? shared : undefined;
}
