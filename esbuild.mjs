/**
 * Bundles everything that ships into `dist/`: the extension, the language server, the sandbox org and the pages;
 * and, with `--tests`, the tests that run inside VS Code into `out/host/`.
 *
 * `--production` minifies, leaves source maps out and writes the declarations that are shipped; `--watch` rebuilds on
 * every change.
 */
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { bundles } from './tools/build/bundles.mjs';
import { writeDeclarations } from './tools/build/declarations.mjs';
import { reportSizes } from './tools/build/sizes.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const has = (/** @type {string} */ flag) => process.argv.includes(flag);
const wanted = { production: has('--production'), tests: has('--tests') };

/** The font and the classes of VS Code's own icons, which the pages link to. */
async function copyIcons() {
  const from = path.join(root, 'node_modules/@vscode/codicons/dist');
  const to = path.join(root, 'dist/pages');
  await mkdir(to, { recursive: true });
  await Promise.all(
    ['codicon.css', 'codicon.ttf'].map((name) => copyFile(path.join(from, name), path.join(to, name))),
  );
}

async function buildOnce() {
  // Chunk names carry a hash, so without this the chunks of earlier builds would stay and be packaged.
  await rm(path.join(root, 'dist'), { recursive: true, force: true });
  const results = await Promise.all((await bundles(root, wanted)).map((options) => esbuild.build(options)));
  await copyIcons();
  if (wanted.production) await writeDeclarations(root);
  const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile?.outputs));
  const inputs = Object.assign({}, ...results.map(({ metafile }) => metafile?.inputs));
  await mkdir(path.join(root, 'out'), { recursive: true });
  await writeFile(path.join(root, 'out/meta.json'), JSON.stringify({ inputs, outputs }));
  await reportSizes(path.join(root, 'dist'), outputs);
}

async function watch() {
  await copyIcons();
  const contexts = await Promise.all(
    (await bundles(root, wanted)).map((options) => esbuild.context({ ...options, logLevel: 'info' })),
  );
  await Promise.all(contexts.map((context) => context.watch()));
  console.log('Watching for changes. Ctrl+C ends it.');
}

try {
  await (has('--watch') ? watch() : buildOnce());
} catch (error) {
  // esbuild has printed its own findings; anything else is a fault of this script and shows its stack.
  if (!(error instanceof Error && 'errors' in error)) console.error(error);
  process.exitCode = 1;
}
