/** What a guide is: the questions of one task of the workflow, and the requests that the answers make. Pure. */
import * as l10n from '@vscode/l10n';
import type { Xml } from './xml.ts';

/** The stages of a send, in their order; then whole sequences, and what enterprises and agencies have beside them. */
export const stages = {
  before: l10n.t('Before the send'),
  send: l10n.t('The send'),
  after: l10n.t('After the send'),
  whole: l10n.t('From start to end'),
  accounts: l10n.t('Accounts and users'),
} as const;
export type Stage = keyof typeof stages;

/** What can be picked from the org that is connected. The value of a pick is its key, or its ID where it says so. */
export type PickSource =
  | 'lists' // ID
  | 'groups' // ID
  | 'dataExtensions' // customer key
  | 'sendableDataExtensions' // ObjectID
  | 'fields' // name
  | 'emails' // ID
  | 'sendClassifications'
  | 'sendDefinitions'
  | 'triggeredSendDefinitions'
  | 'sends' // ID
  | 'publicationLists' // ID
  | 'fileLocations' // customer key
  | 'portfolio' // file name
  | 'businessUnits' // MID
  | 'users' // customer key
  | 'roles' // customer key
  | 'extractTypes' // ObjectID
  | 'extractParameters'; // name, of the extract type

interface QuestionBase {
  readonly key: string;
  /** A few words, above the field. */
  readonly title: string;
  /** What to give, below the field. */
  readonly prompt: string;
  /** Asked only when this holds of the answers so far. */
  readonly when?: (answers: Answers) => boolean;
}

export interface TextQuestion extends QuestionBase {
  readonly kind: 'text';
  readonly example?: string;
  /** What stands there at first. */
  readonly initial?: string | ((answers: Answers) => string);
  /** What the value comes to, told while it is typed. */
  readonly preview?: (value: string, answers: Answers) => string | undefined;
  /** What is wrong with it, given the answers before it; undefined when it is right. */
  readonly check: (value: string, answers: Answers) => string | undefined;
}

/** The text of a file that the person chooses. */
export interface FileQuestion extends QuestionBase {
  readonly kind: 'file';
  /**
   * Of a large file the beginning is enough. The answers `KEY.name` and `KEY.bytes` say what file it is.
   */
  readonly reads?: 'beginning';
  readonly check: TextQuestion['check'];
}

export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice';
  readonly choices: readonly Choice[] | ((answers: Answers) => readonly Choice[]);
  /** Several can be chosen, or none. */
  readonly many?: boolean;
}

/** One or several of what the org has; typed by hand where it cannot be asked. */
export interface PickQuestion extends QuestionBase {
  readonly kind: 'pick';
  readonly from: PickSource;
  readonly many?: boolean;
  /** The question whose answer they belong to: fields to a data extension, parameters to an extract type. */
  readonly of?: string;
  /** Not asked where the org has only one of them. */
  readonly skipsOne?: boolean;
  /** Adds to what the org has, marks some of it, says something beside it. */
  readonly arrange?: (found: readonly Choice[], answers: Answers) => readonly Choice[];
}

export type Question = TextQuestion | FileQuestion | ChoiceQuestion | PickQuestion;

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  /** A second line. */
  readonly detail?: string;
  /** Chosen before the person chooses. */
  readonly isPicked?: boolean;
  /** Only to be read: it cannot be chosen. */
  readonly isInfo?: boolean;
}

/** Answers by the key of their question; several picks are joined by line breaks. */
export type Answers = Readonly<Record<string, string>>;

/** One request of the scratch file that a guide makes. */
export interface GuideRequest {
  /** After `###`. */
  readonly title: string;
  /** After `# @name`. */
  readonly name: string;
  /** Asked before it runs; for what cannot be taken back. */
  readonly note?: string;
  /** Other directives, without their `# @`. */
  readonly directives?: readonly string[];
  readonly body: Xml;
}

export interface Guide {
  readonly stage: Stage;
  /** As in a menu: "Create a List". */
  readonly title: string;
  readonly description: string;
  readonly questions: readonly Question[];
  /** @param answers to all questions whose `when` holds, each right by its `check` */
  readonly build: (answers: Answers) => readonly GuideRequest[];
}
