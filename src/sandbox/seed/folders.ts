/** Makes the folders of an account: a root for each kind of content, and below it whatever is asked for. */
import type { Account } from '../org/account.ts';
import type { Folder } from '../org/folder.ts';
import type { Org } from '../org/org.ts';
import { guidOf } from '../random.ts';

/** The kinds of content and the names of their roots. */
export const rootNames = {
  dataextension: 'Data Extensions',
  shared_dataextension: 'Shared Data Extensions',
  synchronizeddataextension: 'Synchronized Data Extensions',
  list: 'my lists',
  publication: 'Publication Lists',
  email: 'my emails',
  userinitiatedsends: 'User-Initiated',
  triggered_send: 'Triggered Sends',
} as const;

export type ContentType = keyof typeof rootNames;

/** The folders of one account while they are made. */
export class FolderTree {
  private readonly org: Org;
  private readonly account: Account;
  private readonly made = new Map<string, Folder>();

  constructor(org: Org, account: Account) {
    this.org = org;
    this.account = account;
    for (const contentType of Object.keys(rootNames) as ContentType[]) {
      // What is shared, the enterprise shares.
      if (contentType.startsWith('shared_') && account.parent !== undefined) continue;
      this.at(contentType, []);
    }
  }

  /** The ID of the folder with this path below its root; it and those around it are made if need be. */
  at(contentType: ContentType, path: readonly string[]): number {
    const place = [contentType, ...path].join('/');
    const known = this.made.get(place) ?? this.make(contentType, path);
    this.made.set(place, known);
    return known.id;
  }

  private make(contentType: ContentType, path: readonly string[]): Folder {
    const { org, account } = this;
    const parentId = path.length === 0 ? 0 : this.at(contentType, path.slice(0, -1));
    const id = org.nextId('folder');
    const folder: Folder = {
      mid: account.mid,
      id,
      objectId: guidOf(org.randomSeed + 101, id),
      // Root folders have such keys (recorded).
      key: path.length === 0 ? `${contentType}_default` : guidOf(org.randomSeed + 102, id),
      name: path.at(-1) ?? rootNames[contentType],
      description: '',
      contentType,
      parentId,
      isActive: true,
      isEditable: path.length > 0,
      allowChildren: true,
      createdAt: account.createdAt,
      modifiedAt: account.createdAt,
    };
    org.folders.add(folder);
    return folder;
  }
}
