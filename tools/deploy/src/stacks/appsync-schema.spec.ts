import { expect, test } from 'vitest'
import { appSyncSchema } from './appsync-schema.ts'

const JOINED = `scalar Date
type Query { day: Date! days(from: Date): [Date!]! }
type Mutation { move(to: Date!): Boolean }
type Change { person: ID! version: Int! }
type Subscription { changed: Change }`
const live = [{ field: 'changed', from: 'leave', type: 'LeaveViewsChanged' }]

test('a date is AppSync’s own, and a live field is fed by a Mutation for the bus alone', () =>
  expect(appSyncSchema(JOINED, live).sdl).toBe(`type Query {
  day: AWSDate!
  days(from: AWSDate): [AWSDate!]!
}

type Mutation {
  move(to: AWSDate!): Boolean
  "For the bus's rule alone."
  publishChanged(tenant: ID!, audience: [ID!]!, person: ID!, version: Int!): Change @aws_iam
}

type Change @aws_iam @aws_lambda {
  person: ID!
  version: Int!
  tenant: ID!
  audience: [ID!]!
}

type Subscription {
  changed: Change @aws_subscribe(mutations: ["publishChanged"])
}
`))

test('what the rule sends names all that AppSync chooses by', () =>
  expect(appSyncSchema(JOINED, live).feeds).toEqual([
    {
      ...live[0],
      mutation: 'publishChanged',
      members: ['person', 'version'],
      operation:
        'mutation Publish($tenant: ID!, $audience: [ID!]!, $person: ID!, $version: Int!) { publishChanged(tenant: $tenant, audience: $audience, person: $person, version: $version) { tenant audience person version } }',
    },
  ]))

test.each([
  [
    'a scalar that AppSync has not',
    JOINED.replace('scalar Date', 'scalar Date scalar Money'),
    'AppSync has no scalar Money',
  ],
  ['a live field that is none', JOINED.replace('changed:', 'other:'), 'Subscription.changed is none'],
])('%s is refused', (_what, sdl, why) => expect(() => appSyncSchema(sdl, live)).toThrow(why))
