/** What is found in a scratch file: what is wrong or could be better, where, and the edits that would put it right. */
import type { TextRange } from '../xml/node.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Text that takes the place of a range; an empty range inserts. */
export interface Edit {
  readonly range: TextRange;
  readonly newText: string;
}

/** One way to put a finding right. */
export interface Fix {
  /** What it does, for the lightbulb: "Move Options to its place". */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** True when it cannot be wrong: it is offered first, and "fix all" applies it. At most one of a finding is. */
  readonly safe?: boolean;
}

export interface Finding {
  /** Kebab-case, unique among all kinds of findings. */
  readonly code: string;
  readonly message: string;
  readonly range: TextRange;
  readonly severity: Severity;
  /** Address of the page that explains the code. */
  readonly href?: string;
  /** Greyed out, or struck through. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Made only when somebody asks what can be done. */
  readonly fixes?: () => readonly Fix[];
}
