/** What can be known of a refreshed schema before the catalogue itself is loaded. */
import type { Catalogue } from '../../catalogue/index.ts';
import * as vscode from 'vscode';

/** Where a refreshed schema is kept, for all windows. */
export function schemaFile(storage: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(storage, 'schema.json');
}

/** The refreshed catalogue when there is one that can be read, else the shipped one. */
export async function loadCatalogue(file: vscode.Uri): Promise<Catalogue> {
  const { loadRefreshed } = await import('./refreshedSchema.ts');
  return loadRefreshed(file);
}
