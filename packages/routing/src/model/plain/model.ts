import { nameOf } from '../chain.ts'
import type { Model, Step } from '../explore.ts'
import { learntFrom, type Route, sameRow, standing } from '../route.ts'
import { advance, type Did } from './actor.ts'
import { operate } from './operator.ts'
import { authority, type Held, readable } from './record.ts'
import { type Actor, afterCopy, type Config, isAlive, keyOfWorld, type World, withActor, withHeld } from './world.ts'

/** One plain record that is moved while it is written. */
export const plainModel = (config: Config): Model<World> => ({
  start: startOf(config),
  steps: (world) => steps(config, world),
  key: keyOfWorld,
  wrong: (world) => wrongIn(config, world),
  loners: config.writers.length,
  landed: (world, n) => hasEnded(world.actors[n]),
  goal: (world) =>
    world.operator.act >= config.acts.length && world.actors.slice(0, config.writers.length).every(hasEnded),
})

const START: Route = { home: 0, epoch: 0 }
const startOf = ({ start, writers, markers }: Config): World => ({
  stores: [start, undefined],
  rows: [START, START],
  actors: Array.from({ length: writers.length + markers }, () => ({ route: START, phase: { at: 'idle' } })),
  copier: { route: START },
  operator: { act: 0, stage: '' },
})

const hasEnded = (actor: Actor | undefined): boolean => actor !== undefined && !isAlive(actor)

const steps = function* (config: Config, world: World): Iterable<Step<World>> {
  for (const [n, actor] of world.actors.entries()) {
    const writes = n < config.writers.length
    const did = advance(config, world, n)
    if (did) yield { name: did.what, next: settled(did.next, n), ...(writes ? { alone: n } : {}) }
    if (config.deaths && writes && isAlive(actor) && actor.phase.at !== 'idle')
      yield { name: `${n} ends`, next: settled(withActor(world, n, { ...actor, phase: { at: 'dead' } }), n) }
    if (actor.phase.at === 'idle')
      for (const route of learnable(world, actor.route))
        yield { name: `${n} learns its route`, next: withActor(world, n, { ...actor, route }) }
  }
  for (const { what, next } of copies(config, world)) yield { name: what, next }
  const did = operate(config, world)
  if (did) yield { name: did.what, next: did.next }
}

/** A bulk copy reads home, and writes later. */
const copies = function* ({ rules }: Config, world: World): Iterable<Did> {
  const { route, holds } = world.copier
  if (holds) {
    for (const [store, held] of world.stores.entries())
      if (store !== route.home) {
        const next = withHeld({ ...world, copier: { route } }, store, afterCopy(rules, held, holds))
        yield { what: `a copy of ${readable(holds)} goes to ${nameOf(store)}`, next }
      }
    return
  }
  const read = world.stores[route.home]
  if (read && !route.finishing)
    yield { what: `${readable(read)} is read to be copied`, next: { ...world, copier: { route, holds: read } } }
  for (const learnt of learnable(world, route))
    yield { what: 'the copier learns its route', next: { ...world, copier: { route: learnt } } }
}

const learnable = ({ rows }: World, known: Route): readonly Route[] => {
  const all = [...rows.keys()].map((store) => learntFrom(rows, store))
  return all.filter((route, n) => !sameRow(route, known) && all.findIndex((it) => sameRow(it, route)) === n)
}

const settled = (world: World, n: number): World => {
  const actor = world.actors[n]
  return actor && !isAlive(actor) ? withActor(world, n, { ...actor, route: START }) : world
}

const wrongIn = (config: Config, { stores, rows, actors }: World): string | undefined => {
  const { held } = authority(stores, rows)
  if (!held && !config.rules.leavesTombstones) return undefined // purged: nothing else removes a record from its home
  const data = held?.data ?? ''
  for (const [n, { phase }] of actors.entries()) {
    const write = config.writers[n]
    if (phase.at === 'acknowledged' && write && !data.includes(write))
      return `${write} was acknowledged and is lost: ${readable(held)}`
  }
  for (const write of config.writers) if (data.split(write).length > 2) return `doubled: ${readable(held)}`
  return difference(stores, standing(rows).home)
}

/** Two stores with other contents under one `rev`, but for one that was made, and not taken, in a store that is not home. */
const difference = (stores: readonly Held[], home: number): string | undefined => {
  const [first, second] = stores.filter((held, store) => store === home || !(held?.rev === 1 && held.mark))
  const differs = first && second && first.rev === second.rev && readable(first) !== readable(second)
  return differs ? `other contents under one rev: ${readable(first)}, ${readable(second)}` : undefined
}
