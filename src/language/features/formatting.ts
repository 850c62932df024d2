/** Formatting of a file, of a part of it, and while typing. */
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  FormattingOptions,
  TextEdit,
} from 'vscode-languageserver/node';
import type { Edit } from '../diagnostics/finding.ts';
import { formatFile, type Layout } from '../format/formatFile.ts';
import { formatTyped } from '../format/formatTyped.ts';
import type { OpenFile } from '../server/openFile.ts';
import type { Feature } from '../server/server.ts';

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
        toTextEdits(open, formatFile(open.file, layoutOf(options))),
      ),
    );
    connection.onDocumentRangeFormatting(
      server.answer([] as TextEdit[], (open, { options, range }: DocumentRangeFormattingParams) => {
        const { start, end } = open.offsetsOf(range);
        const edits = formatFile(open.file, layoutOf(options));
        return toTextEdits(
          open,
          edits.filter((edit) => edit.range.start < end && edit.range.end >= start),
        );
      }),
    );
    connection.onDocumentOnTypeFormatting(
      server.answer([] as TextEdit[], (open, { options, position, ch }: DocumentOnTypeFormattingParams) =>
        toTextEdits(open, formatTyped(open.file, open.offsetAt(position), ch, layoutOf(options))),
      ),
    );
  },
};

function layoutOf({ insertSpaces, tabSize }: FormattingOptions): Layout {
  return { step: insertSpaces ? ' '.repeat(tabSize) : '\t' };
}

function toTextEdits(open: OpenFile, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ range, newText }) => ({ range: open.rangeOf(range), newText }));
}
