/** The table of what is bundled: one row for each process that loads code. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { directImports } from './directImports.mjs';

/**
 * What a CommonJS dependency needs inside an ES module: its own `require`.
 * VS Code watches every `require` of the extension host, so `require('vscode')` works through this one too.
 */
const requireForCommonJs = [
  "import { createRequire as createRequireOfBundle } from 'node:module';",
  'const require = createRequireOfBundle(import.meta.url);',
].join('\n');

/**
 * @typedef {object} Bundle
 * @property {string} outdir folder the bundle is written to, from the project's root
 * @property {Record<string, string>} entries name of each output file (without extension) → its source
 * @property {import('esbuild').BuildOptions} options what differs from the common options
 */

/** @type {import('esbuild').BuildOptions} */
const nodeModule = {
  platform: 'node',
  format: 'esm',
  target: 'node20.18',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  // The ES module form of a dependency first: it can be shaken; the CommonJS form cannot.
  mainFields: ['module', 'main'],
  banner: { js: requireForCommonJs },
};

/** In the extension's own process VS Code holds the texts of the person's language, before any module is loaded. */
const localised = { '@vscode/l10n': './src/extension/l10n.ts' };

/** @type {readonly Bundle[]} */
const nodeBundles = [
  {
    outdir: 'dist/extension',
    entries: { main: 'src/extension/main.ts' },
    options: { ...nodeModule, alias: localised, external: ['vscode'], plugins: [directImports()] },
  },
  { outdir: 'dist/language', entries: { server: 'src/language/main.ts' }, options: nodeModule },
  {
    outdir: 'dist/sandbox',
    entries: {
      worker: 'src/sandbox/worker.ts',
      cli: 'src/sandbox/cli.ts',
      index: 'src/sandbox/index.ts',
    },
    options: nodeModule,
  },
  {
    outdir: 'dist/runs',
    entries: { answersThread: 'src/runs/answersThread.ts' },
    options: { ...nodeModule, plugins: [directImports()] },
  },
  { outdir: 'dist/client', entries: { index: 'src/soap/index.ts' }, options: nodeModule },
  { outdir: 'dist/cli', entries: { 'marketing-cloud-soap': 'src/runs/cli/main.ts' }, options: nodeModule },
];

/**
 * Every page of `src/views/panels/<panel>/webview/main.ts`, as one script and one style sheet.
 * @param {string} root the project's root
 * @returns {Promise<Bundle>}
 */
async function pages(root) {
  const panels = 'src/views/panels';
  const folders = existsSync(path.join(root, panels))
    ? await readdir(path.join(root, panels), { withFileTypes: true })
    : [];
  const entries = folders
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => /** @type {const} */ ([name, `${panels}/${name}/webview/main.ts`]))
    .filter(([, source]) => existsSync(path.join(root, source)));
  return {
    outdir: 'dist/pages',
    entries: Object.fromEntries(entries),
    // The engine of the oldest VS Code that the manifest accepts.
    options: { platform: 'browser', format: 'iife', target: 'chrome138' },
  };
}

/**
 * The tests that run inside VS Code. Mocha stays outside: it lies beside them in the project.
 * CommonJS, as every VS Code loads its test runner that way.
 * @param {string} root the project's root
 * @returns {Promise<Bundle>}
 */
async function hostTests(root) {
  const folder = 'test/host';
  const names = existsSync(path.join(root, folder)) ? await readdir(path.join(root, folder)) : [];
  const tests = names.filter((name) => name === 'index.ts' || name.endsWith('.test.ts'));
  return {
    outdir: 'out/host',
    entries: Object.fromEntries(tests.map((name) => [name.replace(/\.ts$/, ''), `${folder}/${name}`])),
    options: {
      platform: 'node',
      format: 'cjs',
      target: 'node20.18',
      outExtension: { '.js': '.cjs' },
      alias: localised,
      external: ['vscode', 'mocha'],
      define: { 'import.meta.dirname': '__dirname' },
    },
  };
}

/**
 * The builds to run, as esbuild takes them.
 * @param {string} root the project's root
 * @param {{ production: boolean, tests: boolean }} wanted
 * @returns {Promise<import('esbuild').BuildOptions[]>}
 */
export async function bundles(root, { production, tests }) {
  const table = [...nodeBundles, await pages(root), ...(tests ? [await hostTests(root)] : [])];
  return table.map((bundle) => present(bundle, root)).flatMap((bundle) => toBuild(bundle, root, production));
}

/**
 * The bundle without the entries that are not in the tree, each of which is named.
 * @param {Bundle} bundle
 * @param {string} root
 * @returns {Bundle}
 */
function present(bundle, root) {
  const all = Object.entries(bundle.entries);
  const found = all.filter(([, source]) => existsSync(path.join(root, source)));
  for (const [, source] of all.filter((entry) => !found.includes(entry))) {
    console.log(`Left out, as it is not in the tree: ${source}`);
  }
  return { ...bundle, entries: Object.fromEntries(found) };
}

/**
 * @param {Bundle} bundle
 * @param {string} root
 * @param {boolean} production
 * @returns {import('esbuild').BuildOptions[]} none when the bundle has no entry
 */
function toBuild({ outdir, entries, options }, root, production) {
  if (Object.keys(entries).length === 0) return [];
  return [
    {
      absWorkingDir: root,
      entryPoints: entries,
      outdir,
      bundle: true,
      minify: production,
      sourcemap: production ? false : 'linked',
      metafile: true,
      legalComments: 'none',
      logLevel: 'warning',
      ...options,
    },
  ];
}
