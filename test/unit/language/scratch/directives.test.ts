/** Directives: what they ask for, what is wrong with them, and what variables make of them. */
import assert from 'node:assert/strict';
import { shippedCatalogue as catalogue } from '../../../../src/catalogue/index.ts';
import { parseAssertion } from '../../../../src/language/scratch/assertion.ts';
import { parseScratch } from '../../../../src/language/scratch/parse.ts';
import { resolveRequest } from '../../../../src/language/scratch/resolve.ts';
import type { VariableContext } from '../../../../src/language/scratch/variables.ts';
import type { ResolvedRequest } from '../../../../src/shared/languageMessages.ts';

const status = '<SystemStatusRequestMsg><Options/></SystemStatusRequestMsg>';
const retrieve =
  '<RetrieveRequestMsg><RetrieveRequest><ObjectType>List</ObjectType></RetrieveRequest></RetrieveRequestMsg>';

const context: VariableContext = {
  now: Date.UTC(2026, 0, 31, 12),
  guid: () => 'guid',
  random: () => 0.5,
  mid: 7,
};

function problemsOf(text: string): string[] {
  return parseScratch(text).problems.map(
    ({ code, range }) => `${code} at «${text.slice(range.start, range.end)}»`,
  );
}

function resolve(
  text: string,
  more: Partial<VariableContext> = {},
): Partial<ResolvedRequest> & { problem?: string } {
  const file = parseScratch(text);
  const [request] = file.requests;
  assert.ok(request);
  const resolution = resolveRequest(file, request, catalogue, { ...context, ...more });
  return 'problem' in resolution ? { problem: resolution.problem.message } : resolution.request;
}

describe('directives', () => {
  it('say how a request is run', () => {
    const { mode, batch, correlation, save, allBusinessUnits, assertions } = resolve(
      `# @bu all\n# @mode hybrid\n# @batch 20\n# @correlation {{$guid}}-1\n# @save out/lists.csv\n# @assert count(//Results) > 0\n# @assert //Results[1]/Name = "A = B"\n${retrieve}`,
    );
    assert.deepEqual(
      { mode, batch, correlation, save, allBusinessUnits },
      { mode: 'hybrid', batch: 20, correlation: 'guid-1', save: 'out/lists.csv', allBusinessUnits: true },
    );
    assert.deepEqual(
      assertions?.map(({ xpath, operator, value }) => [xpath, operator, value]),
      [
        ['count(//Results)', '>', '0'],
        ['//Results[1]/Name', '=', 'A = B'],
      ],
    );
  });

  it('make a retrieve ask for every business unit, at the place that the schema has for it', () => {
    assert.match(
      resolve(`# @bu all\n${retrieve}`).body ?? '',
      /<\/ObjectType><QueryAllAccounts>true<\/QueryAllAccounts><\/RetrieveRequest>/,
    );
    const withOptions = retrieve.replace('</RetrieveRequest>', '<Options/></RetrieveRequest>');
    assert.match(resolve(`# @bu all\n${withOptions}`).body ?? '', /true<\/QueryAllAccounts><Options\/>/);
    const present = retrieve.replace(
      '</RetrieveRequest>',
      '<QueryAllAccounts>false</QueryAllAccounts></RetrieveRequest>',
    );
    assert.equal(resolve(`# @bu all\n${present}`).body?.match(/QueryAllAccounts>true</g)?.length, 1);
    assert.equal(resolve(`# @bu all\n${status}`).body?.includes('QueryAllAccounts'), false);
  });

  const mistakes: readonly (readonly [string, string, readonly string[]])[] = [
    ['a mode that is none', `# @mode fast\n${status}`, ['directive-value at «fast»']],
    ['a batch of nothing', `# @batch 0\n${status}`, ['directive-value at «0»']],
    ['a file of another kind', `# @save a.pdf\n${status}`, ['directive-value at «a.pdf»']],
    ['a prompt without a name', `# @prompt\n${status}`, ['directive-value at «prompt»']],
    ['an assertion that is no XPath', `# @assert //a[ = 1\n${status}`, ['directive-value at «//a[ = 1»']],
    [
      'an assertion with a broken pattern',
      `# @assert //a matches (\n${status}`,
      ['directive-value at «//a matches (»'],
    ],
    ['a directive that is there twice', `# @bu 1\n# @bu 2\n${status}`, ['duplicate-directive at «bu»']],
    ['a chain to nowhere', `# @onSuccess run b\n${status}`, ['unknown-name at «run b»']],
    [
      'a chain in a circle',
      `# @name a\n# @onSuccess run b\n${status}\n###\n# @name b\n# @onSuccess run a\n${status}`,
      ['circular-chain at «run b»', 'circular-chain at «run a»'],
    ],
  ];
  for (const [title, text, expected] of mistakes) {
    it(`are wrong: ${title}`, () => assert.deepEqual(problemsOf(text), expected));
  }

  it('may stand several times where that makes sense', () => {
    const text = `# @name a\n# @prompt x\n# @prompt y a number\n# @assert //A\n# @assert //B\n# @onSuccess run b\n# @onSuccess run c\n${status}\n### b\n# @name b\n${status}\n### c\n# @name c\n${status}`;
    assert.deepEqual(problemsOf(text), []);
  });

  it('are checked again with their variables filled in', () => {
    assert.equal(resolve(`@n = 3\n# @limit {{n}}\n${status}`).follow, 3);
    assert.match(
      resolve(`@n = x\n# @limit {{n}}\n${status}`).problem ?? '',
      /@limit takes a number; its variables make it “x”/,
    );
  });
});

describe('variables from outside', () => {
  const values = new Map([
    ['host', 'staging'],
    ['both', 'environment'],
  ]);
  const outside: Partial<VariableContext> = {
    environment: (name) => values.get(name),
    environmentName: 'staging',
    dotenv: (name) =>
      new Map([
        ['both', '.env'],
        ['SECRET', 's3cret'],
        ['staging', 'by reference'],
      ]).get(name),
    processEnv: (name) => (name === 'HOME' ? '/home' : undefined),
  };
  const filledIn = (expression: string, before = ''): string => {
    const { body, problem } = resolve(
      `${before}<CreateRequest><X>${expression}</X></CreateRequest>`,
      outside,
    );
    return problem ?? /<X>(.*)<\/X>/.exec(body ?? '')?.[1] ?? '';
  };

  it('come from the file, then the environment, then .env', () => {
    assert.equal(filledIn('{{both}}', '@both = file\n'), 'file');
    assert.equal(filledIn('{{both}}'), 'environment');
    assert.equal(filledIn('{{SECRET}}'), 's3cret');
    assert.match(filledIn('{{nope}}'), /nope has no value, neither here nor in the environment staging/);
  });

  it('can be asked for by their place', () => {
    assert.equal(filledIn('{{$processEnv HOME}}'), '/home');
    assert.equal(filledIn('{{$dotenv SECRET}}'), 's3cret');
    assert.equal(filledIn('{{$dotenv %host}}'), 'by reference');
    assert.match(filledIn('{{$dotenv NOPE}}'), /There is no NOPE in the \.env file/);
    assert.match(filledIn('{{$dotenv}}'), /is written/);
  });

  it('write dates in any format', () => {
    assert.equal(filledIn('{{$datetime "YYYY-MM-DD HH:mm" -1 d}}'), '2026-01-30 12:00');
    assert.equal(filledIn("{{$datetime 'MM/DD/YYYY' 1 M}}"), '03/03/2026');
    assert.match(
      filledIn('{{$localDatetime iso8601}}'),
      /^2026-01-31T\d\d:\d\d:00\.000[+-]\d\d:\d\d$|^2026-02-01T/,
    );
  });

  it('come first from the answer to a prompt', () => {
    const text = '@who = file\n# @prompt who\n<CreateRequest><X>{{who}}</X></CreateRequest>';
    assert.match(resolve(text, { prompted: () => 'asked' }).body ?? '', /<X>asked</);
  });

  it('read the result of another request', () => {
    const text = '<CreateRequest><X>{{first.response.body.//Results[1]/ID}}</X></CreateRequest>';
    const { body } = resolve(text, {
      results: ({ name, part, xpath }) => ({ value: `${name} ${part} ${xpath}` }),
    });
    assert.match(body ?? '', /<X>first response \/\/Results\[1\]\/ID</);
  });
});

describe('assertions', () => {
  const cases: readonly (readonly [string, readonly [string, string, string]])[] = [
    ['//a', ['//a', 'true', '']],
    ['//a = 1', ['//a', '=', '1']],
    ['//a == "x y"', ['//a', '=', 'x y']],
    ['//a[b = 1 and c] != 2', ['//a[b = 1 and c]', '!=', '2']],
    ['contains(//a, " = ")', ['contains(//a, " = ")', 'true', '']],
    ['//a exists', ['//a', 'exists', '']],
    ['//a missing', ['//a', 'missing', '']],
    ['//a contains', ['//a', 'contains', '']],
    ['//a = {{b.response.body.//c = 1}}', ['//a', '=', '{{b.response.body.//c = 1}}']],
    ['string-length(//a) >= 5', ['string-length(//a)', '>=', '5']],
  ];
  for (const [text, [xpath, operator, value]] of cases) {
    it(`read ${text}`, () => assert.deepEqual(parseAssertion(text), { xpath, operator, value }));
  }
});
