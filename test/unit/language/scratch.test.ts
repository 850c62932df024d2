/** Scratch files are read whatever their state, and what is wrong is said where it is. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shippedCatalogue as catalogue } from '../../../src/catalogue/index.ts';
import { outline } from '../../../src/language/features/documentSymbols.ts';
import { foldable } from '../../../src/language/features/folding.ts';
import { lensesOf } from '../../../src/language/features/codeLenses.ts';
import {
  diagnose,
  noFacts,
  parseScratch,
  requestAt,
  resolveRequest,
  type SystemContext,
} from '../../../src/language/index.ts';

const context: SystemContext = {
  now: Date.UTC(2026, 0, 31, 12),
  guid: () => '00000000-0000-4000-8000-000000000000',
  random: () => 0.5,
  mid: 100,
  eid: 1,
};

/** What the schema says of the small messages here is for `schema.test.ts`. */
const ofSchema = new Set(['missing-element', 'unexpected-text', 'unexpected-attribute', 'unknown-element']);

function problemsOf(text: string): string[] {
  return diagnose({ file: parseScratch(text), catalogue, context, facts: noFacts })
    .filter(({ code }) => !ofSchema.has(code))
    .map(({ code, range }) => `${code} at «${text.slice(range.start, range.end)}»`);
}

function bodyOf(text: string, at = 0): string {
  const file = parseScratch(text);
  const request = requestAt(file, at);
  assert.ok(request, 'no request');
  const resolution = resolveRequest(file, request, catalogue, context);
  return 'problem' in resolution ? `PROBLEM ${resolution.problem.message}` : resolution.request.body;
}

const status = '<SystemStatusRequestMsg><Options/></SystemStatusRequestMsg>';
const declared =
  '<SystemStatusRequestMsg xmlns="http://exacttarget.com/wsdl/partnerAPI"><Options/></SystemStatusRequestMsg>';

describe('scratch file', () => {
  it('is cut into requests with titles, directives and variables', () => {
    const text = `@who = VIP\n\n### First one\n# a comment\n# @name first\n// @bu 100002\n${status}\n\n###\n# @all\n${status}\n# done\n`;
    const file = parseScratch(text);
    assert.deepEqual(file.problems, []);
    assert.deepEqual(
      file.requests.map(({ title, name, directives }) => [
        title,
        name,
        directives.map((d) => `${d.name}=${d.value}`),
      ]),
      [
        ['First one', 'first', ['name=first', 'bu=100002']],
        ['', undefined, ['all=']],
      ],
    );
    assert.deepEqual(
      file.variables.map(({ name, value }) => [name, value]),
      [['who', 'VIP']],
    );
    assert.deepEqual(
      outline(file).map(({ name }) => name),
      ['@who', 'First one', 'SystemStatusRequestMsg'],
    );
  });

  it('takes a bare request without any separator', () => {
    assert.equal(bodyOf(status), declared);
    assert.deepEqual(problemsOf(status), []);
  });

  it('is at home with Windows line ends', () => {
    const text = `### A\r\n# @name a\r\n${status}\r\n### B\r\n${status}\r\n`;
    assert.deepEqual(problemsOf(text), []);
    assert.deepEqual(
      parseScratch(text).requests.map(({ title, name }) => [title, name]),
      [
        ['A', 'a'],
        ['B', undefined],
      ],
    );
  });

  const mistakes: readonly (readonly [string, string, readonly string[]])[] = [
    ['an unknown directive', `# @nmae x\n${status}`, ['unknown-directive at «nmae»']],
    ['a directive with a wrong value', `# @bu UK\n${status}`, ['directive-value at «UK»']],
    ['a name that is taken', `# @name a\n${status}\n###\n# @name a\n${status}`, ['duplicate-name at «a»']],
    ['text above the request', `hello\n${status}`, ['no-request at «hello»']],
    ['directives without a request', '### x\n# @name a\n', ['no-request at «### x»']],
    ['two elements', `${status}\n${status}`, ['more-than-one-element at «SystemStatusRequestMsg»']],
    [
      'an element that is not closed',
      '<RetrieveRequestMsg><RetrieveRequest></RetrieveRequestMsg>',
      ['xml at «RetrieveRequest»'],
    ],
    ['a half-written tag', '<RetrieveRequestMsg><ID</RetrieveRequestMsg>', ['xml at «<ID»', 'xml at «ID»']],
    ['a wrong end tag', '<RetrieveRequestMsg></a></RetrieveRequestMsg>', ['xml at «</a>»']],
    [
      'an attribute without quotes',
      '<RetrieveRequestMsg a=b></RetrieveRequestMsg>',
      ['xml at «<RetrieveRequestMsg»', 'xml at «a»'],
    ],
    ['an attribute that is there twice', '<RetrieveRequestMsg a="1" a="2"/>', ['xml at «a»']],
    ['a bare ampersand', '<RetrieveRequestMsg>a & b</RetrieveRequestMsg>', ['xml at «&»']],
    [
      'a comment without an end',
      '<RetrieveRequestMsg><!-- a</RetrieveRequestMsg>',
      ['xml at «RetrieveRequestMsg»', 'xml at «<!--»'],
    ],
    ['a document type', '<!DOCTYPE a><RetrieveRequestMsg/>', ['xml at «<!DOCTYPE»']],
    ['a message that does not exist', '<RetrieveRequest/>', ['unknown-message at «RetrieveRequest»']],
    [
      'an unknown variable',
      '<RetrieveRequestMsg>{{x}}</RetrieveRequestMsg>',
      ['unknown-variable at «{{x}}»'],
    ],
    [
      'variables in a circle',
      '@a = {{b}}\n@b = {{a}}\n<RetrieveRequestMsg/>',
      ['circular-variable at «{{b}}»', 'circular-variable at «{{a}}»'],
    ],
    [
      'a credential',
      `<e:Envelope xmlns:e="x"><e:Header><fueloauth>T</fueloauth></e:Header><e:Body>${status}</e:Body></e:Envelope>`,
      ['credential-in-file at «<fueloauth>T</fueloauth>»'],
    ],
  ];
  for (const [title, text, expected] of mistakes) {
    it(`points at ${title}`, () => {
      assert.deepEqual(problemsOf(text), expected);
    });
  }

  it('fills in variables, escaped unless asked for raw', () => {
    const text = '@a = <&"\n@b = {{a}}!\n<CreateRequest><X>{{b}}</X></CreateRequest>';
    assert.equal(
      bodyOf(text, 20),
      '<CreateRequest xmlns="http://exacttarget.com/wsdl/partnerAPI"><X>&lt;&amp;&quot;!</X></CreateRequest>',
    );
    const raw = '@a = <Y/>\n<CreateRequest>{{{a}}}</CreateRequest>';
    assert.match(bodyOf(raw, 12), /<Y\/>/);
    assert.match(
      bodyOf('@a = <Y>\n<CreateRequest>{{{a}}}</CreateRequest>', 12),
      /^PROBLEM With its variables filled in/,
    );
  });

  it('knows the system variables', () => {
    const values = [
      ['{{$guid}}', '00000000-0000-4000-8000-000000000000'],
      ['{{$timestamp}}', '1769860800'],
      ['{{$datetime iso8601}}', '2026-01-31T12:00:00.000Z'],
      ['{{$datetime iso8601 -7 d}}', '2026-01-24T12:00:00.000Z'],
      ['{{$datetime rfc1123 1 h}}', 'Sat, 31 Jan 2026 13:00:00 GMT'],
      ['{{$randomInt 10 20}}', '15'],
      ['{{$mid}}-{{$eid}}', '100-1'],
    ];
    for (const [expression = '', value = ''] of values) {
      assert.match(
        bodyOf(`<CreateRequest>${expression}</CreateRequest>`),
        new RegExp(`>${value.replaceAll('.', '\\.')}<`),
      );
    }
    assert.match(
      bodyOf('<CreateRequest>{{$datetime iso8601 x}}</CreateRequest>'),
      /PROBLEM \$datetime is written/,
    );
    assert.match(
      bodyOf('<CreateRequest>{{$nope}}</CreateRequest>'),
      /PROBLEM \$nope is not a system variable/,
    );
  });

  it('takes the message out of an envelope, with the namespaces that it needs', () => {
    const text =
      '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:p="http://exacttarget.com/wsdl/partnerAPI">' +
      '<s:Header><fueloauth xmlns="http://exacttarget.com">TOKEN</fueloauth></s:Header>' +
      '<s:Body xmlns:q="urn:q"><p:SystemStatusRequestMsg xmlns:p="urn:own"/></s:Body></s:Envelope>';
    const body = bodyOf(text);
    assert.equal(
      body,
      '<p:SystemStatusRequestMsg xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:q="urn:q" xmlns:p="urn:own"/>',
    );
    assert.ok(!body.includes('TOKEN'));
  });

  it('does not send what is half-written, but what stands beside it', () => {
    const text = `### broken\n<CreateRequest><Objects\n\n### whole\n${status}\n`;
    assert.match(bodyOf(text), /^PROBLEM/);
    assert.equal(bodyOf(text, text.indexOf('### whole')), declared);
  });

  it('reads what directives ask for', () => {
    const text = `# @name n\n# @bu 7\n# @timeout 2m\n# @limit 10\n# @note really?\n# @connection Acme\n${status}`;
    const file = parseScratch(text);
    const [request] = file.requests;
    assert.ok(request);
    const resolution = resolveRequest(file, request, catalogue, context);
    assert.ok('request' in resolution);
    assert.deepEqual(
      { ...resolution.request, body: '' },
      {
        operation: 'GetSystemStatus',
        body: '',
        title: 'n',
        name: 'n',
        connection: 'Acme',
        businessUnit: 7,
        timeout: 120_000,
        follow: 10,
        note: 'really?',
      },
    );
  });

  it('offers Run above each request of the API, and nowhere else', () => {
    const runs = (text: string, label?: string): string[] =>
      parseScratch(text)
        .requests.flatMap((request) => lensesOf(request, catalogue, label))
        .filter(({ command }) => command === 'marketingCloud.runRequest')
        .map(({ title }) => title);
    const text = `${status}\n###\n<Nope/>\n###\n${status}`;
    assert.deepEqual(runs(text, 'Acme · UK'), ['$(play) Run in Acme · UK', '$(play) Run in Acme · UK']);
    assert.deepEqual(runs(`# @bu 7\n${status}`, 'Acme · UK'), ['$(play) Run in Acme · MID 7']);
    assert.deepEqual(runs(`# @connection Other\n${status}`, 'Acme · UK'), ['$(play) Run in Other']);
    assert.deepEqual(runs(status), ['$(play) Run']);
  });

  it('never fails, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '</',
        '/>',
        '###',
        '\n',
        '# @',
        '{{',
        '}}',
        '{{{',
        '"',
        '=',
        '<!--',
        '<![CDATA[',
        '<?',
        '&',
        '@a = {{a}}',
        status,
      ),
      fc.string({ maxLength: 10 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const file = parseScratch(text);
        for (const { range } of diagnose({ file, catalogue, context, facts: noFacts })) {
          assert.ok(
            range.start >= 0 && range.start <= range.end && range.end <= text.length,
            JSON.stringify(range),
          );
        }
        outline(file);
        foldable(file);
        for (const request of file.requests) lensesOf(request, catalogue, undefined);
        for (const request of file.requests) resolveRequest(file, request, catalogue, context);
      }),
      { numRuns: 500 },
    );
  });
});
