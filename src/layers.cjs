// Who may import whom: the table of src/README.md as dependency-cruiser rules. `npm run layers` checks it.
// Rules with `reachable` or `circular` are judged on what runs; all others count `import type` as well.

const TEST = '\\.(test|bench)\\.tsx?$|/testing/'; // test code; a folder named testing/ holds what only tests use
const npm = (names) => `(^|/)node_modules/(${names})/`;
const ZOD = npm('zod');
const REACT = npm('react|react-dom|@types/react|@types/react-dom');
const COMPONENTS = npm('@mantine|@tabler|@tanstack|@dnd-kit|echarts');
const BROWSER_ONLY = npm(
  'react|react-dom|@types/react|@mantine|@tabler|@xyflow|@dnd-kit|monaco-editor|dexie.*|echarts',
);

/** Files of `from` import nothing but `allowed`; tests are exempt. */
const only = (name, comment, from, allowed, except = []) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: [TEST, ...except].join('|') },
  to: { pathNot: allowed.join('|') },
});

const core = (parts) => `^src/core/(${parts})/`;
const BASE = 'problem|data|calendar';
const LANGUAGE = `${BASE}|formula`;
const VOCABULARY = `${LANGUAGE}|program`;
const DOCUMENT = `${VOCABULARY}|contracts|project`;

/** One part of the core imports itself and what lies below it. What is not in the core at all is `core-is-pure`'s matter. */
const below = (part, lower) => ({
  name: `core-${part}-only-downwards`,
  comment: `core/${part} may import: ${lower.replaceAll('|', ', ')}`,
  severity: 'error',
  from: { path: core(part), pathNot: TEST },
  to: { path: '^src/core/', pathNot: core(`${part}|${lower}`) },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-resolvable',
      comment: 'An import that cannot be followed would be a hole in every other rule',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { path: TEST },
    },

    only('core-is-pure', 'core/ imports core/ and zod', '^src/core/', ['^src/core/', ZOD]),
    ...['problem', 'data', 'calendar'].map((part) => below(part, BASE)),
    below('formula', BASE),
    below('program', LANGUAGE),
    below('execute', VOCABULARY),
    // A form and a journey evaluate expressions; they take the one evaluator from core/execute.
    below('interact', `${VOCABULARY}|execute`),
    below('simulate', `${VOCABULARY}|execute`),
    below('contracts', `${VOCABULARY}|project`), // of core/project only types: see the next rule
    {
      name: 'core-contracts-only-types-of-the-document',
      comment: 'A contract may speak of the document; it may not run its code',
      severity: 'error',
      from: { path: core('contracts'), pathNot: TEST },
      to: { path: core('project'), dependencyTypesNot: ['type-only'] },
    },
    below('project', `${VOCABULARY}|contracts`),
    below('edit', DOCUMENT),
    below('compile', `${DOCUMENT}|edit`),

    only('kinds-are-islands', 'a kind imports core/, zod and its own folder', '^src/kinds/([^/]+)/([^/]+)/.+\\.ts$', [
      '^src/core/',
      ZOD,
      '^src/kinds/$1/$2/',
    ]),
    only(
      'kind-views-are-islands',
      'a view imports core/, ui/, React and its own folder',
      '^src/kinds/([^/]+)/([^/]+)/.+\\.tsx$',
      ['^src/core/', '^src/ui/', REACT, '^src/kinds/$1/$2/'],
    ),
    {
      name: 'kinds-ts-is-pure',
      comment: 'in kinds/ .ts is pure and .tsx is seen: no .ts imports a .tsx',
      severity: 'error',
      from: { path: '^src/kinds/.+\\.ts$', pathNot: TEST },
      to: { path: '\\.tsx$|\\.css$' },
    },
    only('kind-registry', 'a registry imports its family and core/', '^src/kinds/([^/]+)/[^/]+\\.ts$', [
      '^src/core/',
      ZOD,
      '^src/kinds/$1/',
    ]),
    only('kind-views', 'views.tsx imports its family, core/, ui/ and React', '^src/kinds/([^/]+)/[^/]+\\.tsx$', [
      '^src/core/',
      '^src/ui/',
      REACT,
      '^src/kinds/$1/',
    ]),
    only('kind-catalog', 'the catalog imports the registries and core/', '^src/kinds/[^/]+\\.ts$', [
      '^src/core/',
      '^src/kinds/[^/]+/registry\\.ts$',
      '^src/kinds/[^/]+\\.ts$',
    ]),

    ...['exporters', 'importers'].flatMap((room) => [
      only(
        `${room}-own-folder`,
        `one of ${room}/ imports the document's side of core/, its own folder and a format library`,
        `^src/${room}/([^/]+)/`,
        [
          core(DOCUMENT),
          `^src/${room}/$1/`,
          `^src/${room}/limits\\.ts$`,
          // What every file of rows comes to: columns, their uses, what was read.
          `^src/importers/csv/(csv-options|guess-role|read-csv|table-of-csv)\\.ts$`,
          '(^|/)node_modules/',
        ],
      ),
      only(`${room}-registry`, `the registry imports its room and core/`, `^src/${room}/[^/]+$`, [
        core(DOCUMENT),
        `^src/${room}/`,
      ]),
      {
        name: `${room}-no-screen`,
        severity: 'error',
        from: { path: `^src/${room}/`, pathNot: TEST },
        to: { path: BROWSER_ONLY },
      },
    ]),

    only('engine-worker', "the worker imports core's running side", '^src/engine/worker\\.ts$', [
      core(`${VOCABULARY}|execute|simulate`),
      '^src/engine/',
    ]),
    only(
      'engine-files-worker',
      'formats run in files-worker',
      '^src/engine/(files-[a-z]+|read-file|read-sheet|write-xlsx|compare-rows)\\.ts$',
      ['^src/(core|importers|exporters|engine)/'],
    ),
    only(
      'engine',
      'engine/ imports core/',
      '^src/engine/',
      ['^src/(core|engine)/'],
      ['^src/engine/(files-[a-z]+|read-file|read-sheet|write-xlsx|compare-rows)\\.ts$'],
    ),
    {
      name: 'worker-reaches-no-zod-no-kinds',
      comment: 'what runs programs stays small: neither schemas nor kinds, however indirectly',
      severity: 'error',
      from: { path: '^src/(engine/worker\\.ts$|core/(execute|simulate)/)', pathNot: TEST },
      to: { path: `${ZOD}|^src/kinds/`, reachable: true },
    },

    only('store', 'store/ imports core/ and Dexie', '^src/store/', [
      '^src/(core|store)/',
      npm('dexie|dexie-react-hooks'),
    ]),
    {
      name: 'headless-no-screen',
      comment: 'headless/ runs without a browser',
      severity: 'error',
      from: { path: '^src/headless/' },
      to: { path: `^src/(app|ui|store)/|${BROWSER_ONLY}` },
    },

    only(
      'ui',
      'ui/ imports React and the component library',
      '^src/ui/',
      ['^src/ui/', REACT, COMPONENTS],
      ['^src/ui/controls/'],
    ),
    only('ui-controls', 'ui/controls/ imports React alone', '^src/ui/controls/', ['^src/ui/controls/', REACT]),
    {
      name: 'form-runtime-is-small',
      comment: 'a published form carries neither the component library nor the editors',
      severity: 'error',
      from: { path: '^src/form-runtime\\.tsx$' },
      to: { path: npm('@mantine|@tabler|@xyflow|@dnd-kit|monaco-editor|echarts|dexie'), reachable: true },
    },
    {
      name: 'app-is-the-roof',
      comment: 'only main.tsx imports app/',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/app/|^src/main\\.tsx$|${TEST}` },
      to: { path: '^src/app/' },
    },
  ],
};
