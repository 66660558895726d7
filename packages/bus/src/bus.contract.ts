import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import type { Instant, TenantId } from '@awayday/kernel'
import type { Bus, BusEvent } from './bus.port.ts'
import type { EventBridgeEvent } from './eventbridge-event.ts'

/** A bus, and what its targets will receive: all that was accepted for a tenant, in any order. */
export type ObservedBus = {
  readonly bus: Bus
  readonly received: (tenant: TenantId) => Promise<readonly EventBridgeEvent[]>
}

export type Given = { readonly event: (n: number, data?: BusEvent['data']) => BusEvent; readonly tenant: TenantId }

/** Names nobody else uses: a tenant of its own. */
export const given = (): Given => {
  tenants += 1
  const tenant = `bus-${process.pid}-${tenants}` as TenantId
  return {
    tenant,
    event: (n, data = { n }) => ({
      source: 'directory',
      type: 'PersonJoined',
      id: `person/${n}@1.0`,
      tenant,
      at: '2027-01-01T12:34:56.789Z' as Instant,
      correlation: `c-${n}`,
      data,
    }),
  }
}
let tenants = 0

export const busContract = {
  'what is published is received whole, in the shape of EventBridge': async ({ bus, received }, { event, tenant }) => {
    await bus.publish([event(1, { person: 'p1', team: null, nested: { list: [1, 'two', true] } })])
    const [first, ...others] = await received(tenant)
    assert.deepEqual(others, [])
    assert.deepEqual(first, {
      version: '0',
      id: first?.id,
      'detail-type': 'PersonJoined',
      source: 'awayday.directory',
      account: first?.account,
      time: '2027-01-01T12:34:56Z',
      region: first?.region,
      resources: [],
      detail: {
        id: 'person/1@1.0',
        tenant,
        at: '2027-01-01T12:34:56.789Z',
        correlation: 'c-1',
        data: { person: 'p1', team: null, nested: { list: [1, 'two', true] } },
      },
    })
    assert.match(first?.id ?? '', /./)
  },

  'awkward text survives': async ({ bus, received }, { event, tenant }) => {
    const text = 'emoji 🏝️, line\u2028separator, "quotes" \\ and a null \u0000'
    await bus.publish([event(1, { text })])
    assert.deepEqual((await received(tenant))[0]?.detail.data, { text })
  },

  'none is lost of more than one call can take': async ({ bus, received }, { event, tenant }) => {
    await bus.publish(Array.from({ length: 25 }, (_, n) => event(n)))
    const ids = (await received(tenant)).map(({ detail }) => detail.correlation).toSorted()
    assert.deepEqual(ids, Array.from({ length: 25 }, (_, n) => `c-${n}`).toSorted())
  },

  'none is lost of several as large as allowed': async ({ bus, received }, { event, tenant }) => {
    await bus.publish([1, 2, 3].map((n) => event(n, { text: 'x'.repeat(199_989) })))
    assert.equal((await received(tenant)).length, 3)
  },

  'one that is too large is refused, and none of the same call is accepted': async (
    { bus, received },
    { event, tenant },
  ) => {
    await assert.rejects(bus.publish([event(1), event(2, { text: 'é'.repeat(100_000) })]), RangeError)
    assert.deepEqual(await received(tenant), [])
  },

  'publishing nothing is nothing': async ({ bus, received }, { tenant }) => {
    await bus.publish([])
    assert.deepEqual(await received(tenant), [])
  },

  'the same event published again has the same id of ours': async ({ bus, received }, { event, tenant }) => {
    await bus.publish([event(1)])
    await bus.publish([event(1)])
    assert.deepEqual(
      (await received(tenant)).map(({ detail }) => detail.id),
      ['person/1@1.0', 'person/1@1.0'],
    )
  },
} satisfies Contract<ObservedBus, Given>
