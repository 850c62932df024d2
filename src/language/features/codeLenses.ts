/** The line above each request: run it, or look at it in other ways, with where it will run. */
import { CodeLensRefreshRequest, type CodeLens } from 'vscode-languageserver/node';
import type { Catalogue } from '../../catalogue/index.ts';
import { commandIds, type RequestPlace } from '../../shared/contributions.ts';
import { queuedMethods } from '../schema/target.ts';
import { messageOf } from '../scratch/parse.ts';
import type { ScratchRequest } from '../scratch/model.ts';
import type { OpenFile } from '../server/openFile.ts';
import type { Feature, Server } from '../server/server.ts';
import type { Steps } from '../steps.ts';
import { localName, type TextRange } from '../xml/node.ts';

/** What can be done with a request. One row each. */
interface LensKind {
  readonly command: string;
  /** @param where " in Northwind · UK"; empty when not connected. */
  readonly title: (where: string) => string;
  /** Methods that it is for; all of them when left out. */
  readonly methods?: ReadonlySet<string>;
}

const kinds: readonly LensKind[] = [
  { command: 'marketingCloud.runRequest', title: (where) => `$(play) Run${where}` },
  { command: 'marketingCloud.runRequestAsync', title: () => 'Run async', methods: queuedMethods },
  { command: 'marketingCloud.previewEnvelope', title: () => 'Preview envelope' },
  { command: 'marketingCloud.copyAs', title: () => 'Copy as…' },
];

/** A lens whose command is not in the product would answer a click with an error. */
const known: ReadonlySet<string> = new Set<string>(commandIds);

export const codeLenses: Feature = {
  capabilities: { codeLensProvider: {} },
  register(server) {
    const { connection } = server;
    connection.onCodeLens(
      server.answer(
        [] as CodeLens[],
        async (open) => (await server.work(open, lensesInSteps(open, server))) ?? [],
      ),
    );
    server.onDidChangeKnowledge(() => connection.sendRequest(CodeLensRefreshRequest.type));
  },
};

/** One by one: a file may have ten thousand requests. */
function* lensesInSteps(open: OpenFile, { catalogue, connectionLabel }: Server): Steps<CodeLens[]> {
  const lenses: CodeLens[] = [];
  for (const request of open.file.requests) {
    for (const { title, command, range } of lensesOf(request, catalogue, connectionLabel)) {
      const place = open.rangeOf(range);
      const target: RequestPlace = { uri: open.uri, line: place.start.line };
      lenses.push({ range: place, command: { title, command, arguments: [target] } });
    }
    yield;
  }
  return lenses;
}

export interface Lens {
  readonly title: string;
  readonly command: string;
  /** Where the request's first element begins. */
  readonly range: TextRange;
}

/** @param label what the connection and business unit are called; undefined when not connected. */
export function lensesOf(request: ScratchRequest, catalogue: Catalogue, label: string | undefined): Lens[] {
  const { root } = request;
  const message = root === undefined ? undefined : messageOf(root);
  const name = message === undefined ? '' : localName(message.name);
  const method = catalogue.operationOfRequest(name)?.name;
  if (root === undefined || method === undefined) return [];
  const range = { start: root.range.start, end: root.nameRange.end };
  const where = placeOf(request, label);
  return kinds
    .filter(({ command, methods }) => known.has(command) && methods?.has(method) !== false)
    .map(({ command, title }) => ({ command, title: title(where), range }));
}

/** Where the request will run: where its directives say, else where the window works. */
function placeOf({ directives }: ScratchRequest, label: string | undefined): string {
  const value = (name: string): string | undefined =>
    directives.find((directive) => directive.name === name)?.value;
  const unit = value('bu');
  const place = [
    value('connection') ?? (unit === undefined || unit === 'all' ? label : label?.split(' · ')[0]),
    ...(unit === undefined ? [] : [unit === 'all' ? 'all business units' : `MID ${unit}`]),
  ].filter((part) => part !== undefined);
  return place.length === 0 ? '' : ` in ${place.join(' · ')}`;
}
