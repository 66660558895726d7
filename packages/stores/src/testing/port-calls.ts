import type { Head, Route, RouteRow, StreamName, StreamProgress } from '@awayday/event-sourcing'
import { awkward, given, listed } from '@awayday/event-sourcing/contracts'
import { addMs, type Instant, type TenantId } from '@awayday/kernel'
import fc from 'fast-check'
import type { OpenStore } from '../store.ts'

/** Every method of every port, in words small enough that calls meet each other: two companies, three streams, a few ids and versions. */
export type PortCall = {
  readonly method: (typeof METHODS)[number]
  readonly company: 0 | 1
  readonly name: 0 | 1 | 2
  /** Which of what was answered before about it is gone by: 0 the newest, 1 the one before, 2 what is there before anything. */
  readonly seen: 0 | 1 | 2
  readonly what: number
}

const METHODS = [
  ...['events.read', 'events.append', 'events.append', 'events.append', 'events.heads'],
  ...['progress.load', 'progress.save', 'progress.save', 'progress.all'],
  ...['registry.note', 'registry.note'],
  ...['tenants.settle', 'tenants.route', 'tenants.reroute', 'tenants.all'],
  ...['rows.load', 'rows.save', 'rows.save', 'rows.all'],
  ...['records.load', 'records.save', 'records.save', 'records.copy', 'records.list'],
] as const

export const portCalls: fc.Arbitrary<readonly PortCall[]> = fc.array(
  fc.record({
    method: fc.constantFrom(...METHODS),
    company: fc.constantFrom(0, 0, 0, 1),
    name: fc.constantFrom(0, 0, 0, 0, 1, 2),
    seen: fc.constantFrom(0, 0, 1, 2),
    what: fc.nat(11),
  }),
  { minLength: 1, maxLength: 30, size: 'max' },
)

const NAMES = ['thing/a', 'thing/a1', 'thing/a-'] as const
const at = '2126-05-04T08:00:00.000Z' as Instant
const data = (what: number) => (what % 4 === 0 ? awkward : { what, text: `é🏖${what}` })

/** Answers the calls of one list on one store; each list has companies of its own, whose names run together, and come before those of earlier lists. */
export const tellingPorts = (mark: string) => (store: OpenStore, list: number) => {
  const tenantOf = (company: number) => `${mark}${9_999_999 - list}${company === 0 ? '' : 'x'}` as TenantId
  const rows = store.views('views')
  const heads = new Map<string, Head[]>()
  const progress = new Map<string, StreamProgress[]>()

  const seenOf = <T>(all: Map<string, T[]>, key: string, seen: number): T | undefined => all.get(key)?.at(-1 - seen)
  const keep = <T>(all: Map<string, T[]>, key: string, one: T): void => {
    all.set(key, [...(all.get(key) ?? []), one])
  }

  return async ({ method, company, name, seen, what }: PortCall): Promise<unknown> => {
    const tenant = tenantOf(company)
    const id = { tenant, name: NAMES[name] as StreamName }
    const key = `${company} ${name}`
    const after = what % 3 === 0 ? id.name : undefined
    const record = { kind: what % 5 === 0 ? 'note' : 'card', id: ['ana', 'ana1', 'ana-'][name] ?? '' }
    const marked = what === 7 ? { moved: { epoch: 1, to: 'sqlite' as const } } : {}
    switch (method) {
      case 'events.read': {
        const asked = what === 11 ? `${company} ${(name + 1) % 3}` : key // a head of another stream
        const read = await store.events.read(id, seenOf(heads, asked, seen))
        if (read.ok) keep(heads, key, read.value.head)
        return read
      }
      case 'events.append': {
        const first =
          seenOf(heads, key, seen) ?? (await store.events.read(id).then((read) => read.ok && read.value.head))
        if (!first) throw new Error('a first read is never stale')
        const noted = given().noted(`command ${what}`, { events: 1 + (what % 3), data: data(what) })
        const appended = await store.events.append(id, first, noted)
        if (appended.ok) keep(heads, key, appended.value.head)
        return appended
      }
      case 'events.heads':
        return listed(store.events.heads(tenant, after))
      case 'progress.load': {
        const loaded = await store.progress.load(id)
        keep(progress, key, loaded)
        return loaded
      }
      case 'progress.save': {
        const known = seenOf(progress, key, seen) ?? (await store.progress.load(id))
        const due = what % 4 === 0 ? { due: { at, tries: what } } : {}
        const parked = what % 5 === 0 ? { parked: { publish: { version: what, reason: 'Error', at } } } : {}
        const saved = await store.progress.save(known, { done: { project: what, publish: 1 }, ...due, ...parked })
        if (saved) keep(progress, key, { stream: id, rev: known.rev + 1, done: { project: what } })
        return saved
      }
      case 'progress.all':
        return listed(store.progress.all(tenant, after))
      case 'registry.note': {
        const use = { digest: `digest ${what % 3}`, stream: id.name }
        return store.registry.note({ tenant, actor: 'ana', key: `k${name}` }, use, addMs(at, seen * 20 * 86_400_000))
      }
      case 'tenants.settle':
        return store.tenants.settle(tenant, what % 2 === 0 ? 'mongodb' : 'dynamodb')
      case 'tenants.route':
        return store.tenants.route(tenant)
      case 'tenants.reroute':
        return store.tenants.reroute(
          tenant,
          routeOf(what),
          Math.max(0, revOf(await store.tenants.route(tenant)) - seen),
        )
      case 'tenants.all':
        return firstOf(store.tenants.all(), (one) => one.startsWith(tenantOf(0)))
      case 'rows.load':
        return rows.load(tenant, id.name)
      case 'rows.save': {
        const there = (await rows.load(tenant, id.name))?.version
        const version = there === undefined || seen === 2 ? undefined : there - seen
        const content = what % 3 === 0 ? { purgeAt: at } : { doc: data(what) }
        return rows.save(tenant, { id: id.name, version: (there ?? 0) + 1, ...content }, version)
      }
      case 'rows.all':
        return listed(rows.all(tenant))
      case 'records.load':
        return store.records.load(tenant, record.kind, record.id)
      case 'records.save': {
        const there = (await store.records.load(tenant, record.kind, record.id))?.rev ?? 0
        const content = what % 3 === 0 ? {} : { data: data(what) }
        return store.records.save(tenant, { ...record, ...content, ...marked }, Math.max(0, there - seen))
      }
      case 'records.copy':
        return store.records.copy(tenant, { ...record, rev: 1 + (what % 4), data: data(what), ...marked })
      case 'records.list':
        return listed(store.records.list(tenant, record.kind, what % 2 === 0 ? record.id : undefined))
    }
  }
}

const routeOf = (what: number): Route => ({
  home: 'mongodb',
  epoch: what,
  ...(what % 2 === 0 ? { to: 'dynamodb' } : {}),
  ...(what % 3 === 0 ? { reads: 'dynamodb', shadow: { store: 'sqlite', percent: what, run: 'r' }, since: at } : {}),
  ...(what % 5 === 0 ? { finishing: true } : {}),
})
const firstOf = async <T>(all: AsyncIterable<T>, own: (one: T) => boolean): Promise<readonly T[]> => {
  const found: T[] = []
  for await (const one of all) {
    if (!own(one)) break
    found.push(one)
  }
  return found
}
const revOf = (row: RouteRow | undefined): number => row?.rev ?? 0
