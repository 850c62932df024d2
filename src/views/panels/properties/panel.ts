/** The properties page as an editor: one for each object, which shows what its session says. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import {
  isFromPropertiesPage,
  isKeptProperties,
  type FromPropertiesPage,
  type PropertiesState,
  type ToPropertiesPage,
} from '../../../shared/propertiesMessages.ts';
import type { Catalogue } from '../../../catalogue/index.ts';
import type { Account, DescribeError } from '../../account.ts';
import type { NodeSubject } from '../../trees/treeNode.ts';
import { adoptPagePanel, createPagePanel, PageChannel, pageViewType } from '../page.ts';
import { objectOf, type ObjectOfNode } from './objects.ts';
import { PropertiesSession } from './session.ts';

interface Parts {
  readonly extensionUri: vscode.Uri;
  readonly catalogue: () => Promise<Catalogue>;
  readonly describeError: DescribeError;
  /** The account of a page that comes back after a reload. */
  readonly accountOf: (connectionId: string, mid: number) => Account;
  /** Called when the object of such a page was written. */
  readonly written: (account: Account, objectType: string) => void;
  /** Asks once more where the org is production. */
  readonly confirm: (account: Account, state: PropertiesState) => Promise<boolean>;
  /** Tells of what went wrong. */
  readonly tell: (error: unknown) => void;
}

/** What one page shows. */
interface Shown {
  readonly account: Account;
  readonly subject: NodeSubject;
  readonly target: ObjectOfNode;
  /** What was typed before a reload. */
  readonly edits?: Readonly<Record<string, string>>;
  readonly written: () => void;
}

/** The pages that are open, each known by what it shows. */
export class PropertiesPages implements vscode.WebviewPanelSerializer, vscode.Disposable {
  /** By which VS Code asks for a page after a reload. */
  static readonly viewType = pageViewType('properties');
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
    const shown = { account, subject, target, written };
    const known = this.open.get(keyOf(shown));
    if (known !== undefined) {
      known.reveal();
      return true;
    }
    const panel = createPagePanel(this.parts.extensionUri, 'properties', {
      title: l10n.t('Properties: {0}', target.title),
      column: vscode.ViewColumn.Active,
    });
    this.adopt(panel, shown);
    return true;
  }

  /** VS Code hands over a page that was open before a reload, with what it kept. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const subject = isKeptProperties(kept) ? (kept.subject as NodeSubject) : undefined;
    const target = subject && objectOf(subject);
    if (!isKeptProperties(kept) || subject === undefined || target === undefined) {
      // A page that was closed before it was loaded, or that another version has kept.
      panel.dispose();
      return Promise.resolve();
    }
    const account = this.parts.accountOf(kept.connectionId, kept.mid);
    const written = (): void => this.parts.written(account, target.objectType);
    adoptPagePanel(panel, this.parts.extensionUri, 'properties');
    this.adopt(panel, { account, subject, target, edits: kept.edits, written });
    return Promise.resolve();
  }

  dispose(): void {
    for (const panel of this.open.values()) panel.dispose();
  }

  private adopt(panel: vscode.WebviewPanel, shown: Shown): void {
    const key = keyOf(shown);
    this.open.set(key, panel);
    const ended = this.connect(panel, shown);
    panel.onDidDispose(() => {
      this.open.delete(key);
      ended();
    });
  }

  /** @returns what ends it */
  private connect(panel: vscode.WebviewPanel, shown: Shown): () => void {
    const { account, subject, target } = shown;
    const { catalogue, describeError, tell } = this.parts;
    const session = new PropertiesSession({
      ...{ account, catalogue, target, describeError },
      changed: (state) => {
        const { connectionId, mid } = account;
        const edits = editsOf(state, shown);
        channel.post({ kind: 'state', state, kept: { connectionId, mid, subject, edits } });
      },
    });
    const channel = new PageChannel<ToPropertiesPage, FromPropertiesPage>(
      panel.webview,
      isFromPropertiesPage,
      (message) => {
        this.handle(session, shown, message).catch(tell);
      },
    );
    session.load(shown.edits).catch(tell);
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
        await session.load(session.state.rows.length === 0 ? shown.edits : undefined);
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

function keyOf({ account, target }: Shown): string {
  return JSON.stringify([account.connectionId, account.mid, target.objectType, target.filter({})]);
}

/** Until the properties are loaded, what was typed before a reload waits. */
function editsOf({ rows }: PropertiesState, { edits = {} }: Shown): Readonly<Record<string, string>> {
  if (rows.length === 0) return edits;
  return Object.fromEntries(
    rows.flatMap(({ path, edited }) => (edited === undefined ? [] : [[path, edited]])),
  );
}
