import type { SQLInputValue, SQLOutputValue } from 'node:sqlite'
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

/** Where a collection lies, and how its rows become items. The tenant comes before the key's columns. */
export type Shelf = {
  readonly table: string
  readonly keys: readonly string[]
  readonly values: readonly string[]
  readonly place: (key: string) => readonly SQLInputValue[]
  readonly parts: (value: string) => readonly SQLInputValue[]
  readonly key: (row: Row) => string
  readonly value: (row: Row) => string
}
export type Row = Readonly<Record<string, SQLOutputValue>>

export const shelfOf = (collection: Collection): Shelf => {
  switch (collection) {
    case 'events':
      return {
        table: 'events',
        keys: ['stream', 'version'],
        values: ['body'],
        place: (key) => [eventPlace(key).name, eventPlace(key).version],
        parts: (value) => [value],
        key: ({ stream, version }) => eventKey(String(stream), Number(version)),
        value: ({ body }) => String(body),
      }
    case 'records':
      return {
        table: 'records',
        keys: ['kind', 'id'],
        values: ['rev', 'data', 'moved'],
        place: (key) => [recordPlace(key).kind, recordPlace(key).id],
        parts: (value) => {
          const { rev, data = null, moved = null } = recordParts(value)
          return [rev, data, moved]
        },
        key: ({ kind, id }) => `${kind}#${id}`,
        value: ({ rev, data, moved }) =>
          recordValue({ rev: Number(rev), ...text('data', data), ...text('moved', moved) }),
      }
    case 'registry':
      return {
        table: 'registry',
        keys: ['id'],
        values: ['digest', 'stream', 'expires'],
        place: (key) => [idPlace(key)],
        parts: (value) => {
          const { digest, stream, expires } = registryParts(value)
          return [digest, stream, expires]
        },
        key: ({ id }) => String(id),
        value: ({ digest, stream, expires }) =>
          registryValue({ digest: String(digest), stream: String(stream), expires: String(expires) as Instant }),
      }
    case 'progress':
      return {
        table: 'progress',
        keys: ['stream'],
        values: ['rev', 'body'],
        place: (key) => [streamPlace(key)],
        parts: (value) => {
          const { rev, body } = progressParts(value)
          return [rev, body]
        },
        key: ({ stream }) => String(stream),
        value: ({ rev, body }) => progressValue({ rev: Number(rev), body: String(body) }),
      }
    default:
      return {
        table: collection.slice('views:'.length),
        keys: ['id'],
        values: ['version', 'doc', 'purge_at'],
        place: (key) => [idPlace(key)],
        parts: (value) => {
          const { version, doc = null, purgeAt = null } = viewParts(value)
          return [version, doc, purgeAt]
        },
        key: ({ id }) => String(id),
        value: ({ version, doc, purge_at }) =>
          viewValue({
            version: Number(version),
            ...text('doc', doc),
            ...(purge_at ? { purgeAt: String(purge_at) as Instant } : {}),
          }),
      }
  }
}

/** A column that may be empty becomes a member that may be absent. */
const text = <Name extends string>(
  name: Name,
  column: SQLOutputValue | undefined,
): { readonly [N in Name]?: string } =>
  column === null || column === undefined ? {} : ({ [name]: String(column) } as { readonly [N in Name]: string })
