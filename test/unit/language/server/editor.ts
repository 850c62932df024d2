/** An editor that talks to the language server's features over the protocol, within this process. */
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocuments,
  type Diagnostic,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { features } from '../../../../src/language/server/features.ts';
import type { OpenFile } from '../../../../src/language/server/openFile.ts';
import { Server } from '../../../../src/language/server/server.ts';
import { variablesMethod } from '../../../../src/shared/variableMessages.ts';

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

export class Editor {
  readonly server: Server;
  readonly connection: ProtocolConnection;
  /** What the server has told so far. */
  readonly published: Published[] = [];
  private readonly heard = new Set<() => void>();

  constructor() {
    const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
    const connection = createConnection(toServer, toEditor);
    const documents = new TextDocuments(TextDocument);
    this.server = new Server(connection, documents);
    for (const feature of features) feature.register(this.server);
    connection.onInitialize(() => ({ capabilities: {} }));
    documents.listen(connection);
    connection.listen();
    this.connection = createProtocolConnection(
      new StreamMessageReader(toEditor),
      new StreamMessageWriter(toServer),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: Published) => {
      this.published.push(params);
      for (const look of this.heard) look();
    });
    // Nobody has settings, an org or lenses here.
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/configuration', () => [null]);
    this.connection.onRequest(variablesMethod, () => null);
    for (const refresh of ['codeLens', 'inlayHint', 'semanticTokens']) {
      this.connection.onRequest(`workspace/${refresh}/refresh`, () => null);
    }
    this.connection.listen();
  }

  async start(): Promise<void> {
    await this.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await this.connection.sendNotification('initialized', {});
  }

  async open(uri: string, text: string): Promise<void> {
    const textDocument = { uri, languageId: 'mcsoap', version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** The file as the server has it, as soon as it has this text. */
  async opened(uri: string, text: string): Promise<OpenFile> {
    for (;;) {
      const file = this.server.fileAt(uri);
      if (file?.text === text) return file;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Asks for something of a file. */
  ask<Answer>(feature: string, uri: string, params: object = {}): Promise<Answer> {
    return this.connection.sendRequest(`textDocument/${feature}`, { textDocument: { uri }, ...params });
  }

  /** What the server tells of a file, as soon as it is as wanted. */
  async told(isWanted: (published: Published) => boolean): Promise<Published> {
    for (;;) {
      const found = this.published.find(isWanted);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        const look = (): void => {
          this.heard.delete(look);
          resolve();
        };
        this.heard.add(look);
      });
    }
  }

  dispose(): void {
    this.connection.dispose();
    this.server.connection.dispose();
  }
}
