import { createHmac } from 'node:crypto'
import { err, ok, type Result } from '@awayday/kernel'
import { nullish, number, strictObject, string, unknown } from 'valibot'
import { beforeEach, describe, expect, test } from 'vitest'
import { ana, NOW, world } from '../testing/world.ts'
import type { EdgeWorld } from '../world.ts'
import { field } from './field.ts'
import { resolver } from './resolver.ts'
import type { ResolverEvent } from './resolver-event.ts'

const ran: unknown[] = []
beforeEach(() => {
  ran.length = 0
})

const input = strictObject({ commandId: string(), days: number() })
const context = { awsRequestId: 'invocation-1', functionName: 'leave-graphql' }

const resolve = resolver({
  world: Promise.resolve(world),
  fields: {
    'Mutation.requestLeave': field({
      arguments: strictObject({ input }),
      key: ({ input: { commandId } }) => commandId,
      run: async (
        _world: EdgeWorld,
        { args, meta },
      ): Promise<Result<unknown, { type: 'TooLong'; daysMax: number }>> => {
        ran.push({ args, meta })
        return args.input.days > 30 ? err({ type: 'TooLong', daysMax: 30 }) : ok({ request: 'r1', version: 7 })
      },
      problems: { TooLong: { status: 422, title: 'Too long' } },
    }),
    'Query.leaveRequests': field({
      arguments: strictObject({ person: nullish(string()), any: nullish(unknown()) }),
      run: async (_world: EdgeWorld, { args, actor, meta }) => {
        ran.push(meta.key)
        return ok({ requests: [args.person ?? actor.person] })
      },
      problems: {},
      refused: { requests: [] },
    }),
    'Query.file': field({
      arguments: strictObject({ text: string() }),
      bytesMax: 100_000,
      run: async (_world: EdgeWorld, { args }) => ok({ length: args.text.length }),
      problems: {},
    }),
    'Query.broken': field({
      arguments: strictObject({}),
      run: async (_world: EdgeWorld) => {
        throw Object.assign(new Error('password=hunter2'), { name: 'StoreUnavailable', cause: 'hunter2' })
      },
      problems: {},
    }),
  },
})

const ask = (name: string, args: Readonly<Record<string, unknown>>, more: Partial<ResolverEvent> = {}) => {
  const [parentTypeName = '', fieldName = ''] = name.split('.')
  const event = {
    arguments: args,
    identity: { resolverContext: ana },
    info: { parentTypeName, fieldName },
    request: { headers: {} },
    ...more,
  }
  return resolve(event, context)
}
const request = (days: number, commandId = 'command-1') => ask('Mutation.requestLeave', { input: { commandId, days } })

describe('a field', () => {
  test('is answered as the use case answers', async () =>
    expect(await request(3)).toEqual({ request: 'r1', version: 7 }))

  test('is told who asks, and what the command is', async () => {
    const args = { input: { commandId: 'command-1', days: 3 } }
    await ask('Mutation.requestLeave', args, { request: { headers: { 'x-correlation-id': 'browser.1' } } })
    const digest = createHmac('sha256', world.secret)
      .update(JSON.stringify(['Mutation.requestLeave', JSON.stringify(args)]))
      .digest('base64url')
    const meta = {
      tenant: 'acme',
      actor: 'ana',
      key: 'command-1',
      digest,
      correlation: 'browser.1',
      cause: 'invocation-1',
      at: NOW,
    }
    expect(ran).toEqual([{ args, meta }])
  })

  test('without a command id has the key of the request, else of the invocation', async () => {
    expect(await ask('Query.leaveRequests', { person: null })).toEqual({ requests: ['ana'] })
    await ask('Query.leaveRequests', {}, { request: { headers: { 'idempotency-key': 'key-1' } } })
    expect(ran).toEqual(['request:invocation-1', 'key-1'])
  })

  test('that is refused says why in its payload, the facts as JSON', async () =>
    expect(await request(31)).toEqual({
      problem: { type: '/problems/TooLong', title: 'Too long', status: 422, detail: null, facts: '{"daysMax":30}' },
    }))

  test('that is refused keeps what its payload requires', async () =>
    expect(await ask('Query.leaveRequests', { person: 1 })).toEqual({
      requests: [],
      problem: {
        type: '/problems/InvalidInput',
        title: 'Some of the input is not as expected',
        status: 400,
        detail: null,
        facts: '{"issues":[{"path":"person","message":"is not string"}]}',
      },
    }))

  test('that fails throws nothing but the kind of trouble', async () => {
    const thrown = await ask('Query.broken', {}).catch((error: unknown) => error)
    expect(thrown).toMatchObject({ name: 'StoreUnavailable', message: 'Service Unavailable' })
    expect(Object.getOwnPropertyNames(thrown).toSorted()).toEqual(['message', 'name', 'stack'])
    expect((thrown as Error).stack).toBe('StoreUnavailable: Service Unavailable')
  })

  test('that takes files takes as much as it says', async () => {
    expect(await ask('Query.file', { text: 'x'.repeat(90_000) })).toEqual({ length: 90_000 })
    expect(await ask('Query.file', { text: 'x'.repeat(100_000) })).toMatchObject({
      problem: { type: '/problems/BodyTooLarge', facts: '{"bytesMax":100000}' },
    })
  })

  test('that nobody resolves is a defect', () =>
    expect(ask('Query.unknown', {})).rejects.toThrow('Internal Server Error'))
})

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])
const question = (any: unknown) => ask('Query.leaveRequests', { any })

describe('what is asked with', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    ['no actor', () => ask('Query.leaveRequests', {}, { identity: null }), 'NotSignedIn'],
    [
      'half an actor',
      () => ask('Query.leaveRequests', {}, { identity: { resolverContext: { tenant: 'acme' } } }),
      'NotSignedIn',
    ],
    ['an unknown argument', () => ask('Query.leaveRequests', { more: 1 }), 'InvalidInput'],
    ['an empty command id', () => request(3, ''), 'IdempotencyKeyInvalid'],
    ['a command id of 129', () => request(3, 'k'.repeat(129)), 'IdempotencyKeyInvalid'],
    ['a command id with a space', () => request(3, 'a b'), 'IdempotencyKeyInvalid'],
    ['a lone surrogate', () => question('\ud800'), 'UnstorableText'],
    ['NUL', () => question({ deep: ['\0'] }), 'UnstorableText'],
    ['an unsafe number', () => question(2 ** 53), 'InvalidInput'],
    ['10,000 levels', () => question(nested(5_000)), 'InvalidInput'],
    ['64 kB', () => question('x'.repeat(65_536)), 'BodyTooLarge'],
  ])('%s is refused, says why, and has no effect', async (_what, asked, type) => {
    expect(await asked()).toMatchObject({ problem: { type: `/problems/${type}`, facts: expect.any(String) } })
    expect(ran).toEqual([])
  })
})
