import { basename, dirname, relative, sep } from 'node:path';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const rooms = ['core', 'kinds', 'engine', 'store', 'ui', 'app', 'importers', 'exporters', 'headless'];
const root = import.meta.dirname;

/** File names: words in lower case joined by hyphens, with dotted suffixes (rating.view.tsx, layers.test.ts). */
const kebabFile = {
  meta: { type: 'suggestion', schema: [], messages: { name: 'Name this file in kebab-case: {{file}}' } },
  create: (context) => ({
    Program(node) {
      const file = basename(context.filename);
      if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(file))
        context.report({ node, messageId: 'name', data: { file } });
    },
  }),
};

/** Within a room imports are relative; into another room they go by its name ("#core/…"). */
const roomByName = {
  meta: { type: 'problem', schema: [], messages: { room: "Import another room by its name: '#{{target}}'" } },
  create(context) {
    const from = relative(root, context.filename).split(sep);
    function check(node) {
      const specifier = node.source?.value;
      if (from[0] !== 'src' || typeof specifier !== 'string' || !specifier.startsWith('../')) return;
      const target = relative(`${root}/src`, `${dirname(context.filename)}/${specifier}`).split(sep);
      if (rooms.includes(target[0]) && target[0] !== from[1])
        context.report({ node, messageId: 'room', data: { target: target.join('/') } });
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

const nodeGlobals = Object.fromEntries(
  [
    'process',
    'console',
    'URL',
    'Buffer',
    'setTimeout',
    'clearTimeout',
    'fetch',
    'AbortSignal',
    'structuredClone',
    'performance',
    'module',
  ].map((name) => [name, name === 'module' ? 'writable' : 'readonly']),
);

const noBarrels = { selector: 'ExportAllDeclaration', message: 'Name what you export; no barrels.' };
const noDefault = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };

export default defineConfig(
  globalIgnores(['dist', '.out', 'node_modules', 'e2e/peers', '**/*.generated.*']),
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: nodeGlobals },
  },
  {
    files: ['src/**', 'e2e/**', 'templates/**'],
    plugins: { saleswright: { rules: { 'kebab-file': kebabFile, 'room-by-name': roomByName } } },
    rules: {
      'max-lines': ['error', 400],
      'saleswright/kebab-file': 'error',
      'saleswright/room-by-name': 'error',
      'no-restricted-syntax': ['error', noBarrels, noDefault],
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.config.{js,ts}', 'e2e/playwright.config.ts'],
    rules: { 'no-restricted-syntax': ['error', noBarrels] },
  },
);
