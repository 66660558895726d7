import { err, ok, type Result } from '@awayday/kernel'
import { spend } from '@awayday/meter'
import { strictObject, string } from 'valibot'
import { describe, expect, test } from 'vitest'
import { onEvent } from './events/on-event.ts'
import { onStream } from './events/on-stream.ts'
import { field } from './graphql/field.ts'
import { resolver } from './graphql/resolver.ts'
import { http } from './http/http.ts'
import { type Answer, route } from './http/route.ts'
import { eventOf, type Told } from './testing/http-api.ts'
import { printed } from './testing/printed.ts'
import { NOW, world } from './testing/world.ts'
import type { EdgeWorld } from './world.ts'

const context = { awsRequestId: 'invocation-1', functionName: 'leave-api' }
const canary = 'Canary Sørensen canary@acme.test hunter2'

type Rejection = { readonly type: 'NotYours'; readonly reason: string }

/** The line that an HTTP function prints for one request. */
const lineOf = async (told: Told, answer: () => Promise<Result<Answer, Rejection>>, secret = world.secret) => {
  const lines = await printed(() =>
    http({
      world: Promise.resolve({ ...world, secret }),
      routes: [
        route({
          on: 'POST /v1/notes/{note}',
          body: strictObject({ text: string() }),
          command: true,
          run: async (_world: EdgeWorld) => answer(),
          problems: { NotYours: { status: 403, title: 'Not yours' } },
        }),
      ],
    })(eventOf(told), context),
  )
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^\{[^\n]*\}\n$/)
  return lines[0] ?? ''
}

const told: Told = {
  on: 'POST /v1/notes/canary%20Sorensen',
  body: JSON.stringify({ text: canary }),
  query: { mail: 'canary@acme.test' },
  cookies: ['session=canary-session'],
  headers: {
    'idempotency-key': 'canary-key',
    authorization: 'Bearer canary-token',
    'x-correlation-id': 'correlation-1',
    'user-agent': 'canary-agent',
  },
}

describe('an invocation', () => {
  test('prints one line in Lambda’s JSON format, which costs no metric', async () => {
    const line = await lineOf(told, async () => {
      spend('events.read', { reads: 1.5, writes: 2 })
      return ok({ status: 201, body: { text: canary } })
    })
    expect(JSON.parse(line)).toEqual({
      timestamp: NOW,
      level: 'INFO',
      message: 'POST /v1/notes/{note} 201',
      requestId: 'invocation-1',
      function: 'leave-api',
      route: 'POST /v1/notes/{note}',
      status: 201,
      tenant: 'acme',
      correlation: 'correlation-1',
      cause: 'request-1',
      durationMs: expect.any(Number),
      readUnits: 1.5,
      writeUnits: 2,
    })
  })

  test('that is refused says what the problem was', async () =>
    expect(JSON.parse(await lineOf(told, async () => err({ type: 'NotYours', reason: canary })))).toMatchObject({
      level: 'WARN',
      status: 403,
      problem: 'NotYours',
    }))

  test('that is refused before its route is found says so', async () =>
    expect(JSON.parse(await lineOf({ ...told, on: 'POST /canary' }, async () => ok({ status: 200 })))).toMatchObject({
      message: 'POST ? 404',
      problem: 'NotFound',
    }))

  test('that fails says where, with what kind of trouble, and is counted', async () => {
    const cause = Object.assign(new Error(canary), { code: 'ECONNREFUSED' })
    const line = JSON.parse(
      await lineOf(told, async () => {
        throw Object.assign(new Error(canary, { cause }), { name: 'StoreUnavailable' })
      }),
    )
    expect(line).toMatchObject({
      level: 'ERROR',
      status: 503,
      trouble: {
        status: 503,
        name: 'StoreUnavailable',
        at: expect.arrayContaining([expect.stringContaining('log.spec.ts')]),
        cause: { name: 'Error', code: 'ECONNREFUSED' },
      },
      failed: 1,
      _aws: {
        Timestamp: Date.parse(NOW),
        CloudWatchMetrics: [
          { Namespace: 'Awayday', Dimensions: [['function']], Metrics: [{ Name: 'failed', Unit: 'Count' }] },
        ],
      },
    })
  })

  test('of a batch is counted by the records that failed', async () => {
    const [line = ''] = await printed(async () => {
      const follow = onStream({ world: Promise.resolve(world), deliver: () => async () => [] })
      return follow({ Records: [{ eventName: 'INSERT', dynamodb: { SequenceNumber: 'no record of ours' } }] }, context)
    })
    expect(JSON.parse(line)).toMatchObject({ level: 'ERROR', failed: 1, _aws: { CloudWatchMetrics: [{}] } })
  })

  test('of a world that cannot be made prints a line all the same', async () => {
    const lines = await printed(() =>
      http({ world: Promise.reject(new Error(canary)), routes: [] })(eventOf({ on: 'GET /' }), context),
    )
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 'ERROR', status: 500, route: 'GET ?' }])
    expect(lines.join()).not.toMatch(/canary/i)
  })
})

const defect = (name: string, stack?: string) => async () => {
  throw Object.assign(new Error(canary), { name, ...(stack ? { stack } : {}) })
}

describe('nothing of what somebody wrote is printed', () => {
  test.each<[string, Told, () => Promise<Result<Answer, Rejection>>]>([
    ['when it is answered', told, async () => ok({ status: 200, body: canary })],
    ['when it is refused', told, async () => err({ type: 'NotYours', reason: canary })],
    ['when it does not parse', { ...told, body: `{"text":"${canary}"` }, async () => ok({ status: 200 })],
    ['when it is not what was expected', { ...told, body: `{"${canary}":1}` }, async () => ok({ status: 200 })],
    ['when a defect quotes it', told, defect('TypeError')],
    ['when a defect is named after it', told, defect(canary)],
    ['when a defect’s message looks like a stack', told, defect('Error', `Error: x\n    at ${canary}`)],
    ['when it is thrown as it is', told, () => Promise.reject(canary)],
    ['when its code is one', told, () => Promise.reject(Object.assign(new Error('x'), { code: canary }))],
    [
      'when the correlation id is one',
      { ...told, headers: { ...told.headers, 'x-correlation-id': canary } },
      async () => ok({ status: 200 }),
    ],
  ])('%s', async (_when, request, answer) => {
    expect(await lineOf(request, answer, 'canary secret, which has 32 characters')).not.toMatch(/canary|hunter2/i)
  })

  test('when a GraphQL field fails or an event is not as expected', async () => {
    const lines = await printed(async () => {
      const resolve = resolver({
        world: Promise.resolve(world),
        fields: {
          'Mutation.note': field({
            arguments: strictObject({ text: string() }),
            key: ({ text }) => text,
            run: async (_world: EdgeWorld) => Promise.reject(new Error(canary)),
            problems: {},
          }),
        },
      })
      const event = {
        arguments: { text: 'canary-key' },
        identity: { resolverContext: { tenant: 'acme', person: 'ana', roles: '' } },
        info: { parentTypeName: 'Mutation', fieldName: 'note' },
        request: { headers: {} },
      }
      await expect(resolve(event, context)).rejects.toThrow('Internal Server Error')
      await resolve({ ...event, arguments: { text: canary } }, context)
      const react = onEvent({ world: Promise.resolve(world), on: {} })
      await expect(react({ source: 'a', 'detail-type': 'B', detail: canary }, context)).rejects.toThrow()
    })
    expect(lines).toHaveLength(3)
    expect(lines.join()).not.toMatch(/canary|hunter2/i)
  })
})

describe('with AWAYDAY_LOG=off', () => {
  test('nothing is printed', async () => {
    const quiet = http({ world: Promise.resolve(world), routes: [] }) // made before the log is on
    expect(await printed(() => quiet(eventOf({ on: 'GET /' }), context))).toEqual([])
  })
})
