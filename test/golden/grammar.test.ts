/** Colours of scratch files: a text in, each of its pieces with what the grammar takes it for out. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';
import { goldenCases } from '../support/golden.ts';

const scope = 'source.mcsoap';

async function loadGrammar(): Promise<IGrammar> {
  const program = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(program));
  const file = fileURLToPath(new URL('../../syntaxes/mcsoap.tmLanguage.json', import.meta.url));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: (name) =>
      Promise.resolve(name === scope ? parseRawGrammar(readFileSync(file, 'utf8'), file) : undefined),
  });
  const grammar = await registry.loadGrammar(scope);
  if (grammar === null) throw new Error(`There is no grammar ${scope}.`);
  return grammar;
}

/** Each line, and below it its pieces; blanks that mean nothing are left out. */
function describeTokens(text: string, grammar: IGrammar): string {
  let stack = INITIAL;
  const lines = text.split('\n').flatMap((line, index) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    const pieces = tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const piece = line.slice(startIndex, endIndex);
      const names = scopes.filter((name) => name !== scope).join(' ');
      return piece.trim() === '' ? [] : [`  «${piece}» ${names}`.trimEnd()];
    });
    return line.trim() === '' ? [] : [`${String(index + 1)}: ${line}`, ...pieces];
  });
  return lines.join('\n');
}

describe('golden: colours', () => {
  let grammar: IGrammar;

  before(async () => {
    grammar = await loadGrammar();
  });

  for (const golden of goldenCases('grammar')) {
    it(golden.name, () => {
      golden.expect('tokens.txt', describeTokens(golden.read('input.mcsoap'), grammar));
    });
  }
});
