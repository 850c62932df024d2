/** What the properties page and the extension say to each other. */
import { hasKind } from './guard.ts';

/** How a value is edited. */
export type PropertyInput = 'text' | 'number' | 'boolean' | 'date' | 'choice';

/** One property of an object. */
export interface PropertyRow {
  /** As the API names it, e.g. `Client.ID`. */
  readonly path: string;
  /** As the schema has it, e.g. `dateTime`. */
  readonly type: string;
  /** As the service sent it; null where it sent nothing. */
  readonly value: string | null;
  /** For a person, where that reads better: local time. */
  readonly shown?: string;
  /** Absent where it cannot be changed. */
  readonly input?: PropertyInput;
  readonly choices?: readonly string[];
  readonly maxLength?: number;
  /** What it is to become; absent where it stays. */
  readonly edited?: string;
  /** What is wrong with that. */
  readonly problem?: string;
  /** What became of the last write. */
  readonly outcome?: { readonly ok: boolean; readonly text: string };
}

/** Before a write: what was loaded, what it is to be, and what the service holds now where that is another thing. */
export interface PropertyChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
  readonly theirs?: string | null;
}

/** Everything that the page shows. Always sent whole. */
export interface PropertiesState {
  readonly title: string;
  /** What it is, and of which API object, e.g. "Data extension". */
  readonly kind: string;
  readonly objectType: string;
  /** Connection and business unit. */
  readonly where: string;
  readonly isProduction: boolean;
  readonly status: 'loading' | 'ready' | 'writing' | 'failed';
  readonly rows: readonly PropertyRow[];
  /** Why nothing can be changed, where that is so. */
  readonly readOnly?: string;
  readonly error?: { readonly title: string; readonly advice: string; readonly serverMessage?: string };
  /** Shown until it is answered. */
  readonly review?: readonly PropertyChange[];
}

/** What a page is made of again after a reload of the window. */
export interface KeptProperties {
  readonly connectionId: string;
  readonly mid: number;
  /** The node that the properties are of. */
  readonly subject: { readonly kind: string };
  /** What was typed and not written, by property. */
  readonly edits: Readonly<Record<string, string>>;
}

export interface ToPropertiesPage {
  readonly kind: 'state';
  readonly state: PropertiesState;
  /** For the page to keep. */
  readonly kept: KeptProperties;
}

const buttons = ['ready', 'reload', 'revert', 'review', 'write', 'cancelReview'] as const;

export type FromPropertiesPage =
  | { readonly kind: (typeof buttons)[number] }
  | { readonly kind: 'edit'; readonly path: string; readonly value: string }
  | { readonly kind: 'copy'; readonly text: string };

export function isFromPropertiesPage(value: unknown): value is FromPropertiesPage {
  if (!hasKind(value, [...buttons, 'edit', 'copy'])) return false;
  const { path, value: text, text: copied } = value as Readonly<Record<string, unknown>>;
  if (value.kind === 'edit') return typeof path === 'string' && typeof text === 'string';
  return value.kind !== 'copy' || typeof copied === 'string';
}

export function isToPropertiesPage(value: unknown): value is ToPropertiesPage {
  return hasKind(value, ['state']);
}

export function isKeptProperties(value: unknown): value is KeptProperties {
  const { connectionId, mid, subject, edits } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const isEdits = typeof edits === 'object' && edits !== null;
  return (
    typeof connectionId === 'string' &&
    typeof mid === 'number' &&
    typeof subject === 'object' &&
    subject !== null &&
    'kind' in subject &&
    isEdits &&
    Object.values(edits).every((text) => typeof text === 'string')
  );
}
