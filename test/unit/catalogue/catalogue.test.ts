/** The catalogue's look-ups, on facts anyone can check in the vendor's schema and documentation. */
import assert from 'node:assert/strict';
import {
  Catalogue,
  refreshedCatalogue,
  shippedCatalogue as catalogue,
} from '../../../src/catalogue/index.ts';
import schema from '../../../src/catalogue/data/schema.json' with { type: 'json' };

describe('catalogue', () => {
  it('gives the elements of a type in schema order, inherited ones first', () => {
    const names = catalogue.elementsOf('Send').map((element) => element.name);
    assert.deepEqual(names.slice(0, 3), ['Client', 'PartnerKey', 'PartnerProperties']);
    assert.ok(names.indexOf('ObjectState') < names.indexOf('Email'));
    assert.ok(names.indexOf('NumberSent') < names.indexOf('SentDate'));
  });

  it('knows cardinality, nillability, defaults, deprecation and choices', () => {
    assert.deepEqual(catalogue.elementOf('Send', 'NumberSent'), {
      name: 'NumberSent',
      type: 'xs:int',
      min: 0,
      max: 1,
      nillable: true,
      deprecated: false,
    });
    assert.equal(catalogue.elementOf('AccountUser', 'Delete')?.default, '0');
    assert.equal(catalogue.elementOf('TriggeredSendDefinition', 'BatchInterval')?.deprecated, true);
    assert.deepEqual(catalogue.elementOf('FieldMap', 'SourceOrdinal')?.choice, { group: 0, required: true });
    assert.equal(catalogue.elementOf('Subscriber', 'Attributes')?.max, Infinity);
    assert.equal(catalogue.complexType('AssetAnyProperty')?.open, true);
    assert.equal(catalogue.complexType('Request')?.abstract, true);
  });

  it('names anonymous types so that they can be looked into', () => {
    const fields = catalogue.elementOf('DataExtension', 'Fields');
    assert.equal(fields?.type, 'DataExtension/Fields');
    assert.equal(catalogue.elementOf('DataExtension/Fields', 'Field')?.type, 'DataExtensionField');
  });

  it('follows inheritance', () => {
    assert.ok(catalogue.isA('DataExtensionCreateResult', 'Result'));
    assert.ok(catalogue.isApiObject('EmailSendDefinition'));
    assert.ok(!catalogue.isApiObject('ClientID'));
    assert.ok(!catalogue.isA('NoSuchType', 'APIObject'));
  });

  it('resolves dotted property paths to schema types', () => {
    assert.equal(catalogue.typeOfPath('Send', 'Email.ID'), 'xs:int');
    assert.equal(catalogue.typeOfPath('Send', 'SentTime'), undefined);
  });

  it('tells retrievable properties and how sure that is', () => {
    assert.deepEqual(catalogue.property('Send', 'NumberSent')?.retrievable, true);
    assert.equal(catalogue.property('Send', 'NumberSent')?.sureness, 'described');
    assert.equal(catalogue.property('List', 'ListName')?.maxLength, 50);
    assert.equal(catalogue.property('EmailSendDefinition', 'SendWindowCloses')?.retrievable, false);
    assert.equal(catalogue.property('EmailSendDefinition', 'SendWindowCloses')?.sureness, 'observed');
  });

  it('knows which method takes which object', () => {
    assert.deepEqual(catalogue.object('List')?.methods.Create, { supported: true, sureness: 'documented' });
    assert.equal(catalogue.object('OpenEvent')?.methods.Create.supported, false);
    assert.deepEqual(catalogue.object('DataExtension')?.performActions, ['ClearData']);
  });

  it('describes every object of the overlay in a sentence of its own', () => {
    for (const name of catalogue.objectNames) {
      const about = catalogue.object(name)?.about ?? '';
      assert.match(about, /^[A-Z].{10,}[^.]$/, name);
    }
  });

  it('names only properties that its own notation can tell apart', () => {
    for (const name of catalogue.objectNames) {
      const paths = (catalogue.properties(name) ?? []).map((fact) => fact.path);
      assert.equal(new Set(paths).size, paths.length, name);
    }
  });

  it('gives a tenant’s newer schema the place of the shipped one, and keeps the rest', () => {
    const newer = { ...schema, types: { ...schema.types, Program: '<APIObject Name?:xs:string' } };
    const refreshed = refreshedCatalogue(newer);
    assert.ok(refreshed.isApiObject('Program'));
    assert.equal(refreshed.property('List', 'ListName')?.maxLength, 50);
  });

  it('answers an unknown name with nothing rather than an error', () => {
    assert.equal(catalogue.complexType('Program'), undefined);
    assert.deepEqual(catalogue.elementsOf('AccountUserAccount'), []);
    assert.equal(catalogue.properties('NoSuchObject'), undefined);
  });

  it('says where its own data cannot be read', () => {
    const broken = { ...schema, types: { Broken: 'Name?:xs:string }' } };
    assert.throws(() => new Catalogue(broken, { objects: new Map(), properties: new Map() }), /Broken/);
  });
});
