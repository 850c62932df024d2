/** What a lint rule is: one row of the table in `index.ts`, one file beside it, one page in `docs/rules`. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { Finding, Severity } from '../diagnostics/finding.ts';
import type { LiveFacts } from '../facts.ts';
import type { Steps } from '../steps.ts';
import type { NamedObjects, Requests } from '../subject/requests.ts';
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
  /**
   * Looks at one part of a request: an object that it acts on, or all that stands around those. Most rules need no
   * more, and what has not changed since it was looked at is not looked at again. Pure like the others, and like
   * them it never throws, whatever was written.
   */
  readonly checkPart?: (part: Subject, context: RuleContext) => Iterable<RuleFinding>;
  /** Looks at one request as a whole. */
  readonly check?: (subject: Subject, context: RuleContext) => Iterable<RuleFinding>;
  /** Looks at all requests of a file together, in steps: there may be ten thousand. */
  readonly checkFile?: (requests: Requests) => Steps<readonly RuleFinding[]>;
}

/** What a rule knows beside the request itself. */
export interface RuleContext {
  readonly catalogue: Catalogue;
  /** Of the org in which the request would run; a rule says nothing of what is not known. */
  readonly facts: LiveFacts;
  /** The objects of all requests of the file. */
  readonly requests: NamedObjects;
}

/** A finding as a rule makes it: code, severity and page are the same for all that it finds. */
export type RuleFinding = Pick<Finding, 'message' | 'range' | 'tag' | 'fixes'>;
