/** The properties pages of this window: opened from the trees, and brought back after a reload. */
import * as vscode from 'vscode';
import type { TreePayload } from '../../shared/contributions.ts';
import type { PropertiesPages } from '../../views/index.ts';
import type { TreeViews } from '../commands/treeViews.ts';
import type { PropertiesParts } from './showProperties.ts';

/** By which VS Code asks for a page after a reload. */
const viewType = 'marketingCloud.properties';

export class Properties {
  private readonly parts: PropertiesParts & { readonly trees: TreeViews };
  private readonly serializer: vscode.Disposable;
  /** Made with the first of them. */
  private pages: Promise<PropertiesPages> | undefined;

  constructor(parts: Properties['parts']) {
    this.parts = parts;
    this.serializer = vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, kept) =>
        (await this.loaded()).deserializeWebviewPanel(panel, kept),
    });
  }

  /** @throws ExplainedError when the node is no object of the API */
  async show(payload: TreePayload | undefined): Promise<void> {
    const { active, trees } = this.parts;
    const { showProperties } = await import('./showProperties.ts');
    const [node] = trees.chosen(payload);
    const tree = trees.treeOf(node);
    // What it is called and where it stands, its parent says.
    const written = (): void => tree?.refresh(node && tree.getParent(node));
    showProperties(await this.loaded(), active, { node, written });
  }

  async dispose(): Promise<void> {
    this.serializer.dispose();
    (await this.pages)?.dispose();
  }

  private loaded(): Promise<PropertiesPages> {
    const { parts } = this;
    this.pages ??= import('./showProperties.ts').then(({ createPropertiesPages }) =>
      createPropertiesPages(parts, (account, objectType) =>
        parts.trees.refreshShowing(account, [objectType]),
      ),
    );
    return this.pages;
  }
}
