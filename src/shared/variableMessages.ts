/** What the extension tells the language server of variables that a scratch file itself does not define. */

/** Request to the extension: which variables are there for a file? */
export const variablesMethod = 'marketingCloud/variables';

export interface VariablesQuestion {
  readonly uri: string;
}

export interface OutsideVariables {
  /** Name of the chosen environment; null when there is none. */
  readonly environmentName: string | null;
  /** Values by name; null for one that may be a secret and stays where it is. */
  readonly values: Readonly<Record<string, string | null>>;
}

/** Notification to the server: what it knows of variables no longer holds. */
export const variablesChangedMethod = 'marketingCloud/variablesChanged';
