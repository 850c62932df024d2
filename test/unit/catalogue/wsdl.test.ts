/** The catalogue holds what the WSDL declares, and can be written back and read again without loss. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Catalogue, shippedCatalogue, writeWsdl, type SchemaData } from '../../../src/catalogue/index.ts';
import schema from '../../../src/catalogue/data/schema.json' with { type: 'json' };
import { readWsdl } from '../../../src/catalogue/wsdl/index.ts';

const noOverlay = { objects: new Map(), properties: new Map() };
const address = 'https://TENANT.soap.marketingcloudapis.com/Service.asmx';

describe('catalogue from a WSDL', () => {
  it('holds every declaration of the WSDL it was made from', () => {
    assert.equal(shippedCatalogue.typeNames.length, 251);
    assert.equal(shippedCatalogue.enumerationNames.length + shippedCatalogue.patternNames.length, 63);
    assert.equal(shippedCatalogue.operations.length, 13);
    const messages = shippedCatalogue.operations.flatMap(({ request, response }) => [request, response]);
    assert.equal(new Set(messages).size, 26);
    for (const message of messages) assert.ok(shippedCatalogue.typeOfElement(message), message);
  });

  it('finds each name that the WSDL given in MC_WSDL declares', async function () {
    const path = process.env['MC_WSDL'];
    if (path === undefined) {
      console.warn('      SKIPPED: set MC_WSDL to the path of a Marketing Cloud WSDL to compare against it.');
      return this.skip();
    }
    const text = (await readFile(path, 'utf8')).replaceAll(/<!--.*?-->/gs, '');
    const catalogue = new Catalogue(readWsdl(text), noOverlay);
    const names = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
    const types = names(/<(?:\w+:)?complexType\s[^>]*?name="([^"]+)"/g);
    const simpleTypes = names(/<(?:\w+:)?simpleType\s[^>]*?name="([^"]+)"/g);
    const messages = names(/<(?:\w+:)?part\s[^>]*?element="\w+:([^"]+)"/g);
    assert.deepEqual([...catalogue.typeNames].sort(), types.sort());
    assert.deepEqual([...catalogue.enumerationNames, ...catalogue.patternNames].sort(), simpleTypes.sort());
    assert.deepEqual(
      catalogue.operations.flatMap(({ request, response }) => [request, response]).sort(),
      messages.sort(),
    );
    const values = names(/<(?:\w+:)?enumeration\s+value="([^"]+)"/g);
    const held = catalogue.enumerationNames.flatMap((name) => [...(catalogue.enumeration(name) ?? [])]);
    assert.deepEqual(held.sort(), values.sort());
  });

  it('reads back the WSDL it writes as the very same data', () => {
    const again: SchemaData = readWsdl(writeWsdl(shippedCatalogue, address));
    // An element marked as deprecated keeps that mark in the data alone: a schema has no word for it.
    const undeprecated = JSON.parse(
      JSON.stringify(schema).replaceAll(/([?*+~]|\w)!(:|\{)/g, '$1$2'),
    ) as unknown;
    assert.deepEqual(again, undeprecated);
  });

  it('refuses what is not a WSDL with a sentence that says so', () => {
    assert.throws(() => readWsdl('<html><body>Sign in</body></html>'), /not a WSDL: its root is "html"/);
    assert.throws(() => readWsdl('plain text'), /not XML/);
    const whole = writeWsdl(shippedCatalogue, address);
    assert.throws(() => readWsdl(whole.slice(0, whole.length / 2)), /cut off/);
    assert.throws(() => readWsdl('<!DOCTYPE x><definitions/>'), /document type/);
    assert.throws(
      () => readWsdl('<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>'),
      /no schema inside/,
    );
  });
});
