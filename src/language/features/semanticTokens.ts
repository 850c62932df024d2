/** Colours for what the grammar cannot know: what a text means by its place in the schema. */
import {
  SemanticTokensBuilder,
  SemanticTokenModifiers,
  SemanticTokenTypes,
  type SemanticTokens,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver/node';
import type { Catalogue } from '../../catalogue/index.ts';
import { occurrencesIn } from '../names/occurrences.ts';
import type { ScratchFile } from '../scratch/model.ts';
import { hasVariable, textOf } from '../schema/textOf.ts';
import { typedChild, typedMessage, type TypedElement } from '../schema/typedTree.ts';
import { xsiTypeOf } from '../schema/xsiType.ts';
import type { OpenFile } from '../server/openFile.ts';
import type { Feature } from '../server/server.ts';
import { childElements, localName, touches, type TextRange } from '../xml/node.ts';

const types = [
  SemanticTokenTypes.class,
  SemanticTokenTypes.property,
  SemanticTokenTypes.enumMember,
  SemanticTokenTypes.number,
  // The default themes have no colour for a variable, but for a parameter, which these are to a request.
  SemanticTokenTypes.parameter,
  SemanticTokenTypes.function,
] as const;

export interface Token {
  readonly range: TextRange;
  readonly type: (typeof types)[number];
  readonly isDeprecated?: boolean;
}

export const semanticTokens: Feature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...types], tokenModifiers: [SemanticTokenModifiers.deprecated] },
      // What is not on the screen needs no colours, and a file may have a hundred thousand of them.
      full: false,
      range: true,
    },
  },
  register(server) {
    const { connection } = server;
    const none: SemanticTokens = { data: [] };
    connection.languages.semanticTokens.onRange(
      server.answer(none, (open, { range }: SemanticTokensRangeParams) =>
        encode(open, tokensOf(open.file, server.catalogue, open.offsetsOf(range))),
      ),
    );
  },
};

/** Those that touch a part of the text, in its order; none spans two lines. */
export function tokensOf(file: ScratchFile, catalogue: Catalogue, part: TextRange): Token[] {
  const names = occurrencesIn(file, part).map(({ kind, range }): Token => ({
    range,
    type: kind === 'variable' ? SemanticTokenTypes.parameter : SemanticTokenTypes.function,
  }));
  const values = file.requests
    .filter(({ range }) => touches(range, part))
    .flatMap((request) => {
      const message = typedMessage(request, catalogue);
      return message === undefined ? [] : [...tokensIn(message, catalogue, part)];
    });
  return [...names, ...values]
    .filter(({ range }) => range.end > range.start && touches(range, part))
    .filter(({ range }) => !file.text.slice(range.start, range.end).includes('\n'))
    .sort((a, b) => a.range.start - b.range.start);
}

function* tokensIn(element: TypedElement, catalogue: Catalogue, part: TextRange): Generator<Token> {
  yield* elementTokens(element, catalogue);
  for (const node of childElements(element.node)) {
    if (touches(node.range, part)) yield* tokensIn(typedChild(element, node, catalogue), catalogue, part);
  }
}

function elementTokens(element: TypedElement, catalogue: Catalogue): Token[] {
  const { node, declaration } = element;
  const tokens: Token[] = [];
  if (declaration?.deprecated === true) {
    tokens.push({ range: node.nameRange, type: SemanticTokenTypes.property, isDeprecated: true });
  }
  const said = node.attributes.length === 0 ? undefined : xsiTypeOf(node);
  if (said !== undefined && !hasVariable(said.attribute.value)) {
    tokens.push({ range: said.attribute.valueRange, type: SemanticTokenTypes.class });
  }
  const type = valueType(element, catalogue);
  if (type === undefined) return tokens;
  const text = textOf(node);
  const value = text.trim();
  const [only] = node.children;
  if (value === '' || hasVariable(text) || node.children.length !== 1 || only?.kind !== 'text') return tokens;
  const start = only.range.start + text.indexOf(value);
  return [...tokens, { range: { start, end: start + value.length }, type }];
}

/** What the text of an element is; undefined for plain text. */
function valueType({ node, type, parent }: TypedElement, catalogue: Catalogue): Token['type'] | undefined {
  if (type === undefined) return undefined;
  if (type === 'xs:boolean' || catalogue.enumeration(type) !== undefined)
    return SemanticTokenTypes.enumMember;
  if (/^xs:(?:int|long|short|byte|integer|double)$/.test(type)) return SemanticTokenTypes.number;
  const name = localName(node.name);
  if (name === 'ObjectType') return SemanticTokenTypes.class;
  const isProperty = name === 'Properties' || (name === 'Property' && parent?.type === 'SimpleFilterPart');
  return isProperty && type === 'xs:string' ? SemanticTokenTypes.property : undefined;
}

function encode(open: OpenFile, tokens: readonly Token[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { range, type, isDeprecated } of tokens) {
    const { line, character } = open.positionAt(range.start);
    builder.push(
      line,
      character,
      range.end - range.start,
      types.indexOf(type),
      isDeprecated === true ? 1 : 0,
    );
  }
  return builder.build();
}
