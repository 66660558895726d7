import { digestOf, newRecord, type Sealed, sealRecord, stream } from '@awayday/event-sourcing'
import { awkward } from '@awayday/event-sourcing/contracts'
import type { Instant, TenantId } from '@awayday/kernel'
import { type Collection, eventKey, type StoredItem } from '@awayday/stored-items'
import fc from 'fast-check'

/** What a service keeps of a tenant, item by item. */
export type Company = { readonly [collection in Collection]?: readonly StoredItem[] }

/** When everything here happened. */
export const AT = '2026-05-01T08:00:00.000Z' as Instant

/** A stream's records, each saying something. */
export const told = (
  tenant: TenantId,
  name: string,
  notes: readonly unknown[],
  seal?: Sealed,
): readonly StoredItem[] => {
  const bodies: string[] = []
  const [kind = '', id = ''] = name.split('/')
  for (const [n, data] of notes.entries()) {
    const last = bodies.at(-1)
    const { body } = newRecord({
      at: AT,
      by: 'ana',
      command: { id: `${name} ${n}`, digest: 'd' },
      correlation: 'c',
      cause: 'c',
      prev: last === undefined ? null : digestOf(last),
      events: [{ type: 'Noted', v: 1, data }],
    })
    bodies.push(body)
  }
  const last = bodies.at(-1)
  if (seal)
    bodies.push(
      sealRecord(
        stream(tenant, kind, id),
        seal,
        AT,
        last === undefined ? undefined : { digest: digestOf(last), at: AT },
      ).body,
    )
  return bodies.map((value, n) => ({ key: eventKey(name, n + 1), value }))
}

/** One of each kind, with values that stores are known to change. */
export const small = (tenant: TenantId): Company => ({
  events: [...told(tenant, 'person/ana', ['first', awkward, 3]), ...told(tenant, 'person/ben', ['🏖'.repeat(1_000)])],
  records: [
    { key: 'card#ana', value: JSON.stringify({ rev: 3, data: awkward }) },
    { key: 'card#ben', value: '{"rev":2}' },
  ],
  registry: [{ key: 'x_y-z', value: `{"digest":"d","stream":"person/ana","expires":"2126-05-01T08:00:00.000Z"}` }],
  progress: [{ key: 'person/ana', value: '{"rev":2,"done":{"publish":2,"project":3}}' }],
  'views:views': [
    {
      key: 'leave/1',
      value: JSON.stringify({ version: 3, doc: { team: 'sales', last: '2026-05-02', note: awkward } }),
    },
    { key: 'leave/2', value: '{"version":1,"purgeAt":"2126-05-01T08:00:00.000Z"}' },
  ],
})

/** Any small company. */
export const companies = (tenant: TenantId): fc.Arbitrary<Company> =>
  fc
    .record({
      streams: fc.dictionary(
        fc.stringMatching(/^[a-z]{1,3}\/[A-Za-z0-9\-.:_]{1,8}$/),
        fc.array(fc.jsonValue(), { minLength: 1, maxLength: 12 }),
        { maxKeys: 5 },
      ),
      records: fc.dictionary(
        fc.stringMatching(/^[a-z]{1,4}#[A-Za-z0-9\-._:]{1,8}$/),
        fc.record({ rev, data: json }, { requiredKeys: ['rev'] }),
      ),
      registry: fc.dictionary(
        fc.stringMatching(/^[A-Za-z0-9\-_]{1,8}$/),
        fc.record({ digest: word, stream: word, expires: fc.constant('2126-05-01T08:00:00.000Z') }),
      ),
      progress: fc.dictionary(
        fc.stringMatching(/^[a-z]{1,3}\/[a-z0-9]{1,8}$/),
        fc.record({ rev, done: fc.dictionary(word, rev) }),
      ),
      views: fc.dictionary(
        fc.stringMatching(/^[a-z]{1,3}\/[A-Za-z0-9\-./:_]{1,8}$/),
        fc.record({ version: rev, doc: json }, { requiredKeys: ['version'] }),
      ),
    })
    .map(({ streams, records, registry, progress, views }) => ({
      events: Object.entries(streams).flatMap(([name, notes]) => told(tenant, name, notes)),
      records: itemsOf(records),
      registry: itemsOf(registry),
      progress: itemsOf(progress),
      'views:views': itemsOf(views),
    }))

const itemsOf = (all: Readonly<Record<string, unknown>>): readonly StoredItem[] =>
  Object.entries(all).map(([key, value]) => ({ key, value: JSON.stringify(value) }))

const rev = fc.integer({ min: 1, max: 99 })
const word = fc.stringMatching(/^[a-z]{1,6}$/)
const json = fc.dictionary(fc.string({ maxLength: 4 }), fc.jsonValue(), { maxKeys: 4 })
