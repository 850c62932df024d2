/** What is told of the thing that the pointer is on. */
import type { Catalogue } from '../../catalogue/index.ts';
import { fileNameAt } from '../../shared/fileNames.ts';
import type { Inspection } from '../diagnostics/source.ts';
import { directiveKinds } from '../scratch/directives.ts';
import { requestAt } from '../scratch/parse.ts';
import { targetAround } from '../schema/target.ts';
import { textOf } from '../schema/textOf.ts';
import { typedAt } from '../schema/typedAt.ts';
import type { TypedElement } from '../schema/typedTree.ts';
import { xsiTypeOf } from '../schema/xsiType.ts';
import { childElements, localName, type TextRange } from '../xml/node.ts';
import { aboutDate } from './dates.ts';
import { aboutElement, aboutMessage, aboutObject, aboutProperty } from './element.ts';
import { aboutVariable } from './variable.ts';

export interface HoverText {
  /** Markdown. */
  readonly text: string;
  readonly range: TextRange;
}

export function hoverAt(inspection: Inspection, offset: number): HoverText | undefined {
  const { file, catalogue } = inspection;
  const use = file.uses.find(({ range }) => holds(range, offset));
  if (use !== undefined) return { text: aboutVariable(use.expression, inspection), range: use.range };
  const outside = directiveHover(inspection, offset) ?? definitionHover(inspection, offset);
  if (outside !== undefined) return outside;
  const element = typedAt(file, offset, catalogue)?.element;
  return element === undefined ? undefined : elementHover(element, offset, inspection);
}

function holds(range: TextRange | undefined, offset: number): range is TextRange {
  return range !== undefined && offset >= range.start && offset <= range.end;
}

function directiveHover({ file }: Inspection, offset: number): HoverText | undefined {
  const directive = requestAt(file, offset)?.directives.find(({ nameRange }) => holds(nameRange, offset));
  const kind = directive === undefined ? undefined : directiveKinds.get(directive.name);
  if (directive === undefined || kind === undefined) return undefined;
  return {
    text: `**@${directive.name}** · ${kind.about}\n\n\`# ${kind.usage}\``,
    range: directive.nameRange,
  };
}

function definitionHover(inspection: Inspection, offset: number): HoverText | undefined {
  const variable = inspection.file.variables.find(({ nameRange }) => holds(nameRange, offset));
  if (variable === undefined) return undefined;
  return { text: aboutVariable(variable.name, inspection), range: variable.nameRange };
}

function elementHover(element: TypedElement, offset: number, inspection: Inspection): HoverText | undefined {
  const { node } = element;
  const { catalogue } = inspection;
  const tag = [node.nameRange, node.closeNameRange].find((range) => holds(range, offset));
  if (tag !== undefined) return tagHover(element, tag, catalogue);
  const said = xsiTypeOf(node);
  if (said !== undefined && holds(said.attribute.valueRange, offset)) {
    return toHover(aboutObject(said.name, catalogue), said.attribute.valueRange);
  }
  return holds(node.contentRange, offset) ? valueHover(element, inspection) : undefined;
}

function tagHover(
  { node, declaration, parent }: TypedElement,
  range: TextRange,
  catalogue: Catalogue,
): HoverText | undefined {
  if (parent === undefined) return toHover(aboutMessage(localName(node.name), catalogue), range);
  if (declaration === undefined || parent.type === undefined) return undefined;
  return { text: aboutElement(declaration, parent.type, catalogue), range };
}

/** What stands in an element as its text. */
function valueHover(element: TypedElement, { catalogue, context }: Inspection): HoverText | undefined {
  const { node, type } = element;
  const text = textOf(node);
  const value = text.trim();
  if (value === '') return undefined;
  const start = node.contentRange.start + text.indexOf(value);
  const range = { start, end: start + value.length };
  const name = localName(node.name);
  if (type === 'xs:dateTime' || name === 'DateValue') return toHover(aboutDate(value), range);
  if (name === 'Value' && isComparedWithDate(element, catalogue)) return toHover(aboutDate(value), range);
  if (name === 'ObjectType') return toHover(aboutObject(value.replace(/\[.*/s, ''), catalogue), range);
  if (name === 'FileSpec') {
    const file = fileNameAt(value, new Date(context.now));
    return toHover(file === undefined ? undefined : `Today this is \`${file}\`.`, range);
  }
  if (name !== 'Properties' && name !== 'Property') return undefined;
  const target = targetAround(element);
  return toHover(
    target === undefined ? undefined : aboutProperty(target.objectType, value, catalogue),
    range,
  );
}

/** True for the value of a filter whose property is a date, or is a column whose type nobody knows. */
function isComparedWithDate(element: TypedElement, catalogue: Catalogue): boolean {
  const { parent } = element;
  const target = targetAround(element);
  if (parent?.type !== 'SimpleFilterPart' || target === undefined) return false;
  const property = childElements(parent.node).find(({ name }) => localName(name) === 'Property');
  if (property === undefined) return false;
  const { objectType } = target;
  const path = textOf(property).trim();
  const type = catalogue.typeOfPath(objectType, path) ?? catalogue.property(objectType, path)?.dataType;
  return target.key !== undefined || type === 'xs:dateTime' || type === 'DateTime';
}

function toHover(text: string | undefined, range: TextRange): HoverText | undefined {
  return text === undefined ? undefined : { text, range };
}
