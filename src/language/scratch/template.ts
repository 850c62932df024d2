/** Makes of a request a tree with its variables filled in, save those whose values come from outside of the file. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { RequestTemplate, TemplateElement, TemplateText } from '../../shared/requestTemplate.ts';
import { isNil, xsiTypeOf } from '../schema/xsiType.ts';
import { unescapeXml } from '../subject/elements.ts';
import { childElements, localName, type TextRange, type XmlElementNode } from '../xml/node.ts';
import type { FileVariable, ScratchFile, ScratchRequest } from './model.ts';
import { messageOf } from './parse.ts';
import { unknownMessage } from './resolve.ts';
import { systemVariable, type SystemContext } from './systemVariables.ts';
import { findUses } from './variables.ts';

export type TemplateResult =
  | { readonly template: RequestTemplate }
  | { readonly problem: { readonly message: string; readonly range: TextRange } };

/** What these stand for must not be in a text that people pass on. */
const secretive = /^\$(?:processEnv|dotenv)\b/;

/** Variables that need each other end here, unresolved. */
const deepest = 20;

export function templateOf(
  file: ScratchFile,
  request: ScratchRequest,
  catalogue: Catalogue,
  context: SystemContext,
): TemplateResult {
  const broken = file.problems.find(
    ({ range, severity }) =>
      severity === 'error' && range.start >= request.range.start && range.end <= request.range.end,
  );
  if (broken !== undefined) return { problem: broken };
  const message = request.root === undefined ? undefined : messageOf(request.root);
  if (message === undefined) {
    return { problem: { message: 'There is no request here to copy.', range: request.range } };
  }
  const operation = catalogue.operationOfRequest(localName(message.name))?.name;
  if (operation === undefined) return { problem: unknownMessage(message, catalogue) };
  const title = [request.title, request.name ?? ''].find((text) => text !== '') ?? operation;
  const read = new Reader(file.variables, context);
  return { template: { operation, title, message: read.element(message) } };
}

class Reader {
  private readonly variables: ReadonlyMap<string, FileVariable>;
  private readonly context: SystemContext;

  constructor(variables: readonly FileVariable[], context: SystemContext) {
    this.variables = new Map(variables.map((variable) => [variable.name, variable]));
    this.context = context;
  }

  element(node: XmlElementNode): TemplateElement {
    const type = xsiTypeOf(node)?.name;
    const children = childElements(node).map((child) => this.element(child));
    const text = children.length === 0 ? joined(this.text(node)) : [];
    return {
      name: localName(node.name),
      ...(type === undefined || type === '' ? {} : { type }),
      ...(isNil(node) ? { nil: true } : {}),
      ...(text.length === 0 ? {} : { text }),
      children,
    };
  }

  private text(node: XmlElementNode): TemplateText[] {
    return node.children.flatMap((child) => {
      if (child.kind === 'text') return this.filled(child.text, unescapeXml);
      return child.kind === 'cdata' ? [child.text.slice('<![CDATA['.length, -']]>'.length)] : [];
    });
  }

  /** @param literal makes of what is written what is meant: in XML references are resolved, in a variable nothing is. */
  private filled(text: string, literal: (raw: string) => string, depth = 0): TemplateText[] {
    const pieces: TemplateText[] = [];
    let from = 0;
    for (const { expression, range } of findUses(text)) {
      pieces.push(literal(text.slice(from, range.start)), ...this.value(expression, depth));
      from = range.end;
    }
    return [...pieces, literal(text.slice(from))];
  }

  private value(expression: string, depth: number): readonly TemplateText[] {
    const variable = this.variables.get(expression);
    if (variable !== undefined && depth < deepest)
      return this.filled(variable.value, (raw) => raw, depth + 1);
    if (!expression.startsWith('$') || secretive.test(expression)) return [{ variable: expression }];
    const system = systemVariable(expression, this.context);
    return 'value' in system ? [system.value] : [{ variable: expression }];
  }
}

/** Neighbouring texts as one, empty ones left out, and no blanks around it all. */
function joined(pieces: readonly TemplateText[]): TemplateText[] {
  const result: TemplateText[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece;
    else if (piece !== '') result.push(piece);
  }
  return result.length === 1 && typeof result[0] === 'string' && result[0].trim() === '' ? [] : result;
}
