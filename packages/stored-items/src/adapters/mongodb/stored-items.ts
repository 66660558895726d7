import { answered, isTaken, MAJORITY } from '@awayday/event-sourcing/mongodb'
import { compare, type TenantId } from '@awayday/kernel'
import type { OpenStore } from '@awayday/stores'
import type { AnyBulkWriteOperation, Db, Collection as Documents } from 'mongodb'
import { copying, type Placing } from '../../copying.ts'
import { endsPage, PAGE_ITEMS, parts } from '../../paging.ts'
import type { Collection, StoredItem, StoredItems } from '../../stored-items.port.ts'
import { type Content, type Id, type Shelf, shelfOf } from './collections.ts'

type Kept = Content & { readonly _id: Id; readonly seen?: Date }
type Place = { readonly shelf: Shelf; readonly documents: Documents<Kept> }

/** Records are stamped by the server's clock, whoever writes them: the feed polls by it. */
export const mongoStoredItems = ({
  db,
  collection,
  tenants,
}: OpenStore & { readonly name: 'mongodb' }): StoredItems => {
  const of = (name: Collection): Place => {
    const shelf = shelfOf(name)
    return { shelf, documents: db.collection<Kept>(collection(shelf.table), MAJORITY) }
  }
  const itemOf = ({ key, value }: Shelf, document: Kept): StoredItem => ({
    key: key(document._id),
    value: value(document),
  })

  const get: StoredItems['get'] = async (tenant, name, keys) => {
    const { shelf, documents } = of(name)
    const found: StoredItem[] = []
    for (const some of parts(keys, GET_ITEMS)) {
      const ids = some.map((key) => shelf.id(tenant, key))
      const page = await answered('items', () => documents.find({ _id: { $in: ids } }).toArray())
      const there = new Map(page.map((document) => itemOf(shelf, document)).map((item) => [item.key, item]))
      for (const key of some) found.push(...[there.get(key)].filter((item) => item !== undefined))
    }
    return found
  }

  const replace: StoredItems['replace'] = async (tenant, name, items) => {
    const { shelf, documents } = of(name)
    const writes = items.map((item) => over(shelf, tenant, item))
    for (const some of parts(writes, WRITES)) await answered('items', () => documents.bulkWrite([...some], UNORDERED))
  }

  return {
    tenants: () => tenants.all(),
    get,
    replace,

    async load(tenant, name, items) {
      if (name !== 'events') return replace(tenant, name, items)
      const { shelf, documents } = of(name)
      for (const some of parts(items, INSERTS)) {
        const seen = await serverTime(db)
        const made = some.map(({ key, value }) => ({ _id: shelf.id(tenant, key), ...shelf.content(value), seen }))
        try {
          await answered('items', () => documents.insertMany(made, UNORDERED))
        } catch (cause) {
          if (!isTaken(cause)) throw cause
          await replace(tenant, name, some) // an earlier try of this load was here
        }
      }
    },

    async *pages(tenant, name, after) {
      const { shelf, documents } = of(name)
      const [from, until] = shelf.bounds(tenant)
      let last = after === undefined ? from : shelf.id(tenant, after)
      for (let limit = FIRST_ITEMS; ; ) {
        const page = await answered('items', () =>
          documents.find({ _id: { $gt: last, $lt: until } }, { sort: { _id: 1 }, limit, batchSize: limit }).toArray(),
        )
        const items = page.map((document) => itemOf(shelf, document))
        yield* paged(items)
        const end = page.at(-1)
        if (!end || page.length < limit) return
        last = end._id
        const bytes = items.reduce((sum, { value }) => sum + value.length, 0)
        limit = Math.min(PAGE_ITEMS, Math.max(1, Math.floor((FIND_BYTES * items.length) / (bytes + 1))))
      }
    },

    copy: copying(get, async (tenant, name, placings) => {
      const { shelf, documents } = of(name)
      const refused: StoredItem[] = []
      for (const some of parts(placings.toSorted(byKey), WRITES))
        refused.push(...(await placed(documents, shelf, tenant, some)))
      return refused
    }),

    async remove(tenant, name, keys) {
      const { shelf, documents } = of(name)
      for (const some of parts(keys, GET_ITEMS)) {
        const ids = some.map((key) => shelf.id(tenant, key))
        await answered('items', () => documents.deleteMany({ _id: { $in: ids } }))
      }
    },
  }
}

/** A page of unknown items is read with care: they may have 256 KiB each. */
const FIRST_ITEMS = 100
/** A reader of many tenants holds a page of each; larger ones are read no faster. */
const FIND_BYTES = 262_144
const GET_ITEMS = 250
/** So many upserts take well under a second; the driver gives up on a silent server after five. */
const WRITES = 250
/** Plain inserts take half the time of upserts, and arrive long before the feed's ten seconds for what is late are over. */
const INSERTS = 500
const UNORDERED = { ordered: false }

function* paged(items: readonly StoredItem[]): Iterable<readonly StoredItem[]> {
  let page: StoredItem[] = []
  let ends = endsPage()
  for (const item of items) {
    page.push(item)
    if (!ends(item)) continue
    yield page
    page = []
    ends = endsPage()
  }
  if (page.length > 0) yield page
}

/** The clock that stamps what is appended. */
const serverTime = async (db: Db): Promise<Date> => {
  const { localTime } = await answered('items', () => db.command({ hello: 1 }))
  return localTime
}

/** Written whatever is there. */
const over = (shelf: Shelf, tenant: TenantId, { key, value }: StoredItem): AnyBulkWriteOperation<Kept> => {
  const filter = { _id: shelf.id(tenant, key) }
  const content = shelf.content(value)
  return shelf.table === 'events'
    ? { updateOne: { filter, update: { $set: content, $currentDate: { seen: true } }, upsert: true } }
    : { replaceOne: { filter, replacement: content, upsert: true } }
}

/** Where nothing is, one that only inserts; where an older one is, one that replaces exactly that. */
const ifAsSeen = (shelf: Shelf, tenant: TenantId, { coming, here }: Placing): AnyBulkWriteOperation<Kept> => {
  const _id = shelf.id(tenant, coming.key)
  const content = shelf.content(coming.value)
  if (here && shelf.age) {
    const seen = shelf.content(here.value)[shelf.age]
    return { replaceOne: { filter: { _id, [shelf.age]: seen }, replacement: content } }
  }
  if (shelf.table !== 'events') return { insertOne: { document: { _id, ...content } } }
  const filter = { _id, seen: { $exists: false } }
  return { updateOne: { filter, update: { $setOnInsert: content, $currentDate: { seen: true } }, upsert: true } }
}

/** In order, up to the first key that somebody else has taken meanwhile. A replaced one is not known to be written: it is looked at again. */
const placed = async (
  documents: Documents<Kept>,
  shelf: Shelf,
  tenant: TenantId,
  placings: readonly Placing[],
): Promise<readonly StoredItem[]> => {
  const writes = placings.map((placing) => ifAsSeen(shelf, tenant, placing))
  try {
    await answered('items', () => documents.bulkWrite(writes))
    return placings.filter(({ here }) => here).map(({ coming }) => coming)
  } catch (cause) {
    if (!isTaken(cause)) throw cause
    return placings.map(({ coming }) => coming)
  }
}

const byKey = (a: Placing, b: Placing): number => compare(a.coming.key, b.coming.key)
