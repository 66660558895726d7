import type { Did } from './actor.ts'
import { firstLacking, HOLE, lastSeal, nameOf, readable, recordAt, type Store, withRecord } from './chain.ts'
import { type Config, chainIn, type World, withStore } from './world.ts'

/**
 * Single records on their way: from home to another store, as bulk copies and the tail do, and back home, as `carry` does
 * with what was appended elsewhere.
 */
export const tailSteps = function* (config: Config, world: World, n: number): Iterable<Did> {
  const route = world.tails[n]
  if (!route) return
  for (const other of world.stores.keys()) {
    if (other === route.home) continue
    if (!(route.finishing && config.rules.copiesOnlyWhenFinished)) yield* copies(config, world, route.home, other)
    yield* carries(config, world, other, route.home)
  }
}

const copies = function* ({ loads }: Config, world: World, home: Store, to: Store): Iterable<Did> {
  const next = firstLacking(chainIn(world, home), chainIn(world, to))
  for (const place of lacking(world, home, to)) if (place === next || loads) yield brought(world, home, to, place)
}

const carries = function* ({ rules }: Config, world: World, from: Store, home: Store): Iterable<Did> {
  const chain = chainIn(world, from)
  const isOwn = (place: number): boolean => {
    const last = lastSeal(chain.slice(0, place))
    return last ? last.to === from : !rules.carriesBehindSeals
  }
  const next = firstLacking(chain, chainIn(world, home))
  const own = [...chain].map((_, place) => place).filter(isOwn)
  for (const place of lacking(world, from, home)) {
    const isNext = place === next && place <= (own.at(-1) ?? -1)
    if (rules.carries === 'all that lacks' ? isNext : own.includes(place)) yield brought(world, from, home, place)
  }
}

/** The places of what is in one store, and not in another. */
const lacking = (world: World, from: Store, to: Store): readonly number[] =>
  [...chainIn(world, from)]
    .map((record, place) => (record === HOLE || recordAt(chainIn(world, to), place) !== HOLE ? -1 : place))
    .filter((place) => place >= 0)

const brought = (world: World, from: Store, to: Store, place: number): Did => {
  const record = recordAt(chainIn(world, from), place)
  return {
    what: `the tail brings ${readable(record)} from ${nameOf(from)} to ${nameOf(to)}`,
    next: withStore(world, to, withRecord(chainIn(world, to), place, record)),
  }
}
