/** A request for one task, with places to fill in. */

export interface WorkflowSnippet {
  /** Row of the table of tasks, `A1` to `A15`, that it is for. */
  readonly row: string;
  /** What it does, as a person would look for it. */
  readonly title: string;
  readonly about: string;
  /** In the syntax of snippets. */
  readonly body: string;
}
