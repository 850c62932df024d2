/** A request that is right is left alone; broken in any one way, it is told of where it is broken, and a fix puts it right. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileCodes } from '../../../../src/language/diagnostics/fileCodes.ts';
import { schemaCodes } from '../../../../src/language/diagnostics/schemaCodes.ts';
import { diagnose } from '../../../../src/language/index.ts';
import { findingsIn, fixed, inspectionOf, summary } from '../findings.ts';
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

/** The codes that a page explains, with what it says of them first. */
function codesOn(page: string): (string | undefined)[][] {
  const text = readFileSync(new URL(`../../../../docs/rules/${page}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^## (\S+)\n\n(.+)\.\n\n\S/gm)].map(([, code, title]) => [code, title]);
}

describe('what the schema says', () => {
  it('has a line on its page for every code, and no code without one', () => {
    assert.deepEqual(codesOn('schema.md'), [...schemaCodes]);
    assert.deepEqual(codesOn('file.md'), Object.entries(fileCodes));
    const found = new Set(mutations.flatMap(({ finds }) => finds.map((line) => line.split(' ')[1] ?? '')));
    assert.deepEqual(
      [...found].filter((code) => !schemaCodes.has(code)),
      [],
    );
  });

  const silenced = [
    [
      'on one line',
      '      <!-- mc-disable-next-line wrong-enumeration -->\n',
      'Silence wrong-enumeration here',
    ],
    ['in one request', '# mc-disable wrong-enumeration\n', 'Silence wrong-enumeration in this request'],
  ] as const;
  for (const [where, comment, title] of silenced) {
    it(`can be silenced ${where}, and stays to be heard elsewhere`, () => {
      const broken = create.replaceAll('UpdateAdd', 'updateadd');
      const twice = `### One\n${broken}\n### Two\n# @note\n${broken}`;
      const after = fixed(twice, 'wrong-enumeration', title);
      assert.ok(after.includes(comment.trim()));
      assert.equal(after.length, twice.length + comment.trim().length + (where === 'on one line' ? 9 : 1));
      assert.deepEqual(summary(after), ['error wrong-enumeration «updateadd»']);
      const [left] = findingsIn(after);
      assert.ok((left?.range.start ?? 0) > after.indexOf('### Two'));
    });
  }

  it('cannot be silenced where the request cannot be read', () => {
    const broken = `# mc-disable xml, unknown-directive\n# @nmae x\n${create.replace('</Objects>', '')}`;
    const codes = findingsIn(broken).map(({ code }) => code);
    assert.ok(codes.includes('xml') && codes.includes('unknown-directive'));
  });

  it('leads to its page', () => {
    const text = create.replaceAll('UpdateAdd', 'updateadd');
    const [finding] = diagnose({ ...inspectionOf(text), lint: { severities: {}, pages: 'file:///pages/' } });
    assert.equal(finding?.href, 'file:///pages/schema.md#wrong-enumeration');
    const inspection = inspectionOf('# @nmae x\n<SystemStatusRequestMsg><Options/></SystemStatusRequestMsg>');
    const [ofFile] = diagnose({ ...inspection, lint: { severities: {}, pages: 'file:///pages/' } });
    assert.equal(ofFile?.href, 'file:///pages/file.md#unknown-directive');
  });
});
