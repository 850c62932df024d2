/**
 * What the language server may ask the extension about the org that is connected: names, keys and types. Never the
 * data of a customer, never a secret.
 */

/** Request to the extension: one fact. The answer is null when it cannot be known, now or ever. */
export const factMethod = 'marketingCloud/fact';

export type FactQuestion =
  /** The columns of the data extension with this external key: `Column[]`. */
  | { readonly kind: 'columns'; readonly key: string }
  /** The profile attributes of subscribers: `string[]`. */
  | { readonly kind: 'attributes' }
  /** The keys of all objects of a type: `KnownKeys`. */
  | { readonly kind: 'keys'; readonly objectType: string };

/** What each kind of question is answered with. */
export interface FactAnswers {
  readonly columns: readonly Column[];
  readonly attributes: readonly string[];
  readonly keys: KnownKeys;
}

/** A column of a data extension. */
export interface Column {
  readonly name: string;
  /** As the service names it, e.g. `EmailAddress`. */
  readonly type: string;
  /** In characters. */
  readonly length?: number;
  readonly isPrimaryKey: boolean;
  readonly isRequired: boolean;
}

/** A thing of the org, by what requests refer to it with. */
export interface KnownKey {
  readonly key: string;
  readonly name: string;
  /** The CustomerKey of what is mostly referred to by its ID. */
  readonly customerKey?: string;
  /** Status of a triggered send definition, classification of a list: the service's own word. */
  readonly state?: string;
}

export interface KnownKeys {
  readonly keys: readonly KnownKey[];
  /** False when there are more than were asked for: a key that is not among them may still exist. */
  readonly complete: boolean;
}
