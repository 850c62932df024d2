/** Who is signed in with their browser, for VS Code's Accounts menu: seen there, and signed out there. */
import * as vscode from 'vscode';
import type { SecretStore } from '../credentials/secretStore.ts';
import type { OutputLog } from '../log/outputLog.ts';
import { configuredConnections } from '../settings/settings.ts';
import { connectionId } from './connection.ts';

interface Parts {
  readonly secrets: SecretStore;
  readonly log: OutputLog;
  /** Lets the person connect an org. */
  readonly signIn: () => Promise<void>;
  /** Told after somebody was signed out. */
  readonly signedOut: () => void;
}

const providerId = 'marketingCloud';

/** Sessions carry no token: those are for this extension alone, and nobody else is given one. */
export class SignedInAccounts implements vscode.AuthenticationProvider, vscode.Disposable {
  private readonly parts: Parts;
  private readonly changed =
    new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  readonly onDidChangeSessions = this.changed.event;
  private readonly subscriptions: vscode.Disposable;
  private shown: readonly vscode.AuthenticationSession[] = [];

  constructor(parts: Parts) {
    this.parts = parts;
    this.subscriptions = vscode.Disposable.from(
      vscode.authentication.registerAuthenticationProvider(providerId, 'Marketing Cloud', this, {
        supportsMultipleAccounts: true,
      }),
      // A sign-in of another window is told here too.
      parts.secrets.onDidChange(() => {
        this.refresh().catch((error: unknown) => parts.log.warn(String(error)));
      }),
    );
  }

  async getSessions(): Promise<vscode.AuthenticationSession[]> {
    const people = configuredConnections().filter(({ signIn }) => signIn === 'browser');
    const sessions = people.map(async (org) => {
      const id = connectionId(org);
      const isSignedIn = (await this.parts.secrets.read(id, 'refreshToken')) !== undefined;
      return isSignedIn ? [{ id, accessToken: '', account: { id, label: org.name }, scopes: [] }] : [];
    });
    return (await Promise.all(sessions)).flat();
  }

  async createSession(): Promise<vscode.AuthenticationSession> {
    const before = new Set((await this.getSessions()).map(({ id }) => id));
    await this.parts.signIn();
    const created = (await this.getSessions()).find(({ id }) => !before.has(id));
    if (created === undefined) throw new Error('Nobody signed in with the browser.');
    return created;
  }

  async removeSession(id: string): Promise<void> {
    await this.parts.secrets.remove(id);
    this.parts.signedOut();
  }

  /** Tells what has changed since it was told last. */
  private async refresh(): Promise<void> {
    const before = this.shown;
    const now = await this.getSessions();
    this.shown = now;
    const without = (
      some: readonly vscode.AuthenticationSession[],
      others: readonly vscode.AuthenticationSession[],
    ): vscode.AuthenticationSession[] => some.filter(({ id }) => others.every((other) => other.id !== id));
    const [added, removed] = [without(now, before), without(before, now)];
    if (added.length + removed.length > 0) this.changed.fire({ added, removed, changed: [] });
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.changed.dispose();
  }
}
