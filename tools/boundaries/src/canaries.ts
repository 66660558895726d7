/** A file tree per rule that breaks this rule and no other. A rule whose canary lives is not a rule. */
export const canaries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(
    (
      [
        ['domain', 'ports'],
        ['ports', 'wire'],
        ['wire', 'application'],
        ['application', 'composition'],
        ['adapters', 'application'],
        ['composition', 'application'],
        ['functions', 'ports'],
        ['published', 'ports'],
      ] as const
    ).map(([from, to]) => [`${from}-enters-only-its-rooms`, service(from, `import '#${to}/x.ts'`, to)]),
  ),
  'domain-knows-no-technology': service('domain', "import 'node:fs'"),
  'ports-knows-no-technology': service('ports', "import 'left-pad'", 'domain', 'left-pad'),
  'application-knows-no-technology': service('application', "await import('left-pad')", 'domain', 'left-pad'),
  'middy-stays-in-its-place': service('wire', "import '@middy/core'", 'domain', '@middy/core'),
  'sdk-stays-in-its-place': service('wire', "import '@aws-sdk/client-dynamodb'", 'domain', '@aws-sdk/client-dynamodb'),
  'mongodb-stays-in-its-place': service('wire', "import type {} from 'mongodb'", 'domain', 'mongodb'),
  'graphql-stays-in-its-place': service('wire', "import 'graphql'", 'domain', 'graphql'),
  'doors-have-a-hash': service('application', "import '../domain/x.ts'", 'domain'),
  'neighbours-read-the-notice-board': {
    ...service('wire', "import '../../../other/src/domain/x.ts'", 'domain'),
    'services/other/src/domain/x.ts': 'export {}',
  },
  'adapters-are-back-to-back': {
    'packages/p/src/adapters/sqlite/a.ts': "import '../mongodb/b.ts'",
    'packages/p/src/adapters/mongodb/b.ts': 'export {}',
  },
  'functions-stand-alone': {
    'services/leave/src/functions/a/lambda.ts': "import '../b/lambda.ts'",
    'services/leave/src/functions/b/lambda.ts': 'export {}',
  },
  'packages-are-below': { 'packages/p/src/a.ts': "import '../../../tools/t/b.ts'", 'tools/t/b.ts': 'export {}' },
  'services-know-no-tool': { 'services/leave/service.ts': "import '../../tools/t/b.ts'", 'tools/t/b.ts': 'export {}' },
  'the-verifier-shares-no-code': {
    'tools/switch/src/verify/a.ts': "import '../mover/b.ts'",
    'tools/switch/src/mover/b.ts': 'export {}',
  },
  'nobody-borrows-from-the-verifier': {
    'tools/switch/src/mover/a.ts': "import '../verify/b.ts'",
    'tools/switch/src/verify/b.ts': 'export {}',
  },
  'kernel-stands-alone': { 'packages/kernel/src/a.ts': "import 'node:crypto'" },
  'no-cycles': { 'packages/p/src/a.ts': "import './b.ts'", 'packages/p/src/b.ts': "import './a.ts'" },
  'everything-resolves': { 'packages/p/src/a.ts': "import './not-there.ts'" },
  'adapter-specs-run-a-contract': { 'packages/p/src/adapters/sqlite/a.spec.ts': 'export {}' },
}

/** A service with one file in `room` that says `line`, a file in `other`, and a package in node_modules. */
function service(room: string, line: string, other = 'domain', library?: string): Readonly<Record<string, string>> {
  return {
    'services/leave/package.json': JSON.stringify({ imports: { [`#${other}/*`]: `./src/${other}/*` } }),
    [`services/leave/src/${room}/a.ts`]: line,
    [`services/leave/src/${other}/x.ts`]: 'export {}',
    ...(library && {
      [`node_modules/${library}/package.json`]: JSON.stringify({ name: library, main: 'index.js' }),
      [`node_modules/${library}/index.js`]: '',
    }),
  }
}
