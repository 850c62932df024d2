/** Writes the catalogue back as an XML schema: what the sandbox's WSDL carries and what tests validate against. */
import type { Catalogue } from './catalogue.ts';
import type { ComplexType, ElementDeclaration } from './model.ts';

/** The schema of the catalogue as an `xs:schema` element, prefixes `xs` and `tns` declared on it. */
export function writeSchema(catalogue: Catalogue): string {
  const lines = [
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="${catalogue.targetNamespace}" targetNamespace="${catalogue.targetNamespace}" elementFormDefault="qualified">`,
    ...catalogue.patternNames.map((name) => simpleType(name, pattern(catalogue.pattern(name) ?? ''))),
    ...catalogue.enumerationNames.map((name) =>
      simpleType(name, (catalogue.enumeration(name) ?? []).map(enumerationValue).join('')),
    ),
    ...catalogue.typeNames.flatMap((name) => {
      const type = catalogue.complexType(name);
      return type === undefined ? [] : [complexType(catalogue, type, ` name="${name}"`)];
    }),
    ...catalogue.elementNames.map((name) => globalElement(catalogue, name)),
    '</xs:schema>',
  ];
  return lines.join('\n');
}

function simpleType(name: string, facets: string): string {
  return `<xs:simpleType name="${name}"><xs:restriction base="xs:string">${facets}</xs:restriction></xs:simpleType>`;
}

function pattern(expression: string): string {
  return `<xs:pattern value="${escapeAttribute(expression)}"/>`;
}

function enumerationValue(value: string): string {
  return `<xs:enumeration value="${escapeAttribute(value)}"/>`;
}

function complexType(catalogue: Catalogue, type: ComplexType, name: string): string {
  const abstract = type.abstract ? ' abstract="true"' : '';
  const sequence = `<xs:sequence>${particles(catalogue, type)}</xs:sequence>`;
  const content =
    type.base === undefined
      ? sequence
      : `<xs:complexContent><xs:extension base="${reference(type.base)}">${sequence}</xs:extension></xs:complexContent>`;
  return `<xs:complexType${name}${abstract}>${content}</xs:complexType>`;
}

function particles(catalogue: Catalogue, type: ComplexType): string {
  const parts: string[] = [];
  let group: number | undefined;
  for (const element of type.elements) {
    if (group !== undefined && element.choice?.group !== group) parts.push('</xs:choice>');
    if (element.choice !== undefined && element.choice.group !== group) {
      parts.push(element.choice.required ? '<xs:choice>' : '<xs:choice minOccurs="0">');
    }
    group = element.choice?.group;
    parts.push(localElement(catalogue, type, element));
  }
  if (group !== undefined) parts.push('</xs:choice>');
  if (type.open) parts.push('<xs:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/>');
  return parts.join('');
}

function localElement(catalogue: Catalogue, owner: ComplexType, element: ElementDeclaration): string {
  const attributes = [
    `name="${element.name}"`,
    ...(element.min === 0 && element.choice === undefined ? ['minOccurs="0"'] : []),
    ...(element.max === Infinity ? ['maxOccurs="unbounded"'] : []),
    ...(element.nillable ? ['nillable="true"'] : []),
    ...(element.default === undefined ? [] : [`default="${escapeAttribute(element.default)}"`]),
  ].join(' ');
  const anonymous =
    element.type === `${owner.name}/${element.name}` ? catalogue.complexType(element.type) : undefined;
  return anonymous === undefined
    ? `<xs:element ${attributes} type="${reference(element.type)}"/>`
    : `<xs:element ${attributes}>${complexType(catalogue, anonymous, '')}</xs:element>`;
}

function globalElement(catalogue: Catalogue, name: string): string {
  const typeName = catalogue.typeOfElement(name) ?? 'xs:anyType';
  const anonymous = typeName === `/${name}` ? catalogue.complexType(typeName) : undefined;
  return anonymous === undefined
    ? `<xs:element name="${name}" type="${reference(typeName)}"/>`
    : `<xs:element name="${name}">${complexType(catalogue, anonymous, '')}</xs:element>`;
}

function reference(typeName: string): string {
  return typeName.startsWith('xs:') ? typeName : `tns:${typeName}`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
