/** Properties that a retrieve asks for, or filters by, and that the object does not have or does not give. */
import type { Catalogue } from '../../../catalogue/index.ts';
import { didYouMean, nearest } from '../../schema/nearest.ts';
import { properName, retrievablePaths, standingOf } from '../../schema/paths.ts';
import { targetOf, type Target } from '../../schema/target.ts';
import { hasVariable, textOf } from '../../schema/textOf.ts';
import { typedChildren, typedElements, type TypedElement } from '../../schema/typedTree.ts';
import { localName } from '../../xml/node.ts';
import type { Finding } from '../finding.ts';

/** Objects whose properties are made by people: their names are known only to the org. */
const ownProperties: ReadonlySet<string> = new Set(['DataExtensionObject']);

export function* propertyProblems(message: TypedElement, catalogue: Catalogue): Generator<Finding> {
  const [request] = typedChildren(message, catalogue);
  if (request?.type !== 'RetrieveRequest') return;
  const children = typedChildren(request, catalogue);
  const named = children.find(({ node }) => localName(node.name) === 'ObjectType');
  const target = named === undefined ? undefined : targetOf(named);
  if (target === undefined || hasVariable(target.written) || ownProperties.has(target.objectType)) return;
  // Of what nobody has described, nothing can be said.
  if (catalogue.properties(target.objectType) === undefined) return;
  for (const child of children) {
    const name = localName(child.node.name);
    if (name === 'Properties') yield* problemOf(child, target, catalogue);
    // Subscribers are filtered by profile attributes too, whose names only the org knows.
    if (name === 'Filter' && target.objectType !== 'Subscriber')
      yield* filterProblems(child, target, catalogue);
  }
}

function* filterProblems(filter: TypedElement, target: Target, catalogue: Catalogue): Generator<Finding> {
  for (const element of typedElements(filter, catalogue)) {
    const isProperty =
      localName(element.node.name) === 'Property' && element.parent?.type === 'SimpleFilterPart';
    if (!isProperty) continue;
    const path = textOf(element.node).trim();
    if (catalogue.object(target.objectType)?.keys.includes(path) === true) continue;
    for (const finding of problemOf(element, target, catalogue)) {
      // Some objects are filtered by what they do not give.
      if (finding.code === 'unknown-property') yield finding;
    }
  }
}

function* problemOf(element: TypedElement, target: Target, catalogue: Catalogue): Generator<Finding> {
  const { objectType } = target;
  const text = textOf(element.node);
  const path = text.trim();
  if (path === '' || hasVariable(path)) return;
  const start = element.node.contentRange.start + text.indexOf(path);
  const range = { start, end: start + path.length };
  const standing = standingOf(objectType, path, catalogue);
  if (standing === 'hidden') {
    const note = catalogue.property(objectType, path)?.note;
    yield {
      code: 'hidden-property',
      message: `${path} of ${objectType} cannot be retrieved.${note === undefined ? '' : ` ${note}`}`,
      range,
      severity: 'warning',
    };
  }
  if (standing !== 'unknown') return;
  const proper = properName(objectType, path);
  const known = retrievablePaths(objectType, catalogue).map((fact) => fact.path);
  const names = known.length > 0 ? known : catalogue.elementsOf(objectType).map(({ name }) => name);
  const meant = proper === undefined ? nearest(path, names) : [proper];
  yield {
    code: 'unknown-property',
    message:
      proper === undefined
        ? `${objectType} has no property ${path}. The service rejects the whole request.${didYouMean(meant)}`
        : `The API’s name for ${path} of ${objectType} is ${proper}.`,
    range,
    severity: 'warning',
    fixes: () =>
      meant.map((to) => ({ title: `Change to ${to}`, edits: [{ range, newText: to }], safe: to === proper })),
  };
}
