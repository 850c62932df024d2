/** What the language server knows of the org that is connected. Every answer is immediate; `undefined` is "not known". */

/** A column of a data extension. */
export interface Column {
  readonly name: string;
  /** As the service names it, e.g. `EmailAddress`. */
  readonly type: string;
  readonly length?: number;
  readonly isPrimaryKey: boolean;
  readonly isRequired: boolean;
}

/** A thing of the org that requests refer to by its key. */
export interface KnownKey {
  readonly key: string;
  readonly name: string;
}

export interface LiveFacts {
  /** The columns of the data extension with this external key. */
  columns(dataExtensionKey: string): readonly Column[] | undefined;
  /** The names of the profile attributes of subscribers. */
  attributes(): readonly string[] | undefined;
  /** The keys of all objects of a type: `DataExtension`, `List` (whose keys are IDs), `EmailSendDefinition` … */
  keys(objectType: string): readonly KnownKey[] | undefined;
}

/** Not connected: nothing is known. */
export const noFacts: LiveFacts = {
  columns: () => undefined,
  attributes: () => undefined,
  keys: () => undefined,
};
