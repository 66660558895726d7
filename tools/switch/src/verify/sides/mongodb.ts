import { type Db, type Collection as Documents, type Filter, MongoServerError } from 'mongodb'
import { eventKey, placeOf } from '../canonical.ts'
import { type Collection, FIELDS, type Fields, type Item, type Side } from '../side.ts'
import { forgottenMs } from './forgotten.ts'

/** The fields of an `_id` in their order: the server compares and indexes them so. */
type Key =
  | { readonly tenant: string; readonly stream: string; readonly version: number }
  | { readonly tenant: string; readonly kind: string; readonly id: string }
  | { readonly kind: string; readonly tenant: string; readonly name: string }
type Stored = { readonly _id: Key; readonly [field: string]: unknown }
/** `seen`: the server's clock when it took the record. */
type Stamped = { readonly _id: Key; readonly body: string; readonly seen: Date }

/** What a service's database keeps, written down again. A record's data is called `body` there. */
const TABLES = { events: 'events', records: 'records', registry: 'control' } as const
const NAMES: Readonly<Record<string, string>> = { data: 'body' }

/** Above every character a name may hold. */
const LAST = '~'

/** The collections of one service in a database. Majority both ways, from the primary: what is compared is never rolled back. */
export const mongoSide = (db: Db, service: string): Side => {
  const of = <Kept extends Stored | Stamped = Stored>(collection: Collection): Documents<Kept> =>
    db.collection<Kept>(`${service}_${TABLES[collection]}`, {
      readConcern: { level: 'majority' },
      writeConcern: { w: 'majority' },
      readPreference: 'primary',
    })

  return {
    store: 'mongodb',

    async tenants() {
      const range = { $gt: { kind: 'tenant', tenant: '', name: '' }, $lt: { kind: 'tenant', tenant: LAST, name: '' } }
      const found = await of('registry').find({ _id: range }).sort({ _id: 1 }).toArray()
      return found.map(({ _id }) => _id.tenant)
    },

    async *pages(tenant, collection) {
      const range = rangeOf(tenant, collection)
      const cursor = of(collection).find({ _id: range }).sort({ _id: 1 }).batchSize(1_000)
      try {
        while (await cursor.hasNext())
          yield cursor
            .readBufferedDocuments()
            .map((found) => ({ key: keyOf(found._id), fields: fieldsOf(collection, found) }))
      } finally {
        await cursor.close()
      }
    },

    async get(tenant, collection, key) {
      const found = await of(collection).findOne({ _id: idOf(tenant, collection, key) })
      return found ? fieldsOf(collection, found) : undefined
    },

    async add(tenant, collection, { key, fields }) {
      const _id = idOf(tenant, collection, key)
      try {
        // A feed goes by `seen`, which only an upsert can take from the server's clock.
        if (collection === 'events')
          await of<Stamped>(collection).updateOne(
            { _id, seen: { $exists: false } },
            { $setOnInsert: { body: fields['body'] ?? '' }, $currentDate: { seen: true } },
            { upsert: true },
          )
        else await of(collection).insertOne({ _id, ...stored(collection, fields) })
        return true
      } catch (cause) {
        if (cause instanceof MongoServerError && cause.code === 11000) return false
        throw cause
      }
    },

    async replace(tenant, collection, { key, fields }, wrong) {
      const next = stored(collection, fields)
      const gone = FIELDS[collection].filter((name) => fields[name] === undefined).map((name) => [nameOf(name), ''])
      const { modifiedCount } = await of(collection).updateOne(still(tenant, collection, { key, fields: wrong }), {
        $set: next,
        ...(gone.length > 0 ? { $unset: Object.fromEntries(gone) } : {}),
      })
      return modifiedCount === 1
    },

    async remove(tenant, collection, item) {
      const { deletedCount } = await of(collection).deleteOne(still(tenant, collection, item))
      return deletedCount === 1
    },
  }
}

const idOf = (tenant: string, collection: Collection, key: string): Key => {
  if (collection === 'registry') return { kind: 'registry', tenant, name: key }
  if (collection === 'events') return { tenant, ...placeOf(key) }
  const [kind = '', id = ''] = key.split('#')
  return { tenant, kind, id }
}

const keyOf = (_id: Key): string => {
  if ('name' in _id) return _id.name
  return 'stream' in _id ? eventKey(_id.stream, _id.version) : `${_id.kind}#${_id.id}`
}

const rangeOf = (tenant: string, collection: Collection): { readonly $gt: Key; readonly $lt: Key } => {
  if (collection === 'registry')
    return { $gt: { kind: 'registry', tenant, name: '' }, $lt: { kind: 'registry', tenant, name: LAST } }
  if (collection === 'events')
    return { $gt: { tenant, stream: '', version: 0 }, $lt: { tenant, stream: LAST, version: 0 } }
  return { $gt: { tenant, kind: '', id: '' }, $lt: { tenant, kind: LAST, id: '' } }
}

const nameOf = (field: string): string => NAMES[field] ?? field

const fieldsOf = (collection: Collection, found: Stored): Fields =>
  Object.fromEntries(
    FIELDS[collection].flatMap((name) => {
      const value = found[nameOf(name)]
      return value === null || value === undefined ? [] : [[name, String(value)]]
    }),
  )

const stored = (collection: Collection, fields: Fields): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [nameOf(name), name === 'rev' ? Number(value) : value]),
  ),
  ...(collection === 'registry' ? { ttl: new Date(forgottenMs(fields)) } : {}),
})

const still = (tenant: string, collection: Collection, { key, fields }: Item): Filter<Stored> => ({
  _id: idOf(tenant, collection, key),
  ...Object.fromEntries(
    FIELDS[collection].map((name) => {
      const value = fields[name]
      return [nameOf(name), value === undefined ? { $exists: false } : name === 'rev' ? Number(value) : value]
    }),
  ),
})
