/** What features have in common: the connection to the editor, the files that are open, and what is known. */
import { randomUUID } from 'node:crypto';
import {
  Emitter,
  type Connection,
  type Event,
  type ServerCapabilities,
  type TextDocumentPositionParams,
  type TextDocuments,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { shippedCatalogue, type Catalogue } from '../../catalogue/index.ts';
import { diagnoseInSteps } from '../diagnostics/diagnose.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { explained } from '../diagnostics/pages.ts';
import type { Inspection } from '../diagnostics/source.ts';
import { noFacts, type LiveFacts } from '../facts.ts';
import { inSlices, type Steps } from '../steps.ts';
import { defaultLintSettings, type LintSettings } from '../rules/settings.ts';
import type { ScratchFile } from '../scratch/model.ts';
import type { SystemContext } from '../scratch/systemVariables.ts';
import { variablesMethod, type OutsideVariables } from '../../shared/variableMessages.ts';
import { KnownVariables } from './knownVariables.ts';
import { OpenFile } from './openFile.ts';

/** A capability of the server: what it tells the editor that it can do, and how it does it. */
export interface Feature {
  readonly capabilities?: ServerCapabilities;
  register(server: Server): void;
}

export class Server {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  /** Fired when something beside the text has changed that findings or lenses are made from. */
  readonly onDidChangeKnowledge: Event<void>;
  catalogue: Catalogue = shippedCatalogue;
  facts: LiveFacts = noFacts;
  lint: LintSettings = defaultLintSettings;
  /** What the connection is called; undefined when there is none. */
  connectionLabel: string | undefined;

  /** Variables that files can use without defining them. */
  readonly variables: KnownVariables;

  private readonly knowledge = new Emitter<void>();
  private readonly files = new WeakMap<TextDocument, OpenFile>();
  private found = new WeakMap<OpenFile, Promise<readonly Finding[] | undefined>>();

  constructor(connection: Connection, documents: TextDocuments<TextDocument>) {
    this.connection = connection;
    this.documents = documents;
    this.onDidChangeKnowledge = this.knowledge.event;
    this.variables = new KnownVariables({
      ask: (uri) => connection.sendRequest<OutsideVariables | null>(variablesMethod, { uri }),
      changed: () => this.knowledgeChanged(),
    });
  }

  /** An open file in its present version; undefined for one that is not open. */
  fileAt(uri: string): OpenFile | undefined {
    const document = this.documents.get(uri);
    if (document === undefined) return undefined;
    const known = this.files.get(document);
    if (known?.version === document.version) return known;
    const file = new OpenFile(document, known?.lastRead);
    this.files.set(document, file);
    return file;
  }

  /** The handler of a request about a file; one that is not open, or is too large, gets the empty answer. */
  answer<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
    empty: Result,
    make: (file: OpenFile, params: Params) => Result | Promise<Result>,
  ): (params: Params) => Promise<Result> {
    return async (params) => {
      const { uri } = params.textDocument;
      for (let file = this.fileAt(uri); file !== undefined && !file.isTooLarge; file = this.fileAt(uri)) {
        if (file.isRead) return make(file, params);
        await file.read(() => this.isPresent(file));
      }
      return empty;
    };
  }

  /**
   * The handler of a request about a place in a file. It does not wait until a file that has just been opened is read:
   * where the request around the place is enough, it is answered by that.
   */
  answerAt<Params extends TextDocumentPositionParams, Result>(
    empty: Result,
    make: (inspection: Inspection, file: OpenFile, params: Params) => Result,
  ): (params: Params) => Promise<Result> {
    const whenRead = this.answer(empty, (file, params: Params) => make(this.inspection(file), file, params));
    return async (params) => {
      const file = this.fileAt(params.textDocument.uri);
      const around = file?.around(params.position);
      if (file === undefined || around === undefined) return whenRead(params);
      return make(this.inspection(file, around), file, params);
    };
  }

  /** Does work on a file in slices, between which others have their turn; undefined when the file changed meanwhile. */
  work<Result>(file: OpenFile, steps: Steps<Result>): Promise<Result | undefined> {
    return inSlices(steps, () => this.isPresent(file));
  }

  /** False for a version of a file that is no longer the last, and for a file that was closed, were it open again. */
  isPresent(file: OpenFile): boolean {
    return this.fileAt(file.uri) === file;
  }

  /** What findings and offers are made from. @param file what is known of it; all of it, when left out */
  inspection(open: OpenFile, file: ScratchFile = open.file): Inspection {
    const context = { ...systemContext(), ...this.variables.contextOf(open.uri) };
    return { file, catalogue: this.catalogue, context, facts: this.facts, lint: this.lint };
  }

  /**
   * The findings of a file; made once for each version, and anew when more is known. Undefined when the file changed
   * meanwhile.
   */
  async findings(file: OpenFile): Promise<readonly Finding[] | undefined> {
    while (this.isPresent(file)) {
      const finding = this.found.get(file) ?? this.find(file);
      this.found.set(file, finding);
      const found = await finding;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private async find(file: OpenFile): Promise<readonly Finding[] | undefined> {
    if (file.isTooLarge) return [explained(tooLarge(file), this.lint.pages)];
    const { found } = this;
    const isWanted = (): boolean => this.found === found && this.isPresent(file);
    await file.read(isWanted);
    return isWanted() ? inSlices(diagnoseInSteps(this.inspection(file)), isWanted) : undefined;
  }

  /** To be called after anything that findings or lenses are made from has changed, beside the text. */
  knowledgeChanged(): void {
    this.found = new WeakMap();
    this.knowledge.fire();
  }
}

/** Says why a file is not checked. */
function tooLarge({ text }: OpenFile): Finding {
  const end = text.indexOf('\n');
  const size = (text.length / 1_000_000).toFixed(0);
  return {
    code: 'too-large',
    message: `This file has ${size} million characters, which is too large to be checked and completed while typing. It can be run.`,
    range: { start: 0, end: end === -1 ? 100 : Math.min(end, 100) },
    severity: 'information',
  };
}

/** What system variables are made from now. */
export function systemContext(account: { readonly mid?: number; readonly eid?: number } = {}): SystemContext {
  const { mid, eid } = account;
  return {
    now: Date.now(),
    guid: randomUUID,
    random: Math.random,
    ...(mid === undefined ? {} : { mid }),
    ...(eid === undefined ? {} : { eid }),
  };
}
