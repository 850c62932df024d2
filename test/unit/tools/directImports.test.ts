/** Front doors cost nothing in a bundle: what is needed late is loaded late, though it stands behind the same door. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';
import { directImports } from '../../../tools/build/directImports.mjs';

const files = {
  'src/main.ts': `import {\n  early,\n  type Shape,\n} from './room/index.ts';\nconst shape: Shape = early;\nconsole.log(shape);\nvoid import('./late.ts');`,
  'src/late.ts': `import { renamed as late, ownWord } from './room/index.ts';\nexport const result = late + ownWord;`,
  'src/room/index.ts': `export { early, type Shape } from './early.ts';\nexport * from './pure.ts';\nexport const ownWord = 'door';`,
  'src/room/pure.ts': `export { late as renamed } from './late.ts';`,
  'src/room/early.ts': `export type Shape = string;\nexport const early = 'EARLY';`,
  'src/room/late.ts': `export const late = 'LATE';`,
};

describe('imports through a front door, in a bundle', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mc-doors-'));
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
  });

  after(() => rm(folder, { recursive: true }));

  async function bundle(lateSource: string): Promise<string> {
    await writeFile(path.join(folder, 'src/late.ts'), lateSource);
    const { outputFiles } = await esbuild.build({
      entryPoints: [path.join(folder, 'src/main.ts')],
      ...{ bundle: true, splitting: true, format: 'esm', write: false, outdir: path.join(folder, 'out') },
      plugins: [directImports()],
    });
    return outputFiles.find(({ path: file }) => file.endsWith('main.js'))?.text ?? '';
  }

  it('go to the file behind it, by its own name, through doors behind doors', async () => {
    const main = await bundle(
      `import { renamed as late } from './room/index.ts';\nexport const result = late;`,
    );
    assert.match(main, /EARLY/);
    assert.doesNotMatch(main, /LATE/);
    assert.doesNotMatch(main, /^import .*chunk/m, 'nothing is shared by the two');
  });

  it('stay where they are when the door makes a name itself', async () => {
    const main = await bundle(files['src/late.ts']);
    assert.match(main, /^import [^;]*chunk/m, 'both have it from the door');
  });
});
