/** API objects that do not exist, that need a key, or that the method does not take. */
import type { Catalogue } from '../../../catalogue/index.ts';
import { didYouMean, nearest } from '../../schema/nearest.ts';
import { heldTargets, methodOf, namedTargets, type Target } from '../../schema/target.ts';
import { hasVariable } from '../../schema/textOf.ts';
import type { TypedElement } from '../../schema/typedTree.ts';
import type { Finding } from '../finding.ts';

/** The one object whose retrieve names what it is a row of. */
const keyed = 'DataExtensionObject';

export function* objectProblems(message: TypedElement, catalogue: Catalogue): Generator<Finding> {
  for (const target of namedTargets(message, catalogue)) {
    if (!hasVariable(target.objectType)) yield* namedProblems(target, message, catalogue);
  }
  for (const target of heldTargets(message, catalogue)) {
    if (!hasVariable(target.objectType)) yield* methodProblems(target, message, catalogue);
  }
}

function* namedProblems(target: Target, message: TypedElement, catalogue: Catalogue): Generator<Finding> {
  const { objectType, key, range } = target;
  const isKnown =
    catalogue.object(objectType) !== undefined || catalogue.complexType(objectType) !== undefined;
  if (!isKnown) {
    const meant = nearest(objectType, catalogue.objectNames);
    const place = { start: range.start, end: range.start + objectType.length };
    yield {
      code: 'unknown-object',
      message: `The catalogue has no object ${objectType}; names are case-sensitive.${didYouMean(meant)}`,
      range: place,
      severity: 'warning',
      fixes: () => meant.map((to) => ({ title: `Change to ${to}`, edits: [{ range: place, newText: to }] })),
    };
  } else if (objectType === keyed && key === undefined && methodOf(message, catalogue) === 'Retrieve') {
    yield {
      code: 'missing-key',
      message: `Rows are retrieved by the external key of their data extension: ${keyed}[KEY].`,
      range,
      severity: 'error',
    };
  } else {
    yield* methodProblems(target, message, catalogue);
  }
}

/** Only what is documented not to work: of much else, nobody has said. */
function* methodProblems(target: Target, message: TypedElement, catalogue: Catalogue): Generator<Finding> {
  const method = methodOf(message, catalogue);
  const fact = method === undefined ? undefined : catalogue.object(target.objectType)?.methods[method];
  if (method === undefined || fact?.supported !== false || fact.sureness !== 'documented') return;
  yield {
    code: 'unsuitable-object',
    message: `${method} does not take ${target.objectType}.`,
    range: target.range,
    severity: 'warning',
  };
}
