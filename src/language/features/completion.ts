/** Completion, in the words of the protocol. */
import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type CompletionParams,
  type Range,
} from 'vscode-languageserver/node';
import { complete } from '../completion/complete.ts';
import type { Offer, OfferKind } from '../completion/offer.ts';
import { lineStart } from '../lines.ts';
import type { Feature } from '../server/server.ts';

const kinds: Readonly<Record<OfferKind, CompletionItemKind>> = {
  element: CompletionItemKind.Field,
  message: CompletionItemKind.Method,
  type: CompletionItemKind.Class,
  value: CompletionItemKind.EnumMember,
  object: CompletionItemKind.Class,
  property: CompletionItemKind.Property,
  column: CompletionItemKind.Property,
  key: CompletionItemKind.Reference,
  closing: CompletionItemKind.Text,
  directive: CompletionItemKind.Keyword,
  variable: CompletionItemKind.Variable,
  attribute: CompletionItemKind.Property,
  snippet: CompletionItemKind.Snippet,
};

export const completion: Feature = {
  capabilities: {
    completionProvider: { triggerCharacters: ['<', '/', '"', "'", '@', '{', '$', '>', '[', ' '] },
  },
  register(server) {
    server.connection.onCompletion(
      server.answerAt([] as CompletionItem[], (inspection, open, { position, context }: CompletionParams) => {
        const offset = open.offsetAt(position);
        // A blank begins an attribute, or the value of a directive; in text it means nothing.
        if (context?.triggerCharacter === ' ' && !isAfterName(open.text, offset)) return [];
        const found = complete(inspection, offset, context?.triggerCharacter);
        if (found === undefined) return [];
        const range = open.rangeOf(found.range);
        return found.offers.map((offer, index) => itemOf(offer, index, range));
      }),
    );
  },
};

function isAfterName(text: string, offset: number): boolean {
  const line = text.slice(lineStart(text, offset), offset);
  return /<[^<>]*\s$|^\s*(?:#|\/\/)\s*@[\w-]+ $/.test(line);
}

function itemOf(offer: Offer, index: number, range: Range): CompletionItem {
  const { label, kind, newText, isSnippet, detail, about, rank = 1 } = offer;
  return {
    label,
    kind: kinds[kind],
    textEdit: { range, newText },
    sortText: `${String(rank)}${String(index).padStart(5, '0')}`,
    filterText: offer.filter ?? label,
    ...(isSnippet === true ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(about === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: about } }),
    ...(offer.deprecated === true ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(offer.goesOn === true
      ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }
      : {}),
  };
}
