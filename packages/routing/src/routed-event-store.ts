import type { Clock } from '@awayday/clock'
import {
  type EventStore,
  type Head,
  headAt,
  type Route,
  type StoredRecord,
  type StoreName,
  type StreamId,
  sealRecord,
  whole,
} from '@awayday/event-sourcing'
import { err, ok } from '@awayday/kernel'
import { beginning, beginsOtherwise, bring, Diverged } from './bring.ts'
import { inStore, type Known } from './known.ts'
import { furthest } from './merged.ts'
import type { Routes } from './routes.ts'

type World = { readonly stores: Known<EventStore>; readonly routes: Routes; readonly clock: Clock }
type Found = { readonly records: readonly StoredRecord[]; readonly head: Head }

/**
 * One event store over several, in which a stream may be on its way from one to another: its seals say who decides what
 * follows. Whoever meets a seal copies what the next store lacks and goes on there, so nobody waits for a mover. A store
 * alone is asked as it is. The rules, as checked: docs/adr/0017.
 */
export const routedEventStore = (world: World): EventStore => {
  const { stores, routes, clock } = world
  const alone = stores.size === 1 ? [...stores.keys()][0] : undefined
  const handedOutAt = new WeakMap<Head, number>()

  const read: EventStore['read'] = async (stream, after) => {
    if (after && after.version > 0) {
      const found = await inStore(stores, after.owner).read(stream, after)
      return found.ok ? ok(await follow(world, stream, found.value, after.owner)) : found
    }
    if (alone) return ok(await follow(world, stream, await whole(inStore(stores, alone), stream), alone))
    return ok(await fromTheStart(world, stream, await routes.of(stream.tenant)))
  }

  return {
    async read(stream, after) {
      const askedAt = routes.nowMs()
      const found = await read(stream, after)
      if (found.ok) handedOutAt.set(found.value.head, askedAt)
      return found
    },

    async append(stream, head, record) {
      if (!alone && routes.nowMs() - (handedOutAt.get(head) ?? routes.nowMs()) > HEAD_MS)
        return err({ type: 'Conflict' })
      if (head.version > 0) return inStore(stores, head.owner).append(stream, head, record)
      const { home, to = home, epoch } = await routes.of(stream.tenant)
      const first = headAt(home)
      if (to === home) return inStore(stores, home).append(stream, first, record)
      // Whoever knows of no move decides version 1 here, so that is where it has to be made impossible.
      await inStore(stores, home).append(stream, first, sealRecord(stream, { epoch, to }, clock.now()))
      return err({ type: 'Conflict' })
    },

    async *heads(tenant, after) {
      const { home, to } = await routes.now(tenant)
      if (alone || !to) yield* inStore(stores, home).heads(tenant, after)
      else
        yield* furthest(
          [...stores.values()].map((store) => store.heads(tenant, after)),
          endOfStream,
        )
    },
  }
}

/**
 * What was read longer ago is read again before anything is decided on it. So whatever was begun by an older route is over soon,
 * though the function that began it may run on: only then may the store that it goes by be emptied.
 */
const HEAD_MS = 30_000

const endOfStream = {
  key: ({ stream }: { readonly stream: StreamId }): string => stream.name,
  at: ({ head }: { readonly head: { readonly version: number } }): number => head.version,
}

/**
 * A chain in the store that all go to is the truth once the announced move has sealed it; until then, home's is. One that home has
 * nothing of was begun there when that was home already: this process has not heard of it yet.
 */
const fromTheStart = async (world: World, stream: StreamId, { home, to = home, epoch }: Route): Promise<Found> => {
  const store = inStore(world.stores, home)
  if (to === home) return follow(world, stream, startingIn(home, await whole(store, stream)), home)
  const there = await beginning(inStore(world.stores, to), to, stream)
  if (!there.gap && there.head.owner === to && there.head.epoch === epoch) return there
  const rest = there.records.length > 0 ? await store.read(stream, there.head) : undefined
  const found = rest?.ok
    ? { records: [...there.records, ...rest.value.records], head: rest.value.head }
    : await whole(store, stream)
  if (found.records.length === 0 && there.records.length > 0 && !there.gap)
    return follow(world, stream, startingIn(to, there), to)
  return follow(world, stream, startingIn(home, found), home)
}

/** Without a seal, home decides, whichever store was asked. */
const startingIn = (home: StoreName, { records, head }: Found): Found => ({
  records,
  head: head.epoch === 0 ? headAt(home, head) : head,
})

/** Goes from seal to seal, from the store `at`, until a store decides what follows in it. */
const follow = async (world: World, stream: StreamId, found: Found, at: StoreName): Promise<Found> => {
  const { records, head } = found
  const { owner } = head
  if (owner === at) return found
  const next = inStore(world.stores, owner)
  const known = await next.read(stream, head)
  if (known.ok) return follow(world, stream, joined(found, known.value), owner)
  const there = await beginning(next, owner, stream)
  // A seal alone in its store, by a process that had not heard that home is over there by now: it seals nothing.
  if (head.version === 1 && beginsOtherwise(there.records, head))
    return follow(world, stream, startingIn(owner, there), owner)
  await bring(world.stores, stream, at, owner)
  const brought = await next.read(stream, head)
  if (!brought.ok) throw new Diverged(stream, head.version, [at, owner])
  return follow(world, stream, joined({ records, head }, brought.value), owner)
}

const joined = (before: Found, after: Found): Found => ({
  records: [...before.records, ...after.records],
  head: after.head,
})
