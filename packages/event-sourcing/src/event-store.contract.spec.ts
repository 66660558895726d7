import { onTrial } from '@awayday/contract-testing'
import { err, ok, type TenantId } from '@awayday/kernel'
import { openDatabase, sqliteEventStore } from './adapters/sqlite/index.ts'
import { eventStoreContract } from './event-store.contract.ts'
import type { EventStore } from './event-store.port.ts'
import { type End, headAt } from './head.ts'
import type { StreamName } from './stream.ts'
import { given } from './testing/given.ts'
import { headOf, listed, whole } from './testing/reading.ts'

/** Stores broken on purpose, one promise each. */
type Saboteurs = Readonly<Record<string, (honest: EventStore) => EventStore>>

const appendingWrongly: Saboteurs = {
  'ignores where the writer thought the stream ended': (honest) => ({
    ...honest,
    append: async (stream, _head, record) => honest.append(stream, await headOf(honest, stream), record),
  }),
  'looks first and writes afterwards': (honest) => ({
    ...honest,
    append: async (stream, head, record) => {
      if ((await headOf(honest, stream)).version !== head.version) return honest.append(stream, head, record)
      return honest.append(stream, await headOf(honest, stream), record)
    },
  }),
  'keeps what it refuses': (honest) => ({
    ...honest,
    append: async (stream, head, record) => {
      const appended = await honest.append(stream, head, record)
      if (!appended.ok) await honest.append(stream, await headOf(honest, stream), record)
      return appended
    },
  }),
  'tells losers that they won': (honest) => ({
    ...honest,
    append: async (stream, head, record) => {
      const appended = await honest.append(stream, head, record)
      return appended.ok ? appended : ok({ record: { version: head.version + 1, body: record.body }, head })
    },
  }),
  'forgets to compare the command with the record in the way': (honest) => ({
    ...honest,
    append: (stream, head, record) => honest.append(stream, head, { ...record, commandId: 'nobody' }),
  }),
  'answers a command tried again with what it says now': (honest) => ({
    ...honest,
    append: async (stream, head, record) => {
      const appended = await honest.append(stream, head, record)
      return appended.ok ? ok({ ...appended.value, record: { ...appended.value.record, body: record.body } }) : appended
    },
  }),
  'takes any record in the way for the command’s own': (honest) => ({
    ...honest,
    append: async (stream, head, record) => {
      const appended = await honest.append(stream, head, record)
      const inTheWay = (await whole(honest, stream)).records[head.version]
      return appended.ok || !inTheWay ? appended : ok({ record: inTheWay, head })
    },
  }),
  'writes over heads of other stores': (honest) => ({
    ...honest,
    append: (stream, head, record) => honest.append(stream, { ...head, owner: 'sqlite' }, record),
  }),
  'marks the head it was given': (honest) => ({
    ...honest,
    append: (stream, head, record) => honest.append(stream, Object.assign(head, { used: true }), record),
  }),
  'answers appends with the head before': (honest) => ({
    ...honest,
    append: async (stream, head, record) => {
      const appended = await honest.append(stream, head, record)
      return appended.ok ? ok({ ...appended.value, head: { ...head, version: head.version + 1 } }) : appended
    },
  }),
}

const changingBodies: Saboteurs = {
  'loses the last event of a record': (honest) =>
    bodiesThrough(honest, (body) => body.replace(/,?\{"type":"Noted"[^}]*\}\}\]/, ']')),
  'loses events after the ninth': (honest) =>
    bodiesThrough(honest, (body) => body.replace(/,\{"type":"Noted","v":1,"data":\{"n":9,.*$/, ']}')),
  'normalises text': (honest) => bodiesThrough(honest, (body) => body.normalize('NFC')),
  'cuts off bodies at 200 KiB': (honest) => bodiesThrough(honest, (body) => body.slice(0, 204_800)),
  'counts characters and not bytes': (honest) => ({
    ...honest,
    append: async (stream, head, record) => {
      if (record.body.length < 200_000 && Buffer.byteLength(record.body) > 200_000) throw new Error('too long')
      return honest.append(stream, head, record)
    },
  }),
}

const readingWrongly: Saboteurs = {
  'returns the newest first': (honest) => recordsThrough(honest, (records) => records.toReversed()),
  'sorts versions as text': (honest) =>
    recordsThrough(honest, (records) => records.toSorted((a, b) => (`${a.version}` < `${b.version}` ? -1 : 1))),
  'loses the second page of records': (honest) => recordsThrough(honest, (records) => records.slice(0, 100)),
  'loses the second megabyte': (honest) =>
    recordsThrough(honest, (records) => {
      const bytes = (upTo: number) => records.slice(0, upTo).reduce((sum, { body }) => sum + body.length, 0)
      return records.filter((_, n) => bytes(n) < 1_000_000)
    }),
  'hands out its own arrays': (honest) => {
    const kept = new Map<string, Awaited<ReturnType<EventStore['read']>>>()
    return {
      ...honest,
      read: async (stream, after) => {
        const found = await honest.read(stream, after)
        const key = JSON.stringify([stream, after, found.ok && found.value.head])
        return kept.get(key) ?? kept.set(key, found).get(key) ?? found
      },
    }
  },
  'reads from the start whatever it is asked': (honest) => ({ ...honest, read: (stream) => honest.read(stream) }),
  'reads on without comparing the head': (honest) => ({
    ...honest,
    read: async (stream, after) => {
      const { records, head } = await whole(honest, stream)
      return ok({ records: records.slice(after?.version ?? 0), head })
    },
  }),
  'calls every head stale but the newest': (honest) => ({
    ...honest,
    read: async (stream, after) => {
      const { head } = await whole(honest, stream)
      return after && after.digest !== head.digest ? err({ type: 'StaleHead' }) : honest.read(stream, after)
    },
  }),
  'forgets the head when nothing followed': (honest) => ({
    ...honest,
    read: async (stream, after) => {
      const found = await honest.read(stream, after)
      if (!found.ok || found.value.records.length > 0) return found
      return ok({ records: [], head: { ...found.value.head, version: 0, digest: 'none' } })
    },
  }),
  'reads over a gap': (honest) => ({
    ...honest,
    read: async (stream, after) => {
      try {
        return await honest.read(stream, after)
      } catch {
        return ok({ records: [], head: after ?? (await headOf(honest, { ...stream, name: 'none' as StreamName })) })
      }
    },
  }),
}

const mixingNames: Saboteurs = {
  'mixes tenants': (honest) => ({
    read: (stream, after) => honest.read({ ...stream, tenant: together(stream.tenant) }, after),
    append: (stream, head, record) => honest.append({ ...stream, tenant: together(stream.tenant) }, head, record),
    heads: (tenant, after) => honest.heads(together(tenant), after),
  }),
  'joins tenant and stream without a separator': (honest) => {
    const joined = ({ tenant, name }: { tenant: TenantId; name: StreamName }) => ({
      tenant: 'all' as TenantId,
      name: `${tenant}${name}` as StreamName,
    })
    return {
      ...honest,
      read: (stream, after) => honest.read(joined(stream), after),
      append: (stream, head, record) => honest.append(joined(stream), head, record),
    }
  },
  'takes names that begin alike for one': (honest) => namesThrough(honest, (name) => name.slice(0, 3)),
  'cuts off long names': (honest) =>
    namesThrough(honest, (name) => (name.length > 190 ? `${name}`.slice(0, 60) : name)),
  'refuses long names': (honest) => ({
    ...honest,
    append: async (stream, head, record) => {
      if (stream.name.length > 190) throw new Error('a key is too long')
      return honest.append(stream, head, record)
    },
  }),
}

const listingWrongly: Saboteurs = {
  'lists heads that were true a while ago': (honest) => {
    const kept = new Map<string, End>()
    return {
      ...honest,
      async *heads(tenant, after) {
        for await (const { stream, head } of honest.heads(tenant, after)) {
          const key = `${tenant}#${stream.name}`
          yield { stream, head: kept.get(key) ?? head }
          kept.set(key, head)
        }
      },
    }
  },
  'follows no seal': (honest) => ({
    ...honest,
    async read(stream, after) {
      const found = await honest.read(stream, after)
      return found.ok ? ok({ ...found.value, head: headAt('sqlite', found.value.head) }) : found
    },
  }),
  'lists heads one record early': (honest) => ({
    ...honest,
    async *heads(tenant, after) {
      for await (const { stream, head } of honest.heads(tenant, after))
        if (head.version > 1) yield { stream, head: { ...head, version: head.version - 1 } }
    },
  }),
  'lists heads of everybody': (honest) => {
    const tenants = new Set<TenantId>(['somebody' as TenantId])
    return {
      ...honest,
      append: (stream, head, record) => honest.append(stream, head, record).finally(() => tenants.add(stream.tenant)),
      async *heads(tenant, after) {
        yield* honest.heads(tenant, after)
        yield { stream: { tenant, name: 'a/1' as StreamName }, head: await headOf(honest, given().stream()) }
      },
    }
  },
  'lists heads as dictionaries do': (honest) => ({
    ...honest,
    async *heads(tenant, after) {
      const all = await listed(honest.heads(tenant, after))
      yield* all.toSorted((a, b) => a.stream.name.localeCompare(b.stream.name))
    },
  }),
  'lists the first page of heads': (honest) => ({
    ...honest,
    async *heads(tenant, after) {
      yield* (await listed(honest.heads(tenant, after))).slice(0, 100)
    },
  }),
  'lists the stream that a listing goes on after': (honest) => ({
    ...honest,
    async *heads(tenant, after) {
      for await (const each of honest.heads(tenant)) if (!after || each.stream.name >= after) yield each
    },
  }),
  'begins new streams at version 1 without a record': (honest) => ({
    ...honest,
    read: async (stream, after) => {
      const found = await honest.read(stream, after)
      return found.ok && found.value.head.version === 0
        ? ok({ ...found.value, head: { ...found.value.head, digest: 'none' } })
        : found
    },
  }),
}

onTrial('the contract of event stores', eventStoreContract, {
  open: async () => sqliteEventStore(openDatabase(':memory:')),
  given,
  saboteurs: {
    ...appendingWrongly,
    ...changingBodies,
    ...readingWrongly,
    ...mixingNames,
    ...listingWrongly,
  },
})

const together = (tenant: TenantId): TenantId => tenant.replace(/a+$/, '') as TenantId

const bodiesThrough = (honest: EventStore, change: (body: string) => string): EventStore => ({
  ...honest,
  append: (stream, head, record) => honest.append(stream, head, { ...record, body: change(record.body) }),
})

const namesThrough = (honest: EventStore, change: (name: StreamName) => string): EventStore => {
  const renamed = <T extends { readonly name: StreamName }>(stream: T): T => ({ ...stream, name: change(stream.name) })
  return {
    ...honest,
    read: (stream, after) => honest.read(renamed(stream), after),
    append: (stream, head, record) => honest.append(renamed(stream), head, record),
  }
}

const recordsThrough = (
  honest: EventStore,
  change: (records: Awaited<ReturnType<typeof whole>>['records']) => Awaited<ReturnType<typeof whole>>['records'],
): EventStore => ({
  ...honest,
  read: async (stream, after) => {
    const found = await honest.read(stream, after)
    return found.ok ? ok({ ...found.value, records: change(found.value.records) }) : found
  },
})
