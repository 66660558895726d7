import type { StoreName } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { controlTable, eventTable, recordTable } from '@awayday/manifest'
import { eventKey, type StoredItem, type StoredItems, storedItemsOf } from '@awayday/stored-items'
import { createTables } from '@awayday/stores'
import { openSqlite } from '@awayday/stores/sqlite'
import { MOVED } from '../checkpoint.ts'

/** A store to move from or to, in memory or in a file. Its name is what it stands for in a test. */
export const place = async (name: StoreName, file = ':memory:') => {
  const store = openSqlite(file)
  const tables = { events: eventTable(), control: controlTable(), records: recordTable() }
  await createTables(store, { name: 'leave', root: import.meta.url, functions: {}, tables })
  return {
    name,
    items: await storedItemsOf(store),
    events: store.events,
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  }
}

/** A company's records: streams of different lengths, cards and registry rows. `events` of them are records of streams. */
export const company = (events: number, filling = 'x'.repeat(300)) => ({
  events: Array.from({ length: events }, (_, n) => ({
    key: eventKey(`person/p${Math.floor(n / 7)}`, (n % 7) + 1),
    value: `{"n":${n},"x":"${filling}"}`,
  })),
  records: Array.from({ length: Math.ceil(events / 7) }, (_, n) => ({
    key: `card#p${n}`,
    value: `{"rev":${1 + (n % 3)},"data":{"2":"b","1":"a","n":${n}}}`,
  })),
  registry: Array.from({ length: Math.ceil(events / 3) }, (_, n) => ({
    key: `k${String(n).padStart(42, '0')}`,
    value: `{"digest":"d${n}","stream":"person/p${Math.floor(n / 7)}","expires":"2126-05-04T08:00:00.000Z"}`,
  })),
})
export type Company = ReturnType<typeof company>

export const settle = async ({ items }: { readonly items: StoredItems }, tenant: TenantId, held: Company) => {
  for (const collection of MOVED) await items.load(tenant, collection, held[collection])
}

/** What a store holds of a tenant, by collection and key. */
export const heldBy = async ({ items }: { readonly items: StoredItems }, tenant: TenantId) => {
  const all: StoredItem[] = []
  for (const collection of MOVED)
    for await (const page of items.pages(tenant, collection))
      all.push(...page.map(({ key, value }) => ({ key: `${collection} ${key}`, value })))
  return all
}

/** As a list of what `heldBy` finds. */
export const listOf = (held: Company): readonly StoredItem[] =>
  MOVED.flatMap((collection) =>
    held[collection]
      .map(({ key, value }) => ({ key: `${collection} ${key}`, value }))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  )
