/** What is written where a node of a tree is dropped, and the requests that are made of nodes. */
import assert from 'node:assert/strict';
import { extractRequest } from '../../../../src/extension/imports/extractRequest.ts';
import { deleteRequest, upsertRequest } from '../../../../src/extension/requests/rowTemplates.ts';
import { referenceFor } from '../../../../src/extension/trees/referenceFor.ts';
import { summary } from '../../language/findings.ts';

const extension = { kind: 'dataExtension', key: 'a<b&c', name: 'Orders' } as const;
const field = { kind: 'field', name: 'E-mail', dataExtension: 'orders' } as const;
const list = { kind: 'list', id: 7, name: 'News', key: 'news' } as const;

/** The place is at the sign. */
function dropped(subject: Parameters<typeof referenceFor>[0], text: string): string | undefined {
  return referenceFor(subject, text.slice(0, text.indexOf('▮')));
}

describe('a node that is dropped into a request', () => {
  it('names the rows of a data extension where the type of what is retrieved stands', () => {
    const text = '### A\n<RetrieveRequestMsg><RetrieveRequest><ObjectType>▮</ObjectType>';
    assert.equal(dropped(extension, text), 'DataExtensionObject[a&lt;b&amp;c]');
  });

  it('is its key or number inside any other element', () => {
    assert.equal(dropped(extension, '<CustomerKey>▮</CustomerKey>'), 'a&lt;b&amp;c');
    assert.equal(dropped(list, '<Value>▮</Value>'), 'news');
    assert.equal(dropped(field, '<Filter xsi:type="SimpleFilterPart"><Property>▮'), 'E-mail');
  });

  it('is an element of its own between elements, by what is around it', () => {
    const retrieve = '<RetrieveRequestMsg>\n<RetrieveRequest>\n<ObjectType>List</ObjectType>\n▮';
    assert.equal(dropped(field, retrieve), '<Properties>E-mail</Properties>');
    const rows = '<UpdateRequest><Objects xsi:type="DataExtensionObject">\n▮';
    assert.equal(dropped(extension, rows), '<CustomerKey>a&lt;b&amp;c</CustomerKey>');
    assert.equal(
      dropped(field, `${rows.slice(0, -1)}<Keys>\n▮`),
      '<Key><Name>E-mail</Name><Value></Value></Key>',
    );
    assert.equal(dropped(list, '<CreateRequest><Objects xsi:type="List">▮'), '<ID>7</ID>');
  });

  it('is no reference outside all requests, however many are before it', () => {
    assert.equal(dropped(extension, '▮'), undefined);
    const closed = '### A\n<RetrieveRequestMsg><RetrieveRequest/></RetrieveRequestMsg>\n\n▮';
    assert.equal(dropped(extension, closed), undefined);
    // A request that was left half-written does not reach into the next.
    assert.equal(dropped(extension, '### A\n<RetrieveRequestMsg>\n### B\n▮'), undefined);
  });
});

describe('requests that are made of a node', () => {
  const columns = [
    { name: 'Id', type: 'Text', isPrimaryKey: true, isRequired: true },
    { name: 'E-mail <work>', type: 'EmailAddress', isPrimaryKey: false, isRequired: false },
    { name: 'When', type: 'Date', isPrimaryKey: false, isRequired: true },
  ];
  const parameters = [
    { name: 'StartDate', type: 'datetime', isOptional: false },
    { name: 'Notes & more', type: 'string', isOptional: true },
  ];
  const target = { key: 'orders', name: 'Orders 💚', columns };
  const made = {
    upsert: upsertRequest(target),
    delete: deleteRequest(target),
    extract: extractRequest({
      kind: 'extractType',
      id: 'c7219016-a7f0-4c72-8657-1ec12c28a0db',
      name: 'T',
      parameters,
    }),
  };

  for (const [name, text] of Object.entries(made)) {
    it(`are right by the schema: ${name}`, () => {
      assert.deepEqual(
        summary(text).filter((line) => /^(error|warning)/.test(line)),
        [],
      );
    });
  }

  it('ask for the primary key, and name no other column to delete by', () => {
    assert.match(made.delete, /# @prompt key_Id Id\n[\s\S]*<Key><Name>Id<\/Name><Value>\{\{key_Id\}\}/);
    assert.doesNotMatch(made.delete, /work/);
    assert.match(made.upsert, /<Name>E-mail &lt;work&gt;<\/Name><Value>name@example.com/);
  });
});
