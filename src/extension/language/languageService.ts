/** The language server as the rest of the extension sees it: there when it is needed, whatever its state. */
import type * as vscode from 'vscode';
import type { LanguageServerOptions } from '../../shared/languageMessages.ts';
import type { TemplateAnswer, TemplateParams } from '../../shared/requestTemplate.ts';
import type { OutputLog } from '../log/outputLog.ts';
import {
  addScratchCompletion,
  whenScratchFileOpens,
  type RunningLanguageClient,
  type ServerQuestions,
} from './lazyLanguageClient.ts';
import { waitWithCompletion } from './waitingCompletion.ts';

interface Parts {
  /** Bundle of the server. */
  readonly serverFile: string;
  readonly options: () => LanguageServerOptions;
  readonly questions: ServerQuestions;
  readonly log: OutputLog;
}

export class LanguageService {
  private readonly parts: Parts;
  private readonly opening: vscode.Disposable;
  private client: Promise<RunningLanguageClient> | undefined;
  private label: string | undefined;

  constructor(parts: Parts) {
    this.parts = parts;
    this.opening = whenScratchFileOpens(() => {
      this.running().catch((error: unknown) =>
        parts.log.warn(`The language server did not start: ${String(error)}`),
      );
    });
  }

  /** The request at a place as a tree, with what comes from outside of the file left open. */
  async template(params: TemplateParams): Promise<TemplateAnswer> {
    return (await this.running()).template(params);
  }

  /** Says what the connection is called, for code lenses. */
  async setConnectionLabel(label: string | undefined): Promise<void> {
    this.label = label;
    await (await this.client)?.connectionLabelChanged();
  }

  /** Says that other variables are there now. */
  async variablesChanged(): Promise<void> {
    await (await this.client)?.variablesChanged();
  }

  /** Starts the server anew where it was started, with a catalogue that was refreshed. */
  async refresh(): Promise<void> {
    if (this.client !== undefined) await this.restart();
  }

  /** Starts the server anew, whatever has become of it. */
  async restart(): Promise<void> {
    const old = this.client;
    this.client = undefined;
    // One that did not start, or has stopped, may refuse to be stopped; it is no longer of interest.
    await old?.then((client) => client.dispose()).catch(() => undefined);
    await this.running();
  }

  async dispose(): Promise<void> {
    this.opening.dispose();
    await (await this.client)?.dispose();
  }

  private running(): Promise<RunningLanguageClient> {
    if (this.client === undefined) {
      this.client = this.start();
      // What failed is tried anew the next time.
      this.client.catch(() => (this.client = undefined));
      waitWithCompletion(addScratchCompletion, this.client);
    }
    return this.client;
  }

  private async start(): Promise<RunningLanguageClient> {
    const { startLanguageClient } = await import('./languageClient.ts');
    const restart = (): Promise<void> => this.restart();
    const connectionLabel = (): string | undefined => this.label;
    return startLanguageClient({ ...this.parts, connectionLabel, restart }, this.parts.options());
  }
}
