import { digestOf, type StoreName } from '@awayday/event-sourcing'
import type { Collection, StoredItem } from '@awayday/stored-items'

/** Something that a store cannot hold, or that should not be carried on as it is: why, as part of a sentence. */
export type Obstacle = { readonly collection: Collection; readonly key: string; readonly reason: string }

/** What a store takes at most: of an item as a whole, and of the key within its tenant, in bytes of UTF-8. */
export const LIMITS: Readonly<Record<StoreName, { readonly itemBytes: number; readonly keyBytes: number }>> = {
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html: 400 kB with names, sort key 1,024
  dynamodb: { itemBytes: 409_600, keyBytes: 1_024 },
  // https://www.mongodb.com/docs/manual/reference/limits/: 16 MiB a document
  mongodb: { itemBytes: 16_777_216, keyBytes: 16_777_216 },
  // https://www.sqlite.org/limits.html: SQLITE_MAX_LENGTH as Node is built
  sqlite: { itemBytes: 1_000_000_000, keyBytes: 1_000_000_000 },
}

/** Names of attributes, the tenant's key and what stands around a text in each store: more than any of our items has. */
const AROUND = 200

/** Why an item cannot go into a store as it is; nothing for nearly all. Bodies are texts, so numbers in them stay what they are. */
export const obstaclesOf = (
  target: StoreName,
  collection: Collection,
  { key, value }: StoredItem,
): readonly string[] => {
  const { itemBytes, keyBytes } = LIMITS[target]
  const [keySize, size] = [Buffer.byteLength(key), Buffer.byteLength(value)]
  return [
    key === '' && 'its key is empty',
    keySize > keyBytes && `its key has ${keySize} bytes, and ${target} takes ${keyBytes}`,
    size + keySize + AROUND > itemBytes && `it has ${size} bytes, and ${target} takes items of ${itemBytes}`,
    !(key.isWellFormed() && value.isWellFormed()) && 'it holds half of a surrogate pair, which UTF-8 cannot',
    key !== '' && !KEYS[shapeOf(collection)].test(key) && 'its key is none of this collection',
    !isJson(value) && 'it is not JSON',
    collection === 'records' && !(revOf(value) <= Number.MAX_SAFE_INTEGER) && 'its rev is too large to be exact',
  ].filter((reason) => reason !== false)
}

const shapeOf = (collection: Collection) =>
  (collection.startsWith('views:') ? 'views' : collection) as keyof typeof KEYS

const KEYS = {
  events: /^[A-Za-z0-9\-./:_]{1,200}#\d{10}$/,
  records: /^[a-z]+#[A-Za-z0-9\-._:]{1,100}$/,
  registry: /^[A-Za-z0-9\-./:_]{1,300}$/,
  progress: /^[A-Za-z0-9\-./:_]{1,200}$/,
  views: /^[A-Za-z0-9\-./:_]{1,300}$/,
} as const

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** As the stores keep it, however large. */
const revOf = (value: string): number => Number(/^\{"rev":(\d+)/.exec(value)?.[1] ?? Number.POSITIVE_INFINITY)

/**
 * Looks at a tenant's records in the order of streams and versions, and tells what breaks their chains: a missing version, or a
 * record that names another one before it.
 */
export const chainWatch = (): ((item: StoredItem) => string | undefined) => {
  let [stream, version, digest] = ['', 0, '']
  return ({ key, value }) => {
    const at = key.lastIndexOf('#')
    const [name, number] = [key.slice(0, at), Number(key.slice(at + 1))]
    if (name !== stream) [stream, version, digest] = [name, 0, '']
    const [expected, before] = [version + 1, digest]
    ;[version, digest] = [number, digestOf(value)]
    if (number !== expected) return `version ${expected} of its stream is missing`
    const said = /"prev":(?:null|"([^"]*)")/.exec(value)?.[1] ?? ''
    return said === before ? undefined : 'it names another record before it than there is'
  }
}
