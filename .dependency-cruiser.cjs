// The house's one-way rule (docs/architecture.md): a package may import only packages that stand before it in this list.
const order = [
  'text',
  'lexicon',
  'time',
  'page',
  'entities',
  'attribution',
  'events',
  'analysis',
  'corpus',
  'store',
  'server',
  'cli',
]

const later = (name) => order.slice(order.indexOf(name)).filter((other) => other !== name)

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Types may refer to each other both ways; code may not.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'front-door-only',
      comment: 'Another package is imported by its name, through its index, never by a path into its sources.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/([^/]+)/(src|dist)/(?!index\\.)', pathNot: '^packages/$1/' },
    },
    ...order.map((name) => ({
      name: `${name}-imports-only-earlier-packages`,
      severity: 'error',
      from: { path: `^packages/${name}/` },
      to: { path: `^packages/(${[...later(name), 'web'].join('|')})/` },
    })),
    {
      name: 'web-takes-types-only',
      comment: 'The web application speaks to the server over HTTP; it shares types with it, no code.',
      severity: 'error',
      from: { path: '^packages/web/src/' },
      to: { path: '^packages/(?!web/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'libraries-run-in-a-browser',
      comment: 'text and time promise to need nothing of Node.',
      severity: 'error',
      from: { path: '^packages/(text|time)/src/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|/test/|/bench/|/training/|/scripts/|\\.config\\.)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['isnad-source', 'import', 'node', 'default'],
    },
  },
}
