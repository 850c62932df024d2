/** The one door to VS Code's SecretStorage: one secret for each connection, and since when it is there. */
import type * as vscode from 'vscode';

export class SecretStore {
  private readonly storage: vscode.SecretStorage;
  private readonly state: vscode.Memento;

  constructor(context: Pick<vscode.ExtensionContext, 'secrets' | 'globalState'>) {
    this.storage = context.secrets;
    this.state = context.globalState;
  }

  /** The client secret of a connection; undefined when there is none, or the keyring has lost it. */
  async read(connectionId: string): Promise<string | undefined> {
    return this.storage.get(keyOf(connectionId));
  }

  async write(connectionId: string, secret: string): Promise<void> {
    await this.storage.store(keyOf(connectionId), secret);
    await this.state.update(sinceKeyOf(connectionId), Date.now());
  }

  async remove(connectionId: string): Promise<void> {
    await this.storage.delete(keyOf(connectionId));
    await this.state.update(sinceKeyOf(connectionId), undefined);
  }

  /** When a person entered the secret; undefined when that is not known. */
  since(connectionId: string): Date | undefined {
    const at: unknown = this.state.get(sinceKeyOf(connectionId));
    return typeof at === 'number' ? new Date(at) : undefined;
  }
}

function keyOf(connectionId: string): string {
  return `marketingCloud.clientSecret.${connectionId}`;
}

function sinceKeyOf(connectionId: string): string {
  return `marketingCloud.secretSince.${connectionId}`;
}
