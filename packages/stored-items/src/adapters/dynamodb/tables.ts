import { REGISTRY_DAYS } from '@awayday/event-sourcing'
import { type Stored, TOMBSTONE_DAYS, text, ttl } from '@awayday/event-sourcing/dynamodb/items'
import type { Instant } from '@awayday/kernel'
import type { Item } from '@awayday/meter/dynamodb'
import type { Collection } from '../../stored-items.port.ts'
import {
  progressParts,
  progressValue,
  recordParts,
  recordValue,
  registryParts,
  registryValue,
  viewParts,
  viewValue,
} from '../../values.ts'

/** Where a collection lies, and how its items become ours. The sort key is the key, behind a prefix where tables are shared. */
export type Shelf = {
  readonly table: string
  readonly prefix: string
  /** All attributes but the key. */
  readonly content: (value: string) => Item
  /** The attribute by which one that replaces another is newer; records of a stream are never replaced. */
  readonly age?: 'rev' | 'expires' | 'version'
  readonly value: (item: Stored) => string
}

export const shelfOf = (collection: Collection): Shelf => {
  switch (collection) {
    case 'events':
      return {
        table: 'events',
        prefix: '',
        content: (body) => ({ body: { S: body } }),
        value: ({ body }) => text(body),
      }
    case 'records':
      return {
        table: 'records',
        prefix: '',
        content: (value) => {
          const { rev, data, moved } = recordParts(value)
          return {
            rev: { N: `${rev}` },
            ...(data ? { body: { S: data } } : {}),
            ...(moved ? { moved: { S: moved } } : {}),
          }
        },
        age: 'rev',
        value: ({ rev, body, moved }) =>
          recordValue({
            rev: Number(rev?.N),
            ...(body ? { data: text(body) } : {}),
            ...(moved ? { moved: text(moved) } : {}),
          }),
      }
    case 'registry':
      return {
        table: 'control',
        prefix: 'registry#',
        content: (value) => {
          const { digest, stream, expires } = registryParts(value)
          return {
            digest: { S: digest },
            stream: { S: stream },
            expires: { S: expires },
            ttl: ttl(expires, REGISTRY_DAYS),
          }
        },
        age: 'expires',
        value: ({ digest, stream, expires }) =>
          registryValue({ digest: text(digest), stream: text(stream), expires: text(expires) as Instant }),
      }
    case 'progress':
      return {
        table: 'control',
        prefix: 'progress#',
        content: (value) => {
          const { rev, body } = progressParts(value)
          return { rev: { N: `${rev}` }, body: { S: body } }
        },
        age: 'rev',
        value: ({ rev, body }) => progressValue({ rev: Number(rev?.N), body: text(body) }),
      }
    default:
      return {
        table: collection.slice('views:'.length),
        prefix: '',
        content: (value) => {
          const { version, doc, purgeAt } = viewParts(value)
          return {
            version: { N: `${version}` },
            ...(doc ? { body: { S: doc } } : {}),
            ...(purgeAt ? { purgeAt: { S: purgeAt }, ttl: ttl(purgeAt, TOMBSTONE_DAYS) } : {}),
          }
        },
        age: 'version',
        value: ({ version, body, purgeAt }) =>
          viewValue({
            version: Number(version?.N),
            ...(body ? { doc: text(body) } : {}),
            ...(purgeAt ? { purgeAt: text(purgeAt) as Instant } : {}),
          }),
      }
  }
}
