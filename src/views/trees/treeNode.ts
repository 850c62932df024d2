/** A node of a tree, before VS Code knows of it. */
import type { CommandId } from '../../shared/contributions.ts';

/** What a menu of the tree acts on. */
export type NodeSubject =
  | {
      readonly kind: 'dataExtension';
      readonly key: string;
      readonly name: string;
      /** MID of the account that it lives in, where that is not the one whose tree this is. */
      readonly owner?: number | undefined;
    }
  | {
      readonly kind: 'field';
      readonly name: string;
      /** Key of its data extension. */
      readonly dataExtension: string;
      /** As of its data extension. */
      readonly owner?: number | undefined;
    }
  | { readonly kind: 'list'; readonly id: number; readonly name: string; readonly key: string }
  | { readonly kind: 'group'; readonly id: number; readonly name: string }
  | { readonly kind: 'send'; readonly id: number; readonly name: string }
  | {
      readonly kind: 'subscriber';
      readonly key: string;
      readonly listId: number;
      readonly status: string;
    }
  | { readonly kind: 'sendDefinition'; readonly key: string; readonly name: string }
  | { readonly kind: 'triggeredSend'; readonly key: string; readonly name: string }
  | { readonly kind: 'importDefinition'; readonly key: string; readonly name: string }
  | { readonly kind: 'importRun'; readonly taskId: string }
  | {
      readonly kind: 'extractType';
      readonly id: string;
      readonly name: string;
      readonly parameters: readonly ExtractParameter[];
    }
  | {
      readonly kind: 'folder';
      readonly id: number;
      readonly name: string;
      readonly key: string;
      readonly contentType: string;
    }
  | { readonly kind: 'request'; readonly uri: string; readonly line: number }
  | { readonly kind: 'run'; readonly id: string }
  | { readonly kind: 'failure'; readonly parent: TreeNode | undefined; readonly error: unknown }
  | { readonly kind: 'more'; readonly parent: TreeNode }
  | { readonly kind: 'filter'; readonly text: string };

/** What an extract of a type wants to know. */
export interface ExtractParameter {
  readonly name: string;
  /** `datetime`, `bool`, `string`, `integer` … */
  readonly type: string;
  readonly isOptional: boolean;
}

export interface TreeNode {
  /** Unique in its tree, and the same after a refresh. */
  readonly id: string;
  readonly label: string;
  /** What it is, for people who do not see the icon: "data extension". */
  readonly kind?: string;
  readonly description?: string;
  /** Facts, one a line. */
  readonly tooltip?: readonly (readonly [label: string, value: string])[];
  /** Names and keys that it is found by, beside its label. */
  readonly searched?: readonly string[];
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
  /** Instead of `children`, where there can be very many. */
  readonly pages?: NodePages;
}

/** Children that come a page at a time. */
export interface NodePages {
  /** Asks for a page only when it is wanted. */
  readonly load: (signal: AbortSignal) => AsyncIterable<NodePage>;
  /** Pages follow each other without being asked for. */
  readonly all?: boolean;
  /** Where a node belongs among those that are there already; in the order of their coming when left out. */
  readonly compare?: (a: TreeNode, b: TreeNode) => number;
  /** Said when there is nothing. */
  readonly empty: string;
}

export interface NodePage {
  readonly nodes: readonly TreeNode[];
  /** As much as a page can hold, so that another one may follow. */
  readonly isFull: boolean;
}

/** What the service puts into one page of any object, unless it is asked for less. */
export const servicePage = 2500;

/** Alphabetical, as people write; folders stay apart. */
export function byLabel(a: TreeNode, b: TreeNode): number {
  return collator.compare(a.label, b.label);
}

/** Many times as fast as `localeCompare`, which matters where there are thousands. */
const collator = new Intl.Collator();

/** What a person reads where a node's children should be. */
export function emptyNode(parentId: string, label: string): TreeNode {
  return { id: `${parentId}/empty`, label, icon: 'info', context: 'empty' };
}

/** What an object is called: by its name, or by its key where it has none. */
export function nameOrKey({ name, key }: { readonly name: string; readonly key: string }): string {
  return name === '' ? key : name;
}

/** The facts of a tooltip that have a value. */
export function facts(
  ...rows: readonly (readonly [string, string | undefined])[]
): (readonly [string, string])[] {
  return rows.flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [[label, value] as const],
  );
}
