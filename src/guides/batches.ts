/** Divides objects over requests: at most fifty in a synchronous call (best-practices row B9). */
import * as l10n from '@vscode/l10n';
import type { GuideRequest } from './guide.ts';
import { of, typed, type Xml } from './xml.ts';

const objectsPerCall = 50;

/** What a request is called, and what is said about it beside its body. */
export type Naming = Pick<GuideRequest, 'title' | 'name' | 'directives'>;

/** Adds what is not there and changes what is. */
const updateAdd = of('SaveOptions', [
  of('SaveOption', [of('PropertyName', '*'), of('SaveAction', 'UpdateAdd')]),
]);

/** One Update that adds for each fifty objects, named alike and numbered. */
export function upserts(
  naming: Naming,
  type: string,
  objects: readonly (readonly Xml[])[],
): readonly GuideRequest[] {
  const count = Math.ceil(objects.length / objectsPerCall);
  return Array.from({ length: count }, (_, index) => {
    const part = objects.slice(index * objectsPerCall, (index + 1) * objectsPerCall);
    const number = count === 1 ? '' : String(index + 1);
    return {
      ...naming,
      title: count === 1 ? naming.title : l10n.t('{0} ({1} of {2})', naming.title, number, count),
      name: `${naming.name}${number}`,
      body: of('UpdateRequest', [
        of('Options', [updateAdd]),
        ...part.map((content) => typed('Objects', type, content)),
      ]),
    };
  });
}

/** A Create of one object. */
export function create(naming: Naming, type: string, content: readonly Xml[]): GuideRequest {
  return { ...naming, body: of('CreateRequest', [of('Options'), typed('Objects', type, content)]) };
}

/** An Update of one object. */
export function change(naming: Naming, type: string, content: readonly Xml[]): GuideRequest {
  return { ...naming, body: of('UpdateRequest', [of('Options'), typed('Objects', type, content)]) };
}
