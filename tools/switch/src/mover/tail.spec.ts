import type { TenantId } from '@awayday/kernel'
import { eventKey } from '@awayday/stored-items'
import { describe, expect, test } from 'vitest'
import { adaptiveLimiter } from './limiter.ts'
import { sweep, type Tailing } from './tail.ts'
import { company, heldBy, listOf, place, settle } from './testing/pair.ts'
import { virtualTime } from './testing/virtual-time.ts'

const acme = 'acme' as TenantId
const held = company(300)

const tailing = async () => {
  const [from, to] = [await place('mongodb'), await place('dynamodb')]
  for (const each of [from, to]) await settle(each, acme, held)
  const time = virtualTime()
  const there: Tailing = { ...time, limiter: adaptiveLimiter(time.nowMs), from, to }
  return { from, to, there, back: { ...there, from: to, to: from } }
}

describe('a sweep', () => {
  test('finds nothing between two that are equal', async () => {
    const { there, back } = await tailing()
    const nothing = { streams: 0, events: 0, records: 0, registry: 0 }
    expect([await sweep(there, acme), await sweep(back, acme)]).toEqual([nothing, nothing])
  })

  test('brings what was written since, and tells how much that was', async () => {
    const { from, to, there } = await tailing()
    const more = [8, 9, 10].map((n) => ({ key: eventKey('person/p3', n), value: `{"more":${n}}` }))
    const long = Array.from({ length: 220 }, (_, n) => ({ key: eventKey('a/new', n + 1), value: `{"n":${n}}` }))
    await from.items.load(acme, 'events', [...more, ...long])
    await from.items.replace(acme, 'records', [
      { key: 'card#p1', value: '{"rev":50}' },
      { key: 'note#n', value: '{"rev":1,"data":{}}' },
    ])
    await from.items.load(acme, 'registry', [{ key: 'z'.repeat(43), value: held.registry[0]?.value ?? '' }])
    expect(await sweep(there, acme)).toEqual({ streams: 2, events: 223, records: 2, registry: 1 })
    expect(await sweep(there, acme)).toEqual({ streams: 0, events: 0, records: 0, registry: 0 })
    expect(await heldBy(to, acme)).toEqual(await heldBy(from, acme))
  })

  test('leaves alone what the target has beyond the source', async () => {
    const { from, to, there } = await tailing()
    await to.items.load(acme, 'events', [
      { key: eventKey('person/p1', 8), value: '{}' },
      { key: eventKey('z/1', 1), value: '{}' },
    ])
    await to.items.replace(acme, 'records', [{ key: 'card#p1', value: '{"rev":50}' }])
    const before = await heldBy(to, acme)
    expect(await sweep(there, acme)).toEqual({ streams: 0, events: 0, records: 0, registry: 0 })
    expect(await heldBy(to, acme)).toEqual(before)
    expect(await heldBy(from, acme)).toEqual(listOf(held))
  })

  test.each([
    ['at the same version', 7],
    ['further on', 8],
  ])('ends where the two hold different records, and the source is %s', async (_, version) => {
    const { from, to, there } = await tailing()
    await to.items.replace(acme, 'events', [{ key: eventKey('person/p2', 7), value: '{"other":1}' }])
    if (version > 7) await from.items.load(acme, 'events', [{ key: eventKey('person/p2', version), value: '{}' }])
    await expect(sweep(there, acme)).rejects.toThrow('different events of acme under person/p2#0000000007')
    expect(await to.items.get(acme, 'events', [eventKey('person/p2', 8)])).toEqual([])
  })

  test('ends where the two hold different cards of one rev', async () => {
    const { to, there } = await tailing()
    await to.items.replace(acme, 'records', [{ key: 'card#p4', value: '{"rev":2,"data":{}}' }])
    await expect(sweep(there, acme)).rejects.toThrow('different records of acme under card#p4')
  })
})
