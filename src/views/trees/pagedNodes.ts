/** The children of one node while they come in pages: what is there so far, and how to get more. */
import * as l10n from '@vscode/l10n';
import { formatNumber } from '../display.ts';
import { emptyNode, type NodePage, type NodePages, type TreeNode } from './treeNode.ts';

export class PagedNodes {
  private readonly parent: TreeNode;
  private readonly pages: NodePages;
  private readonly signal: AbortSignal;
  private readonly iterator: AsyncIterator<NodePage>;
  private readonly nodes: TreeNode[] = [];
  private isComplete = false;
  /** Why no more came; tried anew with the whole node. */
  private error: { readonly reason: unknown } | undefined;

  constructor(parent: TreeNode, pages: NodePages, signal: AbortSignal) {
    this.parent = parent;
    this.pages = pages;
    this.signal = signal;
    this.iterator = pages.load(signal)[Symbol.asyncIterator]();
  }

  /** True when more can be asked for. */
  get hasMore(): boolean {
    return !this.isComplete;
  }

  get count(): number {
    return this.nodes.length;
  }

  /** Loads the next page. @throws what the first page fails with; a later failure is shown behind what is there */
  async next(): Promise<void> {
    try {
      const result = await this.iterator.next();
      if (result.done === true) {
        this.isComplete = true;
        return;
      }
      this.nodes.push(...result.value.nodes);
      if (this.pages.compare !== undefined) this.nodes.sort(this.pages.compare);
      if (!result.value.isFull) await this.end();
    } catch (error) {
      this.isComplete = true;
      if (this.nodes.length === 0) throw error;
      this.error = { reason: error };
    }
  }

  /** Whoever makes the pages need not wait for a question that will not come. */
  private async end(): Promise<void> {
    this.isComplete = true;
    await this.iterator.return?.();
  }

  /** Loads all the other pages. @param changed called after each */
  async rest(changed: () => void): Promise<void> {
    while (this.hasMore) {
      await this.next();
      if (this.signal.aborted) return;
      changed();
    }
  }

  /** What is to be seen now. @param failureNode shows why there is no more */
  shown(failureNode: (error: unknown, parent: TreeNode) => TreeNode): TreeNode[] {
    const { id } = this.parent;
    if (this.error !== undefined) return [...this.nodes, failureNode(this.error.reason, this.parent)];
    if (this.isComplete) return this.nodes.length === 0 ? [emptyNode(id, this.pages.empty)] : [...this.nodes];
    return [...this.nodes, this.pages.all === true ? this.loadingNode() : this.moreNode()];
  }

  private loadingNode(): TreeNode {
    return {
      id: `${this.parent.id}/loading`,
      label: l10n.t('Loading…'),
      description: l10n.t('{0} so far', formatNumber(this.count)),
      icon: 'loading~spin',
      context: 'loading',
    };
  }

  private moreNode(): TreeNode {
    return {
      id: `${this.parent.id}/more`,
      label: l10n.t('Load more'),
      description: l10n.t('{0} are shown', formatNumber(this.count)),
      icon: 'ellipsis',
      subject: { kind: 'more', parent: this.parent },
      click: 'marketingCloud.loadMore',
    };
  }
}
