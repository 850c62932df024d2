/** Scratch files in, requests and diagnostics out. */
import { shippedCatalogue } from '../../src/catalogue/index.ts';
import {
  diagnose,
  noFacts,
  parseScratch,
  resolveRequest,
  type SystemContext,
} from '../../src/language/index.ts';
import { goldenCases } from '../support/golden.ts';

const context: SystemContext = {
  now: Date.UTC(2026, 10, 20, 12),
  guid: () => '7e0cca04-57bd-4481-864c-6ea8039d2ea0',
  random: () => 0.25,
  mid: 100_000_002,
  eid: 100_000_001,
};

describe('golden: scratch files', () => {
  for (const golden of goldenCases('scratch')) {
    it(golden.name, () => {
      const text = golden.read('input.mcsoap');
      const file = parseScratch(text);
      const requests = file.requests.map((request) => {
        const resolution = resolveRequest(file, request, shippedCatalogue, context);
        return 'problem' in resolution ? { problem: resolution.problem.message } : resolution.request;
      });
      golden.expect('requests.json', JSON.stringify(requests, undefined, 2));
      const diagnostics = diagnose({ file, catalogue: shippedCatalogue, context, facts: noFacts }).map(
        ({ code, message, range, severity }) => {
          const line = text.slice(0, range.start).split('\n').length;
          return `line ${String(line)}: ${severity} ${code} «${text.slice(range.start, range.end)}» ${message}`;
        },
      );
      golden.expect('diagnostics.txt', diagnostics.length === 0 ? 'none' : diagnostics.join('\n'));
    });
  }
});
