/** A request for one task, with places to fill in. */
import type { GuideId } from '../../shared/guideIds.ts';

export interface WorkflowSnippet {
  /** Row of the vendor's best practices that it is for, `A1` to `G3`. */
  readonly row: string;
  /** The guide for the same task. */
  readonly guide: GuideId;
  /** What it does, as a person would look for it. */
  readonly title: string;
  readonly about: string;
  /** In the syntax of snippets. */
  readonly body: string;
}
