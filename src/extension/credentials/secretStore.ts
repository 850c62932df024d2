/** The one door to VS Code's SecretStorage: one secret for each connection. */
import type * as vscode from 'vscode';

export class SecretStore {
  private readonly storage: vscode.SecretStorage;

  constructor(context: Pick<vscode.ExtensionContext, 'secrets'>) {
    this.storage = context.secrets;
  }

  /** The client secret of a connection; undefined when there is none, or the keyring has lost it. */
  async read(connectionId: string): Promise<string | undefined> {
    return this.storage.get(keyOf(connectionId));
  }

  async write(connectionId: string, secret: string): Promise<void> {
    await this.storage.store(keyOf(connectionId), secret);
  }

  async remove(connectionId: string): Promise<void> {
    await this.storage.delete(keyOf(connectionId));
  }
}

function keyOf(connectionId: string): string {
  return `marketingCloud.clientSecret.${connectionId}`;
}
