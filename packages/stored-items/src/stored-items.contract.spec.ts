import { onTrial } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { type StoreWithItems, storedItemsContract } from './stored-items.contract.ts'
import type { Collection, StoredItem, StoredItems } from './stored-items.port.ts'
import { onSqlite } from './testing/on-sqlite.ts'

const broken =
  (change: (honest: StoredItems, store: StoreWithItems['store']) => Partial<StoredItems>) =>
  ({ store, items }: StoreWithItems): StoreWithItems => ({ store, items: { ...items, ...change(items, store) } })

/** What a parser and a printer make of it. */
const reprinted = ({ key, value }: StoredItem): StoredItem => ({ key, value: JSON.stringify(JSON.parse(value)) })

const paged = (change: (page: readonly StoredItem[], collection: Collection) => readonly (readonly StoredItem[])[]) =>
  broken((honest) => ({
    async *pages(tenant, collection, after) {
      for await (const page of honest.pages(tenant, collection, after)) yield* change(page, collection)
    },
  }))

onTrial<StoreWithItems, ReturnType<typeof given>>('the contract of stored items', storedItemsContract, {
  open: onSqlite,
  given,
  saboteurs: {
    'parses what it reads': paged((page) => [page.map(reprinted)]),
    'parses what it writes': broken((honest) => ({
      load: (tenant, collection, items) => honest.load(tenant, collection, items.map(reprinted)),
      copy: (tenant, collection, items) => honest.copy(tenant, collection, items.map(reprinted)),
    })),
    'reads pages backwards': paged((page) => [page.toReversed()]),
    'ends with an empty page': paged((page) => [page, []]),
    'makes one page of all': broken((honest) => ({
      async *pages(tenant, collection, after) {
        const all: StoredItem[] = []
        for await (const page of honest.pages(tenant, collection, after)) all.push(...page)
        if (all.length > 0) yield all
      },
    })),
    'forgets where to go on': broken((honest) => ({ pages: (tenant, collection) => honest.pages(tenant, collection) })),
    'goes on with the key itself': broken((honest) => ({
      async *pages(tenant, collection, after) {
        if (after !== undefined) yield honest.get(tenant, collection, [after])
        yield* honest.pages(tenant, collection, after)
      },
    })),
    'leaves out tombstones': paged((page, collection) => [
      collection === 'records' ? page.filter(({ value }) => value.includes('"data"')) : page,
    ]),
    'answers in its own order': broken((honest) => ({
      get: (tenant, collection, keys) => honest.get(tenant, collection, keys.toSorted()),
    })),
    'mixes tenants whose names run together': broken((honest) => ({
      remove: async (tenant, collection, keys) => {
        await honest.remove(tenant, collection, keys)
        if (tenant.endsWith('2')) await honest.remove(tenant.slice(0, -1) as typeof tenant, collection, keys)
      },
    })),
    'knows no tenants': broken(() => ({ async *tenants() {} })),
    'copies over what is there': broken((honest) => ({
      copy: async (tenant, collection, items) => {
        await honest.replace(tenant, collection, items)
        return []
      },
    })),
    'says nothing of a clash': broken((honest) => ({
      copy: async (...all) => {
        await honest.copy(...all)
        return []
      },
    })),
    'takes an older one for a clash': broken((honest) => ({
      copy: async (tenant, collection, items) => {
        const clashes = await honest.copy(tenant, collection, items)
        const there = await honest.get(
          tenant,
          collection,
          items.map(({ key }) => key),
        )
        const others = there.flatMap(({ key, value }) => {
          const coming = items.find((item) => item.key === key && item.value !== value)?.value
          return coming === undefined ? [] : [{ key, here: value, coming }]
        })
        return clashes.length > 0 ? clashes : others
      },
    })),
    'never replaces': broken((honest) => ({
      copy: async (tenant, collection, items) => {
        const there = new Set(
          (
            await honest.get(
              tenant,
              collection,
              items.map(({ key }) => key),
            )
          ).map(({ key }) => key),
        )
        return honest.copy(
          tenant,
          collection,
          items.filter(({ key }) => collection === 'events' || !there.has(key)),
        )
      },
    })),
    'looks first and writes afterwards': broken((honest) => ({
      copy: async (tenant, collection, items) => {
        const there = new Map(
          (
            await honest.get(
              tenant,
              collection,
              items.map(({ key }) => key),
            )
          ).map((i) => [i.key, i]),
        )
        await new Promise((resolve) => setImmediate(resolve))
        const absent = items.filter(({ key }) => !there.has(key))
        await honest.replace(tenant, collection, absent)
        return honest.copy(
          tenant,
          collection,
          items.filter(({ key }) => there.has(key)),
        )
      },
    })),
    'makes up what is not there': broken((honest) => ({
      get: async (tenant, collection, keys) => {
        const there = new Map((await honest.get(tenant, collection, keys)).map((item) => [item.key, item]))
        return keys.map((key) => there.get(key) ?? { key, value: '{}' })
      },
    })),
    'does not replace': broken(() => ({ replace: async () => {} })),
    'does not remove': broken(() => ({ remove: async () => {} })),
    'removes a whole collection': broken((honest) => ({
      remove: async (tenant, collection) => {
        for await (const page of honest.pages(tenant, collection))
          await honest.remove(
            tenant,
            collection,
            page.map(({ key }) => key),
          )
      },
    })),
    'loads half': broken((honest) => ({
      load: (tenant, collection, items) => honest.load(tenant, collection, items.slice(0, Math.ceil(items.length / 2))),
    })),
    'copies half': broken((honest) => ({
      copy: (tenant, collection, items) => honest.copy(tenant, collection, items.slice(0, Math.ceil(items.length / 2))),
    })),
    'writes before it looks': broken((honest) => ({
      load: async (tenant, collection, items) => {
        for (const item of items) await honest.load(tenant, collection, [item])
      },
    })),
    'has no feed': ({ store, items }) => ({
      store: { ...store, feed: { deliver: () => ({ async [Symbol.asyncDispose]() {} }) } },
      items,
    }),
  },
  patienceMs: 3_000,
})
