/**
 * Requests that are copied as programs which cannot be run here, as they need a tool kit or the platform: each is read
 * by the compiler of its language, or by a parser that knows nothing of us.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'acorn';
import { goldenCases, type GoldenCase } from '../support/golden.ts';
import { runs } from './peer.ts';

interface Compiler {
  /** Name of the golden file. */
  readonly file: string;
  readonly command: string;
  /** Makes it say its version, and do nothing. */
  readonly version: string;
  /** True when it reads many programs in one go. */
  readonly readsMany?: true;
  /** Makes it read the program without the classes that the tool kit generates. */
  readonly options: readonly string[];
}

const compilers: readonly Compiler[] = [
  {
    file: 'java-axis2.java',
    command: 'javac',
    version: '-version',
    readsMany: true,
    options: ['-proc:none', '-XDshould-stop.ifNoError=PARSE'],
  },
  { file: 'csharp-wcf.cs', command: 'mcs', version: '--version', options: ['--parse'] },
  { file: 'csharp-wse.cs', command: 'mcs', version: '--version', options: ['--parse'] },
  { file: 'ruby.rb', command: 'ruby', version: '--version', options: ['-c'] },
  { file: 'php.php', command: 'php', version: '--version', options: ['-l'] },
];

const cases = goldenCases('codegen');

/** The cases that have a program in this file. */
function withFile(file: string): readonly GoldenCase[] {
  const found = cases.filter((one) => one.has(file));
  assert.ok(found.length > 0, `There is no ${file}.`);
  return found;
}

describe('programs that are copied, read by the compiler of their language', () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(path.join(tmpdir(), 'mc-syntax-'))));
  after(() => rm(folder, { recursive: true }));

  for (const { file, command, version, options, readsMany } of compilers) {
    it(file, async function () {
      this.timeout(60_000);
      if (!runs(command, version)) {
        console.warn(`      SKIPPED: ${file} is not checked; install ${command}.`);
        this.skip();
      }
      const programs = await Promise.all(
        withFile(file).map(async (one) => {
          const program = path.join(folder, `${one.name}-${file}`);
          await writeFile(program, one.read(file));
          return program;
        }),
      );
      const goes = readsMany === true ? [programs] : programs.map((program) => [program]);
      for (const some of goes) await promisify(execFile)(command, [...options, ...some]);
    });
  }

  it('ssjs.html, as the ECMAScript 3 that the platform takes', () => {
    // WSProxy does not have every method; the program says so then, and holds no script.
    const isScript = (one: GoldenCase): boolean => one.read('ssjs.html').startsWith('<script');
    const programs = withFile('ssjs.html').filter(isScript);
    assert.ok(programs.length > 0);
    for (const one of programs) {
      const [, script] = /^<script runat="server">\n([^]*)<\/script>\s*$/.exec(one.read('ssjs.html')) ?? [];
      assert.ok(script !== undefined, one.name);
      assert.doesNotThrow(() => parse(script, { ecmaVersion: 3, sourceType: 'script' }), one.name);
    }
  });

  it('ampscript.amp, block by block, each call and each text closed', () => {
    for (const one of withFile('ampscript.amp')) {
      const text = one.read('ampscript.amp');
      const withoutTexts = text.replaceAll(/"[^"\n]*"/g, '""');
      assert.equal(withoutTexts.split('%%[').length, withoutTexts.split(']%%').length, one.name);
      for (const line of withoutTexts.split('\n')) {
        assert.equal(line.split('(').length, line.split(')').length, `${one.name}: ${line}`);
        assert.equal(line.replaceAll('""', '').includes('"'), false, `${one.name}: ${line}`);
      }
    }
  });
});
