/** Formatting of a file, of a part of it, and while typing. */
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  FormattingOptions,
  TextEdit,
} from 'vscode-languageserver/node';
import type { Edit } from '../diagnostics/finding.ts';
import { formatInSteps, type Layout } from '../format/formatFile.ts';
import { formatTyped } from '../format/formatTyped.ts';
import type { OpenFile } from '../server/openFile.ts';
import type { Feature, Server } from '../server/server.ts';
import type { TextRange } from '../xml/node.ts';

export const formatting: Feature = {
  capabilities: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['>'] },
  },
  register(server) {
    const { connection } = server;
    connection.onDocumentFormatting(
      server.answer([] as TextEdit[], (open, { options }: DocumentFormattingParams) =>
        format(server, open, options),
      ),
    );
    connection.onDocumentRangeFormatting(
      server.answer([] as TextEdit[], (open, { options, range }: DocumentRangeFormattingParams) =>
        format(server, open, options, open.offsetsOf(range)),
      ),
    );
    connection.onDocumentOnTypeFormatting(
      server.answer([] as TextEdit[], (open, { options, position, ch }: DocumentOnTypeFormattingParams) =>
        toTextEdits(open, formatTyped(open.file, open.offsetAt(position), ch, layoutOf(options))),
      ),
    );
  },
};

async function format(
  server: Server,
  open: OpenFile,
  options: FormattingOptions,
  part?: TextRange,
): Promise<TextEdit[]> {
  const edits = await server.work(open, formatInSteps(open.file, layoutOf(options), part));
  return toTextEdits(open, edits ?? []);
}

function layoutOf({ insertSpaces, tabSize }: FormattingOptions): Layout {
  return { step: insertSpaces ? ' '.repeat(tabSize) : '\t' };
}

function toTextEdits(open: OpenFile, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ range, newText }) => ({ range: open.rangeOf(range), newText }));
}
