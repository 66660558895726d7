import { REGISTRY_DAYS } from '@awayday/event-sourcing'
import { LAST, TOMBSTONE_DAYS, ttl } from '@awayday/event-sourcing/mongodb/documents'
import type { Instant } from '@awayday/kernel'
import { eventKey, eventPlace, idPlace, recordPlace, streamPlace } from '../../keys.ts'
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

/** Where a collection lies, and how its documents become items. `_id`'s fields stand in the order of their adapters. */
export type Shelf = {
  readonly table: string
  readonly id: (tenant: string, key: string) => Id
  /** Ids strictly between these are the tenant's. */
  readonly bounds: (tenant: string) => readonly [Id, Id]
  /** All fields but `_id`, and what only the server can give. */
  readonly content: (value: string) => Content
  /** The field by which one that replaces another is newer; records of a stream are never replaced. */
  readonly age?: 'rev' | 'expires' | 'version'
  readonly key: (id: Id) => string
  readonly value: (content: Content) => string
}
export type Id = {
  readonly tenant: string
  readonly stream?: string
  readonly version?: number
  readonly kind?: string
  readonly name?: string
  readonly id?: string
}
export type Content = {
  readonly body?: string
  readonly rev?: number
  readonly moved?: string
  readonly digest?: string
  readonly stream?: string
  readonly expires?: Instant
  readonly version?: number
  readonly doc?: object
  readonly purgeAt?: Instant
  readonly ttl?: Date
}

export const shelfOf = (collection: Collection): Shelf => {
  switch (collection) {
    case 'events':
      return {
        table: 'events',
        id: (tenant, key) => {
          const { name, version } = eventPlace(key)
          return { tenant, stream: name, version }
        },
        bounds: (tenant) => [
          { tenant, stream: '', version: 0 },
          { tenant, stream: LAST, version: 0 },
        ],
        content: (body) => ({ body }),
        key: ({ stream, version }) => eventKey(kept(stream), kept(version)),
        value: ({ body }) => kept(body),
      }
    case 'records':
      return {
        table: 'records',
        id: (tenant, key) => ({ tenant, ...recordPlace(key) }),
        bounds: (tenant) => [
          { tenant, kind: '', id: '' },
          { tenant, kind: LAST, id: '' },
        ],
        content: (value) => {
          const { rev, data, moved } = recordParts(value)
          return { rev, ...(data ? { body: data } : {}), ...(moved ? { moved } : {}) }
        },
        age: 'rev',
        key: ({ kind, id }) => `${kind}#${id}`,
        value: ({ rev, body, moved }) =>
          recordValue({ rev: kept(rev), ...(body ? { data: body } : {}), ...(moved ? { moved } : {}) }),
      }
    case 'registry':
      return {
        ...control('registry', idPlace),
        content: (value) => {
          const { digest, stream, expires } = registryParts(value)
          return { digest, stream, expires, ttl: ttl(expires, REGISTRY_DAYS) }
        },
        age: 'expires',
        value: ({ digest, stream, expires }) =>
          registryValue({ digest: kept(digest), stream: kept(stream), expires: kept(expires) }),
      }
    case 'progress':
      return {
        ...control('progress', streamPlace),
        content: progressParts,
        age: 'rev',
        value: ({ rev, body }) => progressValue({ rev: kept(rev), body: kept(body) }),
      }
    default:
      return {
        table: collection.slice('views:'.length),
        id: (tenant, key) => ({ tenant, id: idPlace(key) }),
        bounds: (tenant) => [
          { tenant, id: '' },
          { tenant, id: LAST },
        ],
        content: (value) => {
          const { version, doc, purgeAt } = viewParts(value)
          return {
            version,
            ...(doc ? { doc: JSON.parse(doc) } : {}),
            ...(purgeAt ? { purgeAt, ttl: ttl(purgeAt, TOMBSTONE_DAYS) } : {}),
          }
        },
        age: 'version',
        key: ({ id }) => kept(id),
        // The one thing that is stored as a document and not as text, for its indexes.
        value: ({ version, doc, purgeAt }) =>
          viewValue({
            version: kept(version),
            ...(doc ? { doc: JSON.stringify(doc) } : {}),
            ...(purgeAt ? { purgeAt } : {}),
          }),
      }
  }
}

const control = (kind: 'registry' | 'progress', place: (key: string) => string) => ({
  table: 'control',
  id: (tenant: string, key: string): Id => ({ kind, tenant, name: place(key) }),
  bounds: (tenant: string): readonly [Id, Id] => [
    { kind, tenant, name: '' },
    { kind, tenant, name: LAST },
  ],
  key: ({ name }: Id): string => kept(name),
})

const kept = <T>(field: T | undefined): T => {
  if (field === undefined) throw new Error('a stored document lacks a field that we always write')
  return field
}
