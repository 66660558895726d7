/** The plan of one service's house: which rooms each room may enter. The rules are made from this table, nothing else. */
export const rooms = {
  domain: [],
  ports: ['domain'],
  wire: ['domain'],
  application: ['domain', 'ports', 'wire'],
  adapters: ['domain', 'ports', 'wire'],
  composition: ['domain', 'ports', 'adapters'],
  functions: ['domain', 'wire', 'application', 'composition'],
  published: ['domain'],
} as const satisfies Record<string, readonly string[]>

/** Rooms that know no technology: nothing outside the service but the pure ground below. */
export const pureRooms = ['domain', 'ports', 'application'] as const

/** Packages every room may stand on; of packages with adapters only what lies beside them. */
export const ground = 'packages/(kernel|clock|bus|meter|manifest|plain-records|event-sourcing)/src/(?!adapters/)'

/** Technology, and the only places that may import it. */
export const technology: Readonly<Record<string, { readonly is: string; readonly onlyIn: string }>> = {
  middy: { is: 'node_modules/@middy/', onlyIn: '^(packages/edge|tools/bench)/' },
  sdk: {
    is: 'node_modules/@aws-sdk/',
    onlyIn:
      '/adapters/|/composition/|^packages/(stores|meter|contract-testing)/|^packages/bus/src/open-bus|^tools/(host|bench|deploy/src/ship|switch/src/verify)/',
  },
  mongodb: {
    is: 'node_modules/mongodb/',
    onlyIn: '/adapters/|/composition/|^packages/(stores|contract-testing)/|^tools/(host|bench|switch/src/verify)/',
  },
  graphql: { is: 'node_modules/graphql(-yoga)?/', onlyIn: '^tools/(host|deploy)/|^services/dashboard/' },
}
