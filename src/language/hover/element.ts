/** What is known of an element, for a person. */
import type { Catalogue, ElementDeclaration } from '../../catalogue/index.ts';
import { meanings } from './meanings.ts';
import { methodsHolding, methodsTaking } from './methods.ts';
import { referencePage } from './reference.ts';

/** Markdown: type and cardinality, meaning, words, methods, reference. */
export function aboutElement(declaration: ElementDeclaration, owner: string, catalogue: Catalogue): string {
  const { name, type } = declaration;
  const parts = [
    `**${name}** · ${typeName(type, catalogue)} · ${cardinality(declaration)}`,
    meanings[`${owner}.${name}`] ?? meanings[`${owner.replace('/', '')}.${name}`] ?? meanings[name],
    propertyFacts(owner, name, catalogue),
    ...(declaration.deprecated ? ['Deprecated.'] : []),
    wordsOf(type, catalogue),
    methodsLine(owner, catalogue),
    ownerLine(owner, catalogue),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** What a message is for. */
export function aboutMessage(name: string, catalogue: Catalogue): string | undefined {
  const operation = catalogue.operationOfRequest(name);
  if (operation === undefined) return undefined;
  return `**${name}** · the message of the method ${operation.name}; the answer is \`${operation.response}\`.\n\n[Reference](${referencePage(operation.name)})`;
}

/** What is known of a property that a retrieve asks for, or filters by. */
export function aboutProperty(objectType: string, path: string, catalogue: Catalogue): string | undefined {
  const fact = catalogue.property(objectType, path);
  const type = fact?.dataType ?? catalogue.typeOfPath(objectType, path);
  if (type === undefined) return undefined;
  const name = path.slice(path.lastIndexOf('.') + 1);
  const parts = [
    `**${objectType}.${path}** · \`${type}\``,
    meanings[`${objectType}.${name}`] ?? meanings[name],
    propertyFacts(objectType, path, catalogue),
  ];
  return parts.filter((part) => part !== undefined).join('\n\n');
}

/** What an API object is, which methods take it, how it is found. */
export function aboutObject(name: string, catalogue: Catalogue): string | undefined {
  const facts = catalogue.object(name);
  if (facts === undefined) return undefined;
  const taken = methodsTaking(name, catalogue);
  const actions =
    facts.performActions.length === 0 ? '' : ` Perform actions: ${facts.performActions.join(', ')}.`;
  return [
    `**${name}** · ${facts.about}.`,
    ...(facts.keys.length === 0 ? [] : [`Found by ${facts.keys.join(', ')}.`]),
    ...(taken.length === 0 ? [] : [`Methods: ${taken.join(', ')}.${actions}`]),
    `[Reference](${referencePage(name)})`,
  ].join('\n\n');
}

function typeName(type: string, catalogue: Catalogue): string {
  if (type.includes('/')) return 'group of elements';
  if (type.startsWith('xs:')) return `\`${type.slice('xs:'.length)}\``;
  return catalogue.enumeration(type) === undefined ? `\`${type}\`` : `enumeration \`${type}\``;
}

function cardinality({ min, max, default: preset }: ElementDeclaration): string {
  const many = max > 1 ? (min === 1 ? 'one or more' : 'any number') : min === 1 ? 'required' : 'optional';
  return preset === undefined ? many : `${many}, ${preset} when left out`;
}

/** What Describe says of it, beyond the schema. */
function propertyFacts(owner: string, name: string, catalogue: Catalogue): string | undefined {
  const fact = catalogue.property(owner, name);
  if (fact === undefined) return undefined;
  const words = [
    ...(fact.maxLength === undefined ? [] : [`at most ${String(fact.maxLength)} characters`]),
    fact.retrievable ? 'can be retrieved' : 'cannot be retrieved',
    ...(fact.updatable ? ['can be updated'] : []),
  ];
  const sentence = `${words.join(', ')}.`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${fact.note === undefined ? '' : ` ${fact.note}`}`;
}

function wordsOf(type: string, catalogue: Catalogue): string | undefined {
  const words = catalogue.enumeration(type);
  if (words === undefined) return undefined;
  const shown = words.slice(0, 30).map((word) => `\`${word}\``);
  return `${shown.join(', ')}${words.length > shown.length ? ' …' : ''}`;
}

/** The methods that take the object that it is of, or whose message it is a part of. */
function methodsLine(owner: string, catalogue: Catalogue): string | undefined {
  const isObject = catalogue.isApiObject(owner);
  const methods = isObject ? methodsTaking(owner, catalogue) : methodsHolding(owner, catalogue);
  if (methods.length === 0) return undefined;
  return `${isObject ? `Methods that take ${owner}` : 'Methods'}: ${methods.join(', ')}.`;
}

function ownerLine(owner: string, catalogue: Catalogue): string | undefined {
  if (!catalogue.isApiObject(owner) || catalogue.object(owner) === undefined) return undefined;
  return `In [${owner}](${referencePage(owner)}).`;
}
