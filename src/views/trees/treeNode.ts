/** A node of a tree, before VS Code knows of it. */
import type { CommandId } from '../../shared/contributions.ts';

/** What a menu of the tree acts on. */
export type NodeSubject =
  | { readonly kind: 'dataExtension'; readonly key: string; readonly name: string }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'list'; readonly id: number; readonly name: string; readonly key: string }
  | { readonly kind: 'send'; readonly id: number; readonly name: string }
  | {
      readonly kind: 'subscriber';
      readonly key: string;
      readonly listId: number;
      readonly status: string;
    }
  | { readonly kind: 'sendDefinition'; readonly key: string; readonly name: string }
  | { readonly kind: 'triggeredSend'; readonly key: string; readonly name: string }
  | { readonly kind: 'folder'; readonly key: string }
  | { readonly kind: 'request'; readonly uri: string; readonly line: number }
  | { readonly kind: 'run'; readonly id: string }
  | { readonly kind: 'failure'; readonly parent: TreeNode | undefined };

export interface TreeNode {
  /** Unique in its tree, and the same after a refresh. */
  readonly id: string;
  readonly label: string;
  /** What it is, for people who do not see the icon: "data extension". */
  readonly kind?: string;
  readonly description?: string;
  /** Facts, one a line. */
  readonly tooltip?: readonly (readonly [label: string, value: string])[];
  /** Name of a codicon. */
  readonly icon: string;
  /** Id of a theme colour for the icon. */
  readonly iconColor?: string;
  /** `contextValue`, by which menus choose; the kind of the subject when left out. */
  readonly context?: string;
  readonly subject?: NodeSubject;
  /** What selecting it does. */
  readonly click?: CommandId;
  /** Shown open the first time. */
  readonly expanded?: boolean;
  /** Absent for a leaf. */
  readonly children?: (signal: AbortSignal) => Promise<readonly TreeNode[]>;
}

/** What a person reads where a node's children should be. */
export function emptyNode(parentId: string, label: string): TreeNode {
  return { id: `${parentId}/empty`, label, icon: 'info', context: 'empty' };
}

/** The facts of a tooltip that have a value. */
export function facts(
  ...rows: readonly (readonly [string, string | undefined])[]
): (readonly [string, string])[] {
  return rows.flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [[label, value] as const],
  );
}
