/** The layers of the house, from the ground up: imports go down this list only. */
const LAYERS = [
  ...['core', 'ui', 'search', 'directory', 'accounts', 'notifications', 'glossary', 'translations', 'files'],
  ...[
    'evidence',
    'partnerships',
    'platforms',
    'rooms',
    'moderation',
    'practices',
    'conclusions',
    'comparisons',
  ],
  ...['recommendations', 'handbooks', 'editions', 'site', 'archive', 'demo'],
];

/** The roof: files of src itself, which put the layers together. */
const ROOF = '^src/[^/]+\\.tsx?$';

const above = (layer) => LAYERS.slice(LAYERS.indexOf(layer) + 1);

const downwards = LAYERS.map((layer) => ({
  name: `${layer}-imports-downwards`,
  comment: `${layer} may know only what lies below it: ${LAYERS.slice(0, LAYERS.indexOf(layer)).join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: [ROOF, ...above(layer).map((higher) => `^src/${higher}/`)] },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...downwards,
    {
      name: 'every-folder-has-its-layer',
      comment: 'A new capability is entered in LAYERS, at its height.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: LAYERS.map((layer) => `^src/${layer}/`) },
      to: {},
    },
    {
      name: 'browser-scripts-are-pure',
      comment: 'What runs in the browser imports its own kind only: nothing of the server, no package.',
      severity: 'error',
      from: { path: '^src/ui/browser/', pathNot: '^src/ui/browser/editor/' },
      to: { pathNot: ['^src/ui/browser/', 'node_modules/socket\\.io-client/'] },
    },
    {
      name: 'editor-is-nearly-pure',
      comment:
        'The rich editor has its library, one grammar with the hub, and the way in which rooms bring files: docs/decisions/014-editor.md. Markdown-it is known by its types only.',
      severity: 'error',
      from: { path: '^src/ui/browser/editor/' },
      to: {
        pathNot: [
          '^src/ui/browser/editor/',
          'node_modules/prosemirror-[a-z-]+/',
          '^src/core/markdown/(addresses|document-dialect|document-grammar|rule)\\.ts$',
          '^src/ui/browser/files/upload\\.ts$',
          'node_modules/markdown-it/',
        ],
      },
    },
    {
      name: 'server-leaves-browser-scripts-alone',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/ui/browser/' },
      to: { path: '^src/ui/browser/' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other, if only for their types, are one idea or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports is a start of its own, or forgotten.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '\\.entries\\.ts$', '\\.process\\.cjs$', '^src/ui/browser/'],
      },
      to: {},
    },
    {
      name: 'nothing-missing',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages-at-run-time',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/ui/browser/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'only-listed-packages',
      comment: 'A package that another one happens to bring may vanish any day.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
