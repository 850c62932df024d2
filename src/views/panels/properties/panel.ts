/** The properties page as an editor: one for each object, which shows what its session says. */
import * as vscode from 'vscode';
import {
  isFromPropertiesPage,
  type FromPropertiesPage,
  type PropertiesState,
  type ToPropertiesPage,
} from '../../../shared/propertiesMessages.ts';
import type { Catalogue } from '../../../catalogue/index.ts';
import type { Account, DescribeError } from '../../account.ts';
import type { NodeSubject } from '../../trees/treeNode.ts';
import { createPagePanel, PageChannel } from '../page.ts';
import { objectOf, type ObjectOfNode } from './objects.ts';
import { PropertiesSession } from './session.ts';

interface Parts {
  readonly extensionUri: vscode.Uri;
  readonly catalogue: () => Promise<Catalogue>;
  readonly describeError: DescribeError;
  /** Asks once more where the org is production. */
  readonly confirm: (account: Account, state: PropertiesState) => Promise<boolean>;
  /** Tells of what went wrong. */
  readonly tell: (error: unknown) => void;
}

/** What one page shows. */
interface Shown {
  readonly account: Account;
  readonly target: ObjectOfNode;
  readonly written: () => void;
}

/** The pages that are open, each known by what it shows. */
export class PropertiesPages implements vscode.Disposable {
  private readonly parts: Parts;
  private readonly open = new Map<string, vscode.WebviewPanel>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /**
   * Shows the properties of a node.
   * @param written called whenever the object was written, so that its tree can show it
   * @returns false when it is no object of the API
   */
  show(account: Account, subject: NodeSubject, written: () => void): boolean {
    const target = objectOf(subject);
    if (target === undefined) return false;
    const key = JSON.stringify([account.connectionId, account.mid, target.objectType, target.filter({})]);
    const known = this.open.get(key);
    if (known !== undefined) {
      known.reveal();
      return true;
    }
    const panel = createPagePanel(this.parts.extensionUri, 'properties', {
      title: `Properties: ${target.title}`,
      column: vscode.ViewColumn.Active,
    });
    this.open.set(key, panel);
    const ended = this.connect(panel, { account, target, written });
    panel.onDidDispose(() => {
      this.open.delete(key);
      ended();
    });
    return true;
  }

  dispose(): void {
    for (const panel of this.open.values()) panel.dispose();
  }

  /** @returns what ends it */
  private connect(panel: vscode.WebviewPanel, shown: Shown): () => void {
    const { account, target } = shown;
    const { catalogue, describeError, tell } = this.parts;
    const session = new PropertiesSession({
      ...{ account, catalogue, target, describeError },
      changed: (state) => channel.post({ kind: 'state', state }),
    });
    const channel = new PageChannel<ToPropertiesPage, FromPropertiesPage>(
      panel.webview,
      isFromPropertiesPage,
      (message) => {
        this.handle(session, shown, message).catch(tell);
      },
    );
    session.load().catch(tell);
    return () => {
      session.dispose();
      channel.dispose();
    };
  }

  private async handle(session: PropertiesSession, shown: Shown, message: FromPropertiesPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        session.repeat();
        break;
      case 'reload':
        await session.load();
        break;
      case 'revert':
        session.revert();
        break;
      case 'edit':
        session.edit(message.path, message.value);
        break;
      case 'review':
        await session.openReview();
        break;
      case 'cancelReview':
        session.closeReview();
        break;
      case 'write':
        await this.write(session, shown);
        break;
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        break;
    }
  }

  private async write(session: PropertiesSession, { account, written }: Shown): Promise<void> {
    if (!(await this.parts.confirm(account, session.state))) return;
    if (await session.write()) written();
  }
}
