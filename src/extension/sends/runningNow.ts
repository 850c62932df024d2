/** Keeps the numbers of the running sends in the Sends tree alive, for as long as the tree is in sight. */
import * as vscode from 'vscode';
import {
  isOver,
  keyOf,
  type LiveNumbers,
  type Reading,
  type RunningSend,
  type TreeProvider,
  type WatchTarget,
} from '../../views/index.ts';

/** What is needed of the live sends: to listen in, without a card and without being told. */
interface Listening {
  readonly onDidChange: vscode.Event<void>;
  readonly onDidStart: vscode.Event<void>;
  readingOf(key: string): Reading | undefined;
  /** Listens to these and to no others. */
  listenTo(targets: readonly WatchTarget[]): void;
}

export class RunningNow implements LiveNumbers {
  private readonly live: Listening;
  private shown: readonly RunningSend[] = [];
  private readonly drawn = new Map<string, string>();
  private visible = false;

  constructor(live: Listening) {
    this.live = live;
  }

  readingOf(target: WatchTarget): Reading | undefined {
    return this.live.readingOf(keyOf(target));
  }

  running(shown: readonly RunningSend[]): void {
    // What the service still lists as running although it was heard to be over is not waited for again.
    this.shown = shown.filter(({ target }) => !this.isOver(target));
    this.drawn.clear();
    this.listen();
  }

  /** Draws the tree's running sends anew as they change, until this is disposed. */
  keepAlive(tree: TreeProvider): vscode.Disposable {
    return vscode.Disposable.from(
      this.live.onDidChange(() => this.redraw(tree)),
      this.live.onDidStart(() => tree.refresh()),
      tree.whenVisible((visible) => {
        this.visible = visible;
        this.listen();
      }),
    );
  }

  /** Those nodes whose text has changed; a send that is over moves to another group. */
  private redraw(tree: TreeProvider): void {
    if (this.shown.some(({ target }) => this.isOver(target))) {
      this.shown = [];
      tree.refresh();
    }
    if (!this.visible) return;
    for (const { target, node } of this.shown) {
      const text = node.description ?? '';
      if (this.drawn.get(keyOf(target)) === text) continue;
      this.drawn.set(keyOf(target), text);
      tree.refresh(node);
    }
  }

  private isOver(target: WatchTarget): boolean {
    const phase = this.readingOf(target)?.phase;
    return phase !== undefined && isOver(phase);
  }

  private listen(): void {
    this.live.listenTo(this.visible ? this.shown.map(({ target }) => target) : []);
  }
}
