import type { IForbiddenRuleType, IRequiredRuleType } from 'dependency-cruiser'
import { ground, pureRooms, rooms, technology } from './rooms.ts'

const TEST = '\\.(spec|contract|given|fixture)\\.tsx?$|/testing/'
const inRoom = (room: string) => `^services/([^/]+)/src/${room}/`

const forbid = (name: string, comment: string, from: object, to: object): IForbiddenRuleType =>
  ({ name, comment, severity: 'error', from, to }) as IForbiddenRuleType

const roomRules = Object.entries(rooms).map(([room, entered]) => {
  const closed = Object.keys(rooms).filter((other) => other !== room && !(entered as readonly string[]).includes(other))
  return forbid(
    `${room}-enters-only-its-rooms`,
    `src/${room} may import ${entered.join(', ') || 'no other room'}`,
    { path: inRoom(room), pathNot: TEST },
    { path: `^services/$1/src/(${closed.join('|')})/` },
  )
})

const pureRules = pureRooms.map((room) =>
  forbid(
    `${room}-knows-no-technology`,
    `src/${room} stands on the pure packages only`,
    { path: inRoom(room), pathNot: TEST },
    { pathNot: [`^services/$1/src/`, `^services/[^/]+/src/published/`, `^${ground}`] },
  ),
)

const technologyRules = Object.entries(technology).map(([name, { is, onlyIn }]) =>
  forbid(
    `${name}-stays-in-its-place`,
    `only ${onlyIn} may import it`,
    { path: '^(packages|services|tools)/', pathNot: [onlyIn, '\\.spec\\.tsx?$'] },
    { path: is },
  ),
)

export const forbidden: readonly IForbiddenRuleType[] = [
  ...roomRules,
  ...pureRules,
  ...technologyRules,
  forbid(
    'doors-have-a-hash',
    'an import that leaves its room is a # import',
    { path: '^services/([^/]+)/src/([^/]+)/' },
    { path: '^services/$1/src/(?!$2/)', dependencyTypesNot: ['aliased-subpath-import'] },
  ),
  forbid(
    'neighbours-read-the-notice-board',
    'of another service only src/published may be imported',
    { path: '^services/([^/]+)/' },
    { path: '^services/(?!$1/)[^/]+/(?!src/published/)' },
  ),
  forbid(
    'adapters-are-back-to-back',
    'an adapter never imports one for another technology',
    { path: '^(.+)/adapters/([^/]+)/', pathNot: TEST },
    { path: '^$1/adapters/(?!$2/)' },
  ),
  forbid(
    'functions-stand-alone',
    'a function never imports another one',
    { path: '^services/([^/]+)/src/functions/([^/]+)/' },
    { path: '^services/$1/src/functions/(?!$2/)' },
  ),
  forbid(
    'packages-are-below',
    'packages know no service and no tool',
    { path: '^packages/' },
    { path: '^(services|tools)/' },
  ),
  forbid(
    'services-know-no-tool',
    'services are run by tools, and never import one',
    { path: '^services/' },
    { path: '^tools/' },
  ),
  forbid(
    'kernel-stands-alone',
    'the kernel has no dependencies and does no I/O',
    { path: '^packages/kernel/', pathNot: TEST },
    { pathNot: '^packages/kernel/' },
  ),
  forbid(
    'the-verifier-shares-no-code',
    'who checks a move reads the stores by their drivers alone, or a mistake would be made twice',
    { path: '^tools/switch/src/verify/', pathNot: TEST },
    { path: '^(packages/(?!kernel/)|services/|tools/(?!switch/src/verify/))' },
  ),
  forbid(
    'nobody-borrows-from-the-verifier',
    'what moves data knows nothing of how it is checked',
    { path: '^tools/switch/src/mover/', pathNot: TEST },
    { path: '^tools/switch/src/verify/' },
  ),
  forbid(
    'everything-resolves',
    'what cannot be followed cannot be judged',
    { path: '^(packages|services|tools)/' },
    { couldNotResolve: true, pathNot: '^aws-lambda$' },
  ),
  forbid('no-cycles', 'a cycle has no main thing', {}, { circular: true }),
]

/** What must be there: an adapter without a spec that runs a contract is not an adapter. */
export const required: readonly IRequiredRuleType[] = [
  {
    name: 'adapter-specs-run-a-contract',
    comment: 'a spec of an adapter reaches a contract',
    severity: 'error',
    module: {
      path: '^(packages|services)/.+/adapters/.+\\.spec\\.ts$',
      pathNot: 'costs|golden|kill|layout|new-keys|put-events|two-processes',
    },
    to: { path: '(\\.contract|/contracts)\\.ts$', reachable: true },
  } as IRequiredRuleType,
]
