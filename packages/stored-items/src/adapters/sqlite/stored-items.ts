import type { DatabaseSync } from 'node:sqlite'
import { answered, inTransaction, word } from '@awayday/event-sourcing/sqlite'
import type { TenantId } from '@awayday/kernel'
import type { OpenStore } from '@awayday/stores'
import { copying } from '../../copying.ts'
import { endsPage } from '../../paging.ts'
import type { Collection, StoredItem, StoredItems } from '../../stored-items.port.ts'
import { type Shelf, shelfOf } from './tables.ts'

/** A bulk write is one transaction, so it is there as a whole or not at all. */
export const sqliteStoredItems = ({ db, tenants }: OpenStore & { readonly name: 'sqlite' }): StoredItems => {
  const known = new Map<Collection, Statements>()
  const of = (collection: Collection): Statements => {
    const made = known.get(collection) ?? answered('prepare', () => statements(db, shelfOf(collection)))
    known.set(collection, made)
    return made
  }

  const get: StoredItems['get'] = async (tenant, collection, keys) => {
    const { one } = of(collection)
    return answered('items', () => keys.flatMap((key) => one(tenant, key) ?? []))
  }

  const write: StoredItems['replace'] = async (tenant, collection, items) => {
    const { put } = of(collection)
    atOnce(db, () => {
      for (const item of items) put(tenant, item)
    })
  }

  return {
    tenants: () => tenants.all(),
    get,
    load: write,
    replace: write,

    async *pages(tenant, collection, after) {
      const { after: page } = of(collection)
      let last = after
      for (;;) {
        const items = answered('items', () => page(tenant, last))
        if (items.length === 0) return
        yield items
        last = items.at(-1)?.key
      }
    },

    copy: copying(get, async (tenant, collection, placings) => {
      const { one, put } = of(collection)
      return atOnce(db, () =>
        placings.flatMap(({ coming, here }) => {
          if (one(tenant, coming.key)?.value !== here?.value) return [coming]
          put(tenant, coming)
          return []
        }),
      )
    }),

    async remove(tenant, collection, keys) {
      const { remove } = of(collection)
      atOnce(db, () => {
        for (const key of keys) remove(tenant, key)
      })
    },
  }
}

type Statements = ReturnType<typeof statements>

const statements = (db: DatabaseSync, { table, keys, values, place, parts, key, value }: Shelf) => {
  const name = word(table)
  const columns = ['tenant', ...keys, ...values]
  const found = `SELECT ${[...keys, ...values].join(', ')} FROM ${name} WHERE tenant = ?`
  const here = keys.map((column) => `${column} = ?`).join(' AND ')
  const first = db.prepare(`${found} ORDER BY ${keys.join(', ')}`)
  const behind = db.prepare(
    `${found} AND (${keys.join(', ')}) > (${keys.map(() => '?').join(', ')}) ORDER BY ${keys.join(', ')}`,
  )
  const exact = db.prepare(`${found} AND ${here}`)
  const upsert = db.prepare(
    `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (${['tenant', ...keys].join(', ')})
     DO UPDATE SET ${values.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  )
  const drop = db.prepare(`DELETE FROM ${name} WHERE tenant = ? AND ${here}`)

  return {
    one: (tenant: TenantId, of: string): StoredItem | undefined => {
      const row = exact.get(tenant, ...place(of))
      return row && { key: of, value: value(row) }
    },
    /** Reads as far as the page goes, and closes the statement. */
    after: (tenant: TenantId, last: string | undefined): readonly StoredItem[] => {
      const page: StoredItem[] = []
      const ends = endsPage()
      for (const row of last === undefined ? first.iterate(tenant) : behind.iterate(tenant, ...place(last))) {
        const item = { key: key(row), value: value(row) }
        page.push(item)
        if (ends(item)) break
      }
      return page
    },
    put: (tenant: TenantId, item: StoredItem): void => {
      upsert.run(tenant, ...place(item.key), ...parts(item.value))
    },
    remove: (tenant: TenantId, of: string): void => {
      drop.run(tenant, ...place(of))
    },
  }
}

const atOnce = <T>(db: DatabaseSync, run: () => T): T => answered('items', () => inTransaction(db, run))
