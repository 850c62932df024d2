/** A request in, a program of each language out (G4). */
import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../src/catalogue/index.ts';
import { readRequest, targets } from '../../src/codegen/index.ts';
import { parseScratch, templateOf, type SystemContext } from '../../src/language/index.ts';
import { goldenCases } from '../support/golden.ts';

const context: SystemContext = {
  now: Date.UTC(2026, 10, 20, 12),
  guid: () => '7e0cca04-57bd-4481-864c-6ea8039d2ea0',
  random: () => 0.25,
  mid: 100_000_002,
  eid: 100_000_001,
};

describe('golden: copy as code', () => {
  for (const golden of goldenCases('codegen')) {
    describe(golden.name, () => {
      const file = parseScratch(golden.read('request.mcsoap'));
      const [request] = file.requests;
      assert.ok(request);
      const result = templateOf(file, request, shippedCatalogue, context);
      assert.ok('template' in result, 'the request is not one');
      const code = readRequest(result.template, shippedCatalogue);
      for (const target of targets) {
        const refusal = target.refusal?.(code);
        it(`${target.label}${refusal === undefined ? '' : ' is refused'}`, () => {
          const program = refusal ?? target.write(code);
          assert.doesNotMatch(program, /do-not-copy/);
          assert.doesNotMatch(program, /undefined|\[object/);
          golden.expect(`${target.id}.${target.ending}`, program);
        });
      }
    });
  }
});
