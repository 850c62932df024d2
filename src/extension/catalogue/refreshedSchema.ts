/** The schema of a tenant's own WSDL, kept for all windows: the real service is newer than any published one. */
import { readFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import {
  refreshedCatalogue,
  shippedCatalogue,
  type Catalogue,
  type SchemaData,
} from '../../catalogue/index.ts';
import { readWsdl } from '../../catalogue/wsdl/index.ts';
import type { Account } from '../../views/index.ts';
import { ExplainedError } from '../errors/describeError.ts';

/** The refreshed catalogue when there is one that can be read, else the shipped one. */
export async function loadRefreshed(file: vscode.Uri): Promise<Catalogue> {
  try {
    return refreshedCatalogue(JSON.parse(await readFile(file.fsPath, 'utf8')) as SchemaData);
  } catch {
    return shippedCatalogue;
  }
}

/** Fetches the WSDL that stands beside the account's SOAP service, and keeps its schema. Gives what is new in it. */
export async function refreshSchema(account: Account, file: vscode.Uri): Promise<readonly string[]> {
  const client = await account.client();
  const text = await client.fetchWsdl();
  let schema: SchemaData;
  try {
    schema = readWsdl(text);
  } catch (error) {
    throw new ExplainedError(
      l10n.t('The WSDL of this org could not be read.'),
      l10n.t('{0} The catalogue stays as it is.', error instanceof Error ? error.message : String(error)),
    );
  }
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
  await vscode.workspace.fs.writeFile(file, Buffer.from(JSON.stringify(schema)));
  return refreshedCatalogue(schema).typeNames.filter(
    (name) => shippedCatalogue.complexType(name) === undefined,
  );
}
