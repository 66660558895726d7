import type { Actor } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { authorize } from './authorize.ts'
import { actorOf } from './identity.ts'
import { world } from './testing/world.ts'

const ben: Actor | undefined = actorOf({ tenant: 'acme', person: 'ben', roles: 'approver,admin' })
const identity = { tenant: 'acme', person: 'ben', roles: 'approver,admin' }

const asked: string[] = []
const decide = authorize({
  world: Promise.resolve(world),
  run: async (_world, token) => {
    asked.push(token)
    return token === 'good' ? ben : undefined
  },
})
const gateway = (...identitySource: string[]) => decide({ version: '2.0', identitySource })
const appSync = (authorizationToken: string) => decide({ authorizationToken })

describe('an authorizer', () => {
  test('tells API Gateway who it is', async () =>
    expect(await gateway('Bearer good')).toEqual({ isAuthorized: true, context: identity }))

  test.each(['good', 'Bearer good'])('tells AppSync who it is: %s', async (token) =>
    expect(await appSync(token)).toEqual({ isAuthorized: true, resolverContext: identity, ttlOverride: 0 }),
  )

  test('sends away whom nobody knows', async () => {
    expect(await gateway('Bearer bad')).toEqual({ isAuthorized: false })
    expect(await appSync('bad')).toEqual({ isAuthorized: false, ttlOverride: 0 })
  })

  test.each(['', 'Bearer', 'Bearer ', 'Basic good', 'Bearer good more', `Bearer ${'x'.repeat(4_097)}`, 'Bearer gö'])(
    'sends away what is no bearer token without asking: %j',
    async (header) => {
      asked.length = 0
      expect(await gateway(header)).toEqual({ isAuthorized: false })
      expect(asked).toEqual([])
    },
  )

  test('sends away who shows nothing', async () => {
    expect(await gateway()).toEqual({ isAuthorized: false })
    expect(await decide({ version: '2.0', identitySource: null })).toEqual({ isAuthorized: false })
  })
})

describe('an identity', () => {
  test('keeps the roles there are, and no others', () =>
    expect(actorOf({ tenant: 'acme', person: 'ana', roles: 'employee,owner,admin,' })?.roles).toEqual([
      'employee',
      'admin',
    ]))
})
