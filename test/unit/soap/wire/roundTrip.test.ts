/** Any object that the catalogue has a type for is read as it was written, and in the order of the schema. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shippedCatalogue as catalogue, type ElementDeclaration } from '../../../../src/catalogue/index.ts';
import { decodeObject } from '../../../../src/soap/wire/decode.ts';
import { writeObject } from '../../../../src/soap/wire/objectWriter.ts';
import type { SoapObject, SoapValue } from '../../../../src/soap/wire/soapObject.ts';
import { parseXmlTree } from '../../../../src/soap/wire/xmlTree.ts';

const text = fc
  .string({ unit: 'binary', maxLength: 12 })
  .map((value) => value.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''));
const instant = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) });

/** Values as the client gives them, by the types of the schema. */
function valueOf(type: string, depth: number): fc.Arbitrary<SoapValue> {
  const enumeration = catalogue.enumeration(type);
  if (enumeration !== undefined) return fc.constantFrom(...enumeration);
  switch (type) {
    case 'xs:string':
      return text;
    case 'xs:boolean':
      return fc.boolean();
    case 'xs:dateTime':
      return instant.map((date) => date.toISOString());
    case 'xs:double':
    case 'xs:decimal':
      return fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .map((value) => (Object.is(value, -0) ? 0 : value));
    case 'xs:int':
    case 'xs:long':
    case 'xs:short':
    case 'xs:integer':
      return fc.maxSafeInteger();
    default:
      return catalogue.complexType(type) === undefined ? fc.constant('x') : objectOf(type, depth - 1);
  }
}

function elementOf({ type, max, nillable }: ElementDeclaration, depth: number): fc.Arbitrary<SoapValue> {
  const one = nillable ? fc.option(valueOf(type, depth), { freq: 4 }) : valueOf(type, depth);
  return max === Infinity ? fc.array(one, { minLength: 1, maxLength: 2 }) : one;
}

/** An object with some of the elements of its type, in any order. */
function objectOf(type: string, depth: number): fc.Arbitrary<SoapObject> {
  const possible = catalogue.elementsOf(type).filter((element) => depth > 0 || isSimple(element.type));
  const elements = [...new Map(possible.map((element) => [element.name, element])).values()];
  const some = fc.shuffledSubarray(elements, { maxLength: Math.min(5, elements.length) });
  return some.chain((chosen) =>
    fc
      .tuple(...chosen.map((element) => elementOf(element, depth)))
      .map((values) => Object.fromEntries(chosen.map(({ name }, index) => [name, values[index] ?? null]))),
  );
}

function isSimple(type: string): boolean {
  return type.startsWith('xs:') || catalogue.enumeration(type) !== undefined;
}

describe('objects of every type', () => {
  it('come back as they were written', () => {
    const types = catalogue.typeNames.filter((name) => catalogue.elementsOf(name).length > 0);
    const objects = fc
      .constantFrom(...types)
      .chain((type) => objectOf(type, 2).map((object) => ({ type, object })));
    fc.assert(
      fc.property(objects, ({ type, object }) => {
        const typed: SoapObject = { $type: type, ...object };
        const xml = writeObject(catalogue, typed, 'Objects');
        const declared = xml.replace(
          '<Objects',
          '<Objects xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
        );
        assert.deepEqual(decodeObject(catalogue, parseXmlTree(declared), type), typed);
        const order = catalogue.elementsOf(type).map(({ name }) => name);
        const places = parseXmlTree(declared).children.map(({ name }) => order.indexOf(name));
        assert.deepEqual(
          places,
          [...places].sort((a, b) => a - b),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
