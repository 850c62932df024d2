/** The agreement between the server and whatever finds something in a scratch file. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { LiveFacts } from '../facts.ts';
import type { Asking } from '../rules/asking.ts';
import type { LintSettings } from '../rules/settings.ts';
import type { ScratchFile, ScratchRequest } from '../scratch/model.ts';
import type { VariableContext } from '../scratch/variables.ts';
import type { Steps } from '../steps.ts';
import type { Requests } from '../subject/requests.ts';
import type { Subject } from '../subject/subject.ts';
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

/** Looks for one kind of thing in a file. Pure, and never throws, whatever the text. */
export type FileSource = (inspection: Inspection, requests: Requests) => Steps<readonly Finding[]>;

/** One request, and what is known beside it. */
export interface RequestInspection {
  readonly request: ScratchRequest;
  readonly text: string;
  readonly catalogue: Catalogue;
  readonly lint: LintSettings;
  /** Undefined for what is no request of the API. */
  readonly subject: Subject | undefined;
  /** What the org and the other requests of the file say. */
  readonly known: Asking;
}

/**
 * Looks for one kind of thing in one request, and at nothing else but what it asks: what it finds is kept until the
 * request, or an answer, changes. Pure, and never throws, whatever the text.
 */
export type RequestSource = (inspection: RequestInspection) => Steps<readonly Finding[]>;
