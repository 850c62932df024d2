/** The smallest element that the schema accepts: what it requires, and nothing in it. */
import type { Catalogue, ElementDeclaration } from '../../catalogue/index.ts';
import { isComplex } from './typedTree.ts';

/** Deep enough for every type that there is; a type that requires itself would never end. */
const deepest = 4;

/** @param prefix of every name, with its colon; empty when there is none. */
export function skeleton(
  declaration: ElementDeclaration,
  catalogue: Catalogue,
  prefix = '',
  depth = 0,
): string {
  const name = `${prefix}${declaration.name}`;
  const required = requiredIn(declaration.type, catalogue);
  if (required.length > 0 && depth < deepest) {
    const content = required.map((child) => skeleton(child, catalogue, prefix, depth + 1));
    return `<${name}>${content.join('')}</${name}>`;
  }
  return isComplex(declaration.type, catalogue) ? `<${name}/>` : `<${name}></${name}>`;
}

/** The elements that a type cannot be without. */
export function requiredIn(type: string, catalogue: Catalogue): readonly ElementDeclaration[] {
  return catalogue.elementsOf(type).filter(({ min, default: preset }) => min === 1 && preset === undefined);
}
