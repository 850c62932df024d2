/**
 * Who may import whom: the table of ARCHITECTURE.md as rules. A folder of `src` is entered through its front door,
 * `index.ts`, and `vscode` stays where an editor is.
 */

/** Each folder of `src` → the others that it may import. */
const mayImport = {
  shared: [],
  catalogue: [],
  soap: ['catalogue'],
  language: ['shared', 'catalogue', 'soap'],
  guides: ['shared', 'catalogue', 'soap'],
  codegen: ['shared', 'catalogue', 'soap'],
  runs: ['shared', 'catalogue', 'soap', 'language', 'views/export'],
  paste: ['language'],
  views: ['shared', 'catalogue', 'soap'],
  sandbox: ['catalogue'],
  extension: [
    'shared',
    'catalogue',
    'soap',
    'language',
    'guides',
    'codegen',
    'runs',
    'paste',
    'views',
    'sandbox',
  ],
};

/**
 * What another folder may name. `shared` is nothing but agreements, each file one; the part of the SOAP client that
 * opens no socket has a door of its own; the WSDL reader is apart, so that only who refreshes the catalogue loads it;
 * the exporter knows no editor, so that the command line can use it.
 */
const doors = [
  'src/shared/[^/]+',
  'src/[^/]+/index',
  'src/soap/pure',
  'src/catalogue/wsdl/index',
  'src/views/export/index',
];
const doorPattern = `^(?:${doors.join('|')})\\.ts$`;

const inSrc = (/** @type {readonly string[]} */ folders) => `^src/(?:${folders.join('|')})/`;
const npmPackage = 'node_modules/';
const page = '^src/views/.*/webview/';
const vscode = ['^vscode$', 'node_modules/@types/vscode/', '^tools/types/no-vscode'];

const table = Object.entries(mayImport).map(([folder, others]) => ({
  name: `table-${folder}`,
  comment: `src/${folder} may import ${others.join(', ') || 'nothing of the other folders'}.`,
  severity: 'error',
  from: { path: inSrc([folder]) },
  to: { path: '^(?:src|test|tools)/', pathNot: inSrc([folder, ...others]) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...table,
    {
      name: 'front-doors',
      comment: 'A folder of src is entered through its index.ts.',
      severity: 'error',
      from: { path: '^(src/[^/]+)/' },
      to: { path: '^src/', pathNot: ['^$1/', doorPattern] },
    },
    {
      name: 'front-doors-for-tests',
      comment:
        'Only unit tests and what supports them look behind the front doors; and the bench of the tree, since the door of the views opens in VS Code only.',
      severity: 'error',
      from: {
        path: '^(?:test/(?:golden|contract|peers|bench)|tools)/',
        pathNot: '^test/bench/tree\\.ts$',
      },
      to: { path: '^src/', pathNot: [doorPattern, '\\.json$'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'soap-without-sockets',
      comment: 'These run where no request may be sent, so they see only the pure part of the SOAP client.',
      severity: 'error',
      from: { path: inSrc(['language', 'guides', 'codegen']) },
      to: { path: '^src/soap/', pathNot: '^src/soap/pure\\.ts$' },
    },
    {
      name: 'sandbox-loaded-late',
      comment:
        'Starting the extension loads no sandbox: it is reached by bundle path, or by an import() when wanted.',
      severity: 'error',
      from: { path: inSrc(['extension']) },
      to: { path: inSrc(['sandbox']), dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sandbox-stands-alone',
      comment:
        'A sandbox that shares code with the client shares its bugs: it has the catalogue and Node only.',
      severity: 'error',
      from: { path: inSrc(['sandbox']) },
      to: { path: npmPackage },
    },
    {
      name: 'pages-stand-alone',
      comment: 'A page has its own folder, the messages in src/shared, and packages made for browsers.',
      severity: 'error',
      from: { path: '^(src/views/panels/[^/]+/webview)/' },
      to: { path: '^src/', pathNot: ['^$1/', '^src/views/panels/webview/', inSrc(['shared'])] },
    },
    {
      name: 'pages-without-node',
      comment: 'There is no Node in a page.',
      severity: 'error',
      from: { path: page },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pages-by-bundle-only',
      comment: 'The page runs in a frame of its own; the extension knows it by the path of its bundle.',
      severity: 'error',
      from: { path: '^src/', pathNot: page },
      to: { path: page },
    },
    {
      name: 'vscode-where-an-editor-is',
      comment:
        'vscode is imported by the extension, the host half of the views, and the tests that run in VS Code.',
      severity: 'error',
      from: {
        pathNot: ['^src/extension/', '^src/views/', '^test/host/'],
      },
      to: { path: vscode },
    },
    {
      name: 'no-vscode-in-pages',
      comment: 'A page talks to the editor by messages only.',
      severity: 'error',
      from: { path: page },
      to: { path: vscode },
    },
    {
      name: 'host-tests-see-the-bundle',
      comment: 'Tests inside VS Code drive what ships, through what VS Code shows of it.',
      severity: 'error',
      from: { path: '^test/host/' },
      to: { path: '^(?:src|tools|test/(?!host/))' },
    },
    {
      name: 'ui-tests-see-the-window',
      comment:
        'Tests of the window drive what ships. The sandbox org is the other end of the line, not what is tested.',
      severity: 'error',
      from: { path: '^test/ui/' },
      to: { path: '^(?:src|tools)/', pathNot: '^src/sandbox/index\\.ts$' },
    },
    {
      name: 'nothing-leans-on-tests',
      comment: 'What ships, and what builds it, does not import tests.',
      severity: 'error',
      from: { path: '^(?:src|tools)/' },
      to: { path: '^test/' },
    },
    {
      name: 'starts-from-a-bare-clone',
      comment: 'These run before the dependencies are installed, so they import none (but late).',
      severity: 'error',
      from: { path: '^tools/(?:run|start|vscode)(?:/|\\.mjs$)' },
      to: { path: npmPackage, dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-what-ships',
      comment: 'What src imports at run time is a dependency, not a tool of development.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/vscode' },
    },
  ],
  options: {
    doNotFollow: { path: npmPackage },
    exclude: { path: '^(?:dist|out)/' },
    // Imports of types count too: they tie folders together as firmly.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.cjs', '.js', '.json'] },
  },
};
