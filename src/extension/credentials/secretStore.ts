/** The one door to VS Code's SecretStorage: the secrets of each connection, and since when they are there. */
import type * as vscode from 'vscode';

/** What is kept of a connection: what a person entered, what signing in as a person gave, and the tokens of now. */
export type SecretKind = 'clientSecret' | 'refreshToken' | 'tokens';

export class SecretStore {
  private readonly storage: vscode.SecretStorage;
  private readonly state: vscode.Memento;

  constructor(context: Pick<vscode.ExtensionContext, 'secrets' | 'globalState'>) {
    this.storage = context.secrets;
    this.state = context.globalState;
  }

  /** Tells of changes, those of other windows among them. */
  onDidChange(callback: () => void): vscode.Disposable {
    return this.storage.onDidChange(callback);
  }

  /** A secret of a connection; undefined when there is none, or the keyring has lost it. */
  async read(connectionId: string, kind: SecretKind = 'clientSecret'): Promise<string | undefined> {
    return this.storage.get(keyOf(connectionId, kind));
  }

  async write(connectionId: string, secret: string, kind: SecretKind = 'clientSecret'): Promise<void> {
    await this.storage.store(keyOf(connectionId, kind), secret);
    // A refresh token is another one after each use: it does not grow old.
    if (kind === 'clientSecret') await this.state.update(sinceKeyOf(connectionId), Date.now());
  }

  async remove(connectionId: string): Promise<void> {
    await this.storage.delete(keyOf(connectionId, 'clientSecret'));
    await this.storage.delete(keyOf(connectionId, 'refreshToken'));
    await this.storage.delete(keyOf(connectionId, 'tokens'));
    await this.state.update(sinceKeyOf(connectionId), undefined);
  }

  /** When a person entered the secret; undefined when that is not known. */
  since(connectionId: string): Date | undefined {
    const at: unknown = this.state.get(sinceKeyOf(connectionId));
    return typeof at === 'number' ? new Date(at) : undefined;
  }
}

function keyOf(connectionId: string, kind: SecretKind): string {
  return `marketingCloud.${kind}.${connectionId}`;
}

function sinceKeyOf(connectionId: string): string {
  return `marketingCloud.secretSince.${connectionId}`;
}
