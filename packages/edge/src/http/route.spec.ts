import { err, ok, type Result } from '@awayday/kernel'
import { strictObject, string } from 'valibot'
import { describe, expectTypeOf, test } from 'vitest'
import type { EdgeWorld } from '../world.ts'
import { type Answer, type AnyRoute, route } from './route.ts'

type Notes = EdgeWorld & { readonly notes: readonly string[] }

describe('a route', () => {
  test('knows the body of its schema and the parameters in its path', () => {
    route({
      on: 'POST /v1/{person}/notes/{note}',
      body: strictObject({ text: string() }),
      run: async (_world: EdgeWorld, { body, params, actor, meta }) => {
        expectTypeOf(body).toEqualTypeOf<{ text: string }>()
        expectTypeOf(params).toEqualTypeOf<{ readonly person: string; readonly note: string }>()
        expectTypeOf(meta.actor).toEqualTypeOf<string>()
        return ok({ status: 200, body: actor.person })
      },
      problems: {},
    })
  })

  test('that is open has neither actor nor a signed meta', () => {
    route({
      on: 'GET /',
      open: true,
      run: async (_world: EdgeWorld, call) => {
        expectTypeOf(call).not.toHaveProperty('actor')
        expectTypeOf(call.meta).not.toHaveProperty('tenant')
        return ok({ status: 204 })
      },
      problems: {},
    })
  })

  test('answers each of its rejections, those all commands share apart', () => {
    type Rejection = { readonly type: 'OwnLeave' } | { readonly type: 'Conflict' }
    const run = async (_world: EdgeWorld): Promise<Result<Answer, Rejection>> => err({ type: 'OwnLeave' })
    const problem = { status: 403, title: 'Nobody may approve their own leave' }
    route({ on: 'GET /', run, problems: { OwnLeave: problem } })
    // @ts-expect-error OwnLeave has no problem
    route({ on: 'GET /', run, problems: {} })
    // @ts-expect-error neither has one that is written on the spot
    route({ on: 'GET /', run: async (_world: EdgeWorld) => err({ type: 'OwnLeave' }), problems: {} })
  })

  test('fits into a function whose world has all it needs', () => {
    const notes = route({ on: 'GET /', run: async ({ notes: body }: Notes) => ok({ status: 200, body }), problems: {} })
    expectTypeOf([notes]).toExtend<readonly AnyRoute<Notes>[]>()
    expectTypeOf([notes]).not.toExtend<readonly AnyRoute<EdgeWorld>[]>()
  })
})
