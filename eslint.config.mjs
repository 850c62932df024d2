import comments from '@eslint-community/eslint-plugin-eslint-comments/configs';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { localised } from './tools/lint/localised.mjs';

/** VS Code entry points that have one door each: what may not be called, and where its door is. */
const doors = [
  ['commands', 'registerCommand', 'src/extension/commands/registerCommand.ts'],
  ['commands', 'executeCommand', 'src/extension/commands/runCommand.ts'],
  ['workspace', 'getConfiguration', 'src/extension/settings/settings.ts'],
  ['window', 'showInputBox', 'src/extension/dialogs/askText.ts'],
  ['window', 'createOutputChannel', 'src/extension/log/outputLog.ts'],
  ['window', 'createWebviewPanel', 'src/views/panels/page.ts'],
].map(([namespace, method, door]) => ({
  selector: `CallExpression[callee.object.name='${namespace}'][callee.property.name='${method}']`,
  message: `${namespace}.${method} has one door: ${door}.`,
}));

const webviewHtml = {
  selector: "AssignmentExpression[left.property.name='html']",
  message: 'A page’s HTML is set in one place, which sets its security policy too: src/views/panels/page.ts.',
};

const secrets = {
  selector: "MemberExpression[object.name='context'][property.name='secrets']",
  message: 'Secrets have one door: src/extension/credentials/secretStore.ts.',
};

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that one thing has one name everywhere.',
};

export default tseslint.config(
  { ignores: ['dist', 'out', '.vscode-test', 'test-results', 'node_modules'] },
  js.configs.recommended,
  comments.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: false }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  {
    rules: {
      'max-lines': ['error', 300],
      'max-params': ['error', 4],
      complexity: ['error', 12],
      eqeqeq: 'error',
      'no-console': 'error',
      '@eslint-community/eslint-comments/require-description': 'error',
      '@eslint-community/eslint-comments/no-unused-disable': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, ...doors, webviewHtml, secrets] },
  },
  {
    // The doors themselves.
    files: [
      'src/extension/commands/registerCommand.ts',
      'src/extension/commands/runCommand.ts',
      'src/extension/settings/settings.ts',
      'src/extension/dialogs/askText.ts',
      'src/extension/log/outputLog.ts',
      'src/extension/credentials/secretStore.ts',
      'src/views/panels/page.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
  },
  {
    // What a person reads; the log, the wire and the programs of the command line are English (docs/decisions/0008).
    files: [
      'src/{extension,guides}/**/*.ts',
      'src/views/{dataExtensions,export,sends,trees,usage}/**/*.ts',
      'src/views/*.ts',
      'src/views/panels/{checkup,properties,sends,webview}/**/*.ts',
    ],
    ignores: ['src/extension/{log,language,requests}/**', 'src/extension/rows/**'],
    plugins: { words: { rules: { localised } } },
    rules: { 'words/localised': 'error' },
  },
  {
    // Declarations of other people's modules follow those modules.
    files: ['**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport],
      // Mocha hands its context over as `this`, and returns nothing that has to be awaited.
      'prefer-arrow-callback': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        module: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        Buffer: 'readonly',
        AbortController: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
  {
    // Programs of the command line talk to their person through the console.
    files: ['tools/**', 'test/**', 'examples/**', 'esbuild.mjs', 'src/sandbox/cli.ts'],
    rules: { 'no-console': 'off' },
  },
);
