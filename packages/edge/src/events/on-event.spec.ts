import { object, string } from 'valibot'
import { beforeEach, describe, expect, test } from 'vitest'
import { NOW, world } from '../testing/world.ts'
import { onEvent } from './on-event.ts'

const ran: unknown[] = []
beforeEach(() => {
  ran.length = 0
})

const react = onEvent({
  world: Promise.resolve(world),
  on: {
    PersonJoined: {
      data: object({ person: string() }),
      run: async (_world, data, about) => {
        ran.push({ data, ...about })
      },
    },
  },
})

const detail = {
  id: 'person/ana@3.0',
  tenant: 'acme',
  at: '2026-03-01T12:00:00.000Z',
  correlation: 'browser.1',
  data: { person: 'ana' },
}
const deliver = (changed: Readonly<Record<string, unknown>> = {}, type = 'PersonJoined') =>
  react({ source: 'awayday.directory', 'detail-type': type, detail: { ...detail, ...changed } })

describe('an integration event', () => {
  test('reaches its reaction, with a command that is the same at every delivery', async () => {
    await deliver()
    expect(ran).toEqual([
      {
        data: { person: 'ana' },
        event: { id: 'person/ana@3.0', type: 'PersonJoined', source: 'awayday.directory', at: detail.at },
        meta: {
          tenant: 'acme',
          actor: 'system:awayday.directory',
          key: 'person/ana@3.0',
          digest: expect.stringMatching(/^[\w-]{43}$/),
          correlation: 'browser.1',
          cause: 'person/ana@3.0',
          at: NOW,
        },
      },
    ])
  })

  test('that its publisher has widened is the same command with the same digest', async () => {
    await deliver()
    await deliver({ data: { person: 'ana', team: 'ops' }, more: 1 })
    expect(ran).toHaveLength(2)
    expect(ran[1]).toEqual(ran[0])
  })

  test('of another tenant has another digest', async () => {
    await deliver()
    await deliver({ tenant: 'acme2' })
    const [first, second] = ran as { readonly meta: { readonly digest: string } }[]
    expect(second?.meta.digest).not.toBe(first?.meta.digest)
  })

  test.each<[string, Readonly<Record<string, unknown>>, string?]>([
    ['without an id', { id: undefined }],
    ['with an empty id', { id: '' }],
    ['of an impossible tenant', { tenant: 'A#B' }],
    ['with other data', { data: { person: 7 } }],
    ['without data', { data: undefined }],
    ['of a type nobody asked for', {}, 'PersonLeft'],
    ['of a type that objects have', {}, 'constructor'],
  ])('%s is thrown back for the platform to park', async (_what, changed, type) => {
    await expect(deliver(changed, type)).rejects.toMatchObject({ name: 'BadEvent', message: 'Internal Server Error' })
    expect(ran).toEqual([])
  })
})
