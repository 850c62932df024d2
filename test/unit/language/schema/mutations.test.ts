/** A request that is right is left alone; broken in any one way, it is told of where it is broken, and a fix puts it right. */
import assert from 'node:assert/strict';
import { findingsIn, fixed, summary } from '../findings.ts';
import { create, mutations, retrieve } from './mutations.ts';

describe('a request that is right', () => {
  it('is left alone', () => {
    assert.deepEqual(summary(create), []);
    assert.deepEqual(summary(retrieve), []);
  });
});

describe('a request with', () => {
  for (const { title, of, from, to, finds, undoneBy } of mutations) {
    it(title, () => {
      const broken = of.replaceAll(from, to);
      assert.notEqual(broken, of);
      assert.deepEqual(summary(broken), finds);
      const code = finds[0]?.split(' ')[1] ?? '';
      if (undoneBy !== undefined) assert.equal(fixed(broken, code, undoneBy), of);
    });
  }
});

describe('what is not known', () => {
  const quiet = [
    ['a variable as a value', create.replace('<ID>1001<', '<ID>{{list}}<')],
    ['a nil value', create.replace('<ID>1001</ID>', '<ID xsi:nil="true"/>')],
    [
      'another prefix for the API',
      retrieve
        .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1p:')
        .replace('Msg>', 'Msg xmlns:p="http://exacttarget.com/wsdl/partnerAPI">'),
    ],
    [
      'a type with a prefix',
      create
        .replace('type="Sub', 'type="tns:Sub')
        .replace('<CreateRequest>', '<CreateRequest xmlns:tns="http://exacttarget.com/wsdl/partnerAPI">'),
    ],
    [
      'elements that a variable brings',
      '@all = <ObjectType>Send</ObjectType><Properties>ID</Properties>\n<RetrieveRequestMsg><RetrieveRequest>{{{all}}}</RetrieveRequest></RetrieveRequestMsg>',
    ],
    [
      'a retrieve that goes on',
      '<RetrieveRequestMsg><RetrieveRequest><ContinueRequest>id</ContinueRequest></RetrieveRequest></RetrieveRequestMsg>',
    ],
  ] as const;
  for (const [title, text] of quiet) {
    it(`is not called wrong: ${title}`, () => {
      const ownProblems = summary(text).filter((line) => !line.includes('unknown-variable'));
      assert.deepEqual(ownProblems, []);
    });
  }
});

describe('fixes', () => {
  it('add what is missing where it belongs', () => {
    const text =
      '<CreateRequest>\n  <Objects xsi:type="List">\n    <ListName>x</ListName>\n  </Objects>\n</CreateRequest>';
    assert.equal(
      fixed(text, 'missing-element'),
      '<CreateRequest>\n  <Options/>\n  <Objects xsi:type="List">\n    <ListName>x</ListName>\n  </Objects>\n</CreateRequest>',
    );
    assert.equal(
      fixed('<RetrieveRequestMsg/>', 'missing-element'),
      '<RetrieveRequestMsg><RetrieveRequest><ObjectType></ObjectType></RetrieveRequest></RetrieveRequestMsg>',
    );
  });

  it('are made only when they are asked for, and at most one is safe', () => {
    for (const { of, from, to } of mutations) {
      for (const { fixes } of findingsIn(of.replaceAll(from, to))) {
        assert.ok((fixes?.() ?? []).filter(({ safe }) => safe === true).length <= 1);
      }
    }
  });
});
