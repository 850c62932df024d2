/** What no program may get wrong, whatever the request: values of .NET, secrets, and texts that look like code. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { shippedCatalogue as catalogue } from '../../../src/catalogue/index.ts';
import { readRequest, targets } from '../../../src/codegen/index.ts';
import { parseScratch, templateOf } from '../../../src/language/index.ts';
import type { TemplateElement } from '../../../src/shared/requestTemplate.ts';

const context = { now: 0, guid: () => 'guid', random: () => 0.5 };

function programs(text: string): Map<string, string> {
  const file = parseScratch(text);
  const [request] = file.requests;
  assert.ok(request);
  const result = templateOf(file, request, catalogue, context);
  assert.ok('template' in result);
  const code = readRequest(result.template, catalogue);
  return new Map(
    targets
      .filter(({ refusal }) => refusal?.(code) === undefined)
      .map((target) => [target.id, target.write(code)]),
  );
}

describe('C# programs', () => {
  const csharp = ['csharp-wcf', 'csharp-wse'];
  const text = `<UpdateRequest><Options><RequestType>Synchronous</RequestType></Options>
    <Objects xsi:type="Subscriber">
      <ID>7</ID><EmailAddress>a@example.com</EmailAddress><SubscriberKey>a</SubscriberKey>
      <UnsubscribedDate>2026-01-31T00:00:00Z</UnsubscribedDate><Status>Bounced</Status><EmailTypePreference>HTML</EmailTypePreference>
    </Objects></UpdateRequest>`;

  it('set …Specified beside every optional value, and beside nothing else (G5)', () => {
    for (const id of csharp) {
      const program = programs(text).get(id) ?? '';
      const set = [...program.matchAll(/^\s*\w+\.(\w+)Specified = true;$/gm)].map(([, name]) => name);
      assert.deepEqual(set, ['RequestType', 'ID', 'UnsubscribedDate', 'Status', 'EmailTypePreference'], id);
      assert.match(program, /\.Status = SubscriberStatus\.Bounced;\n\s*\w+\.StatusSpecified = true;/);
    }
  });

  it('read a value only where it was received (G5)', () => {
    const retrieve =
      '<RetrieveRequestMsg><RetrieveRequest><ObjectType>Subscriber</ObjectType><Properties>Status</Properties><Properties>EmailAddress</Properties><Properties>Client.ID</Properties></RetrieveRequest></RetrieveRequestMsg>';
    for (const id of csharp) {
      const program = programs(retrieve).get(id) ?? '';
      assert.match(
        program,
        /if \(result\.StatusSpecified\)\n\s*\{\n\s*Console\.WriteLine\("Status: " \+ result\.Status\);/,
      );
      assert.match(program, /if \(result\.Client != null && result\.Client\.IDSpecified\)/);
      assert.doesNotMatch(program, /EmailAddressSpecified/);
    }
  });
});

describe('programs and secrets', () => {
  it('take what the file takes from outside from their own environment', () => {
    const text =
      '@key = {{$processEnv SUBSCRIBER_KEY}}\n<DeleteRequest><Options/><Objects xsi:type="Subscriber"><SubscriberKey>{{key}}</SubscriberKey></Objects></DeleteRequest>';
    for (const [id, program] of programs(text)) assert.match(program, /SUBSCRIBER_KEY/, id);
  });

  it('hold no password that stands in the file', () => {
    const text =
      '<CreateRequest><Options/><Objects xsi:type="AccountUser"><Password>tangerine-7-moons</Password></Objects></CreateRequest>';
    for (const [id, program] of programs(text)) {
      assert.doesNotMatch(program, /tangerine/, id);
      assert.match(program, /ACCOUNT_USER_PASSWORD/, id);
    }
  });

  it('hold no token of an envelope', () => {
    const text =
      '<s:Envelope xmlns:s="x"><s:Header><fueloauth>tangerine</fueloauth></s:Header><s:Body><SystemStatusRequestMsg><Options/></SystemStatusRequestMsg></s:Body></s:Envelope>';
    for (const [id, program] of programs(text)) assert.doesNotMatch(program, /tangerine/, id);
  });
});

describe('programs and any text', () => {
  const awkward = fc.oneof(
    fc.constantFrom(
      '"',
      "'",
      '`',
      '$(id)',
      '${x}',
      '#{x}',
      '\\',
      '\\n',
      '?>',
      '</script>',
      '*/',
      '%%]',
      '\n',
      '\r\n',
      "'; exit 1; #",
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const value = fc.array(awkward, { maxLength: 6 }).map((pieces) => pieces.join(''));
  const message = (text: string): TemplateElement => ({
    name: 'DeleteRequest',
    children: [
      { name: 'Options', children: [] },
      {
        name: 'Objects',
        type: 'Subscriber',
        children: [{ name: 'SubscriberKey', text: [text], children: [] }],
      },
    ],
  });

  const check = (id: string, command: readonly [string, ...string[]]): void => {
    const target = targets.find((candidate) => candidate.id === id);
    assert.ok(target);
    const [program, ...options] = command;
    fc.assert(
      fc.property(value, value, (text, title) => {
        const request = readRequest({ operation: 'Delete', title, message: message(text) }, catalogue);
        const result = spawnSync(program, options, { input: target.write(request), encoding: 'utf8' });
        assert.equal(result.status, 0, result.stderr);
      }),
      { numRuns: 25 },
    );
  };

  it('are programs still: shell', () => check('curl', ['sh', '-n']));
  it('are programs still: Node', () =>
    check('node', [process.execPath, '--check', '--input-type=module', '-']));

  it('are written for every message of the API, empty as it may be', () => {
    for (const { name, request } of catalogue.operations) {
      const code = readRequest(
        { operation: name, title: name, message: { name: request, children: [] } },
        catalogue,
      );
      for (const target of targets) {
        if (target.refusal?.(code) === undefined)
          assert.ok(target.write(code).length > 0, `${target.id} ${name}`);
      }
    }
  });
});
