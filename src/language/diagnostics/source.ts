/** The agreement between the server and whatever finds something in a scratch file. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { LiveFacts } from '../facts.ts';
import type { LintSettings } from '../rules/settings.ts';
import type { ScratchFile } from '../scratch/model.ts';
import type { VariableContext } from '../scratch/variables.ts';
import type { Finding } from './finding.ts';

/** What findings are made from. */
export interface Inspection {
  readonly file: ScratchFile;
  readonly catalogue: Catalogue;
  readonly context: VariableContext;
  /** What is known of the org that is connected. */
  readonly facts: LiveFacts;
  /** How the lint rules are to be shown; as they are by themselves when left out. */
  readonly lint?: LintSettings;
}

/** Looks for one kind of thing. Pure, and never throws, whatever the text. */
export type DiagnosticsSource = (inspection: Inspection) => Iterable<Finding>;
