/** Turns a Marketing Cloud WSDL into the catalogue's schema data: facts only, none of its text. */
import type { ComplexType, ElementDeclaration, SchemaData } from '../model.ts';
import { printType } from '../notation.ts';
import { childrenNamed, parseXml, resolveName, type XmlNode } from './xmlNode.ts';

const xsd = 'http://www.w3.org/2001/XMLSchema';
const wsdl = 'http://schemas.xmlsoap.org/wsdl/';

/**
 * Reads a WSDL document.
 * @throws Error with a message for a person when it is not XML or not a WSDL with an embedded schema.
 */
export function readWsdl(text: string): SchemaData {
  const definitions = parseXml(text);
  if (definitions.namespace !== wsdl || definitions.name !== 'definitions') {
    throw new Error(`The document is not a WSDL: its root is "${definitions.name}".`);
  }
  const schema = childrenNamed(definitions, wsdl, 'types').flatMap((types) =>
    childrenNamed(types, xsd, 'schema'),
  )[0];
  if (schema === undefined) throw new Error('The WSDL has no schema inside.');
  return {
    targetNamespace: schema.attributes.get('targetNamespace') ?? '',
    types: Object.fromEntries(
      childrenNamed(schema, xsd, 'complexType').map((node) => [nameOf(node), print(nameOf(node), node)]),
    ),
    elements: Object.fromEntries(
      childrenNamed(schema, xsd, 'element').map((node) => [nameOf(node), globalElement(node)]),
    ),
    ...simpleTypes(schema),
    operations: operations(definitions),
  };
}

function nameOf(node: XmlNode): string {
  return node.attributes.get('name') ?? '';
}

function globalElement(node: XmlNode): string {
  const anonymous = childrenNamed(node, xsd, 'complexType')[0];
  const type = node.attributes.get('type');
  if (anonymous !== undefined) return print(`/${nameOf(node)}`, anonymous);
  return `=${type === undefined ? 'xs:anyType' : typeName(node, type)}`;
}

function print(name: string, node: XmlNode): string {
  const anonymous = new Map<string, ComplexType>();
  const type = complexType(name, node, anonymous);
  return printType(type, (nested) => anonymous.get(nested) ?? emptyType(nested));
}

function emptyType(name: string): ComplexType {
  return { name, abstract: false, open: false, elements: [] };
}

function complexType(name: string, node: XmlNode, anonymous: Map<string, ComplexType>): ComplexType {
  const extension = childrenNamed(node, xsd, 'complexContent').flatMap((content) =>
    childrenNamed(content, xsd, 'extension'),
  )[0];
  const base = extension?.attributes.get('base');
  const particles = childrenNamed(extension ?? node, xsd, 'sequence').flatMap(
    (sequence) => sequence.children,
  );
  let groups = 0;
  const elements = particles.flatMap((particle): ElementDeclaration[] => {
    if (particle.namespace !== xsd) return [];
    if (particle.name === 'element') return [elementDeclaration(name, particle, anonymous)];
    if (particle.name !== 'choice') return [];
    const choice = { group: groups++, required: particle.attributes.get('minOccurs') !== '0' };
    return childrenNamed(particle, xsd, 'element').map((alternative) => ({
      ...elementDeclaration(name, alternative, anonymous),
      min: 0,
      choice,
    }));
  });
  return {
    name,
    ...(extension === undefined || base === undefined ? {} : { base: typeName(extension, base) }),
    abstract: node.attributes.get('abstract') === 'true',
    open: particles.some((particle) => particle.namespace === xsd && particle.name === 'any'),
    elements,
  };
}

function elementDeclaration(
  owner: string,
  node: XmlNode,
  anonymous: Map<string, ComplexType>,
): ElementDeclaration {
  const { attributes } = node;
  const name = nameOf(node);
  const inline = childrenNamed(node, xsd, 'complexType')[0];
  const declared = attributes.get('type');
  const type = inline === undefined && declared !== undefined ? typeName(node, declared) : `${owner}/${name}`;
  if (inline !== undefined) anonymous.set(type, complexType(type, inline, anonymous));
  const maxOccurs = attributes.get('maxOccurs') ?? '1';
  const defaultValue = attributes.get('default');
  return {
    name,
    type,
    min: attributes.get('minOccurs') === '0' ? 0 : 1,
    max: maxOccurs === 'unbounded' || Number(maxOccurs) > 1 ? Infinity : 1,
    nillable: attributes.get('nillable') === 'true',
    deprecated: isDeprecated(node),
    ...(defaultValue === undefined ? {} : { default: defaultValue }),
  };
}

/** The WSDL marks old elements by an `appinfo` whose text is not kept here; that there is one is the mark. */
function isDeprecated(node: XmlNode): boolean {
  return childrenNamed(node, xsd, 'annotation').some(
    (annotation) => childrenNamed(annotation, xsd, 'appinfo').length > 0,
  );
}

function typeName(node: XmlNode, qualified: string): string {
  const { namespace, name } = resolveName(node, qualified);
  return namespace === xsd ? `xs:${name}` : name;
}

function simpleTypes(schema: XmlNode): Pick<SchemaData, 'enumerations' | 'patterns'> {
  const enumerations: Record<string, string> = {};
  const patterns: Record<string, string> = {};
  for (const node of childrenNamed(schema, xsd, 'simpleType')) {
    const restrictions = childrenNamed(node, xsd, 'restriction');
    const values = restrictions.flatMap((restriction) => childrenNamed(restriction, xsd, 'enumeration'));
    const pattern = restrictions.flatMap((restriction) => childrenNamed(restriction, xsd, 'pattern'))[0];
    if (pattern !== undefined) patterns[nameOf(node)] = pattern.attributes.get('value') ?? '';
    else enumerations[nameOf(node)] = values.map((value) => value.attributes.get('value') ?? '').join('|');
  }
  return { enumerations, patterns };
}

function operations(definitions: XmlNode): Record<string, string> {
  const roots = new Map(
    childrenNamed(definitions, wsdl, 'message').map((message) => {
      const part = childrenNamed(message, wsdl, 'part')[0];
      const element = part?.attributes.get('element') ?? '';
      return [nameOf(message), part === undefined ? '' : resolveName(part, element).name];
    }),
  );
  const root = (operation: XmlNode, direction: string): string => {
    const node = childrenNamed(operation, wsdl, direction)[0];
    const message = node?.attributes.get('message') ?? '';
    return node === undefined ? '' : (roots.get(resolveName(node, message).name) ?? '');
  };
  const ports = childrenNamed(definitions, wsdl, 'portType');
  return Object.fromEntries(
    ports
      .flatMap((port) => childrenNamed(port, wsdl, 'operation'))
      .map((operation) => [nameOf(operation), `${root(operation, 'input')} ${root(operation, 'output')}`]),
  );
}
