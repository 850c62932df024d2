/** What a lint rule is: one row of the table in `index.ts`, one file beside it, one page in `docs/rules`. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { Finding, Severity } from '../diagnostics/finding.ts';
import type { LiveFacts } from '../facts.ts';
import type { Requests } from '../subject/requests.ts';
import type { Subject } from '../subject/subject.ts';

export interface Rule {
  /** In lower case with hyphens; also the name of its page. */
  readonly code: string;
  /** Rows of the vendor's best practices that it stands for, e.g. `B9`. */
  readonly rows: readonly string[];
  /** What it asks for, in one line. */
  readonly title: string;
  /** How a finding is shown unless the person's settings say otherwise. */
  readonly severity: Severity;
  /** Looks at one request. Pure, and never throws, whatever was written. */
  readonly check: (subject: Subject, context: RuleContext) => Iterable<RuleFinding>;
}

/** What a rule knows beside the request itself. */
export interface RuleContext {
  readonly catalogue: Catalogue;
  /** Of the org in which the request would run; a rule says nothing of what is not known. */
  readonly facts: LiveFacts;
  /** Every request of the file, this one included. */
  readonly requests: Requests;
}

/** A finding as a rule makes it: code, severity and page are the same for all that it finds. */
export type RuleFinding = Pick<Finding, 'message' | 'range' | 'tag' | 'fixes'>;
