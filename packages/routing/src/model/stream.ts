import { advance } from './actor.ts'
import { HOLE, isLoneSeal, nameOf, readable, recordAt } from './chain.ts'
import type { Model, Step } from './explore.ts'
import { isThrough, operate, removalSteps } from './operator.ts'
import { learntFrom, type Route, sameRow, standing } from './route.ts'
import { tailSteps } from './tail.ts'
import { type Actor, authority, type Config, isAlive, keyOfWorld, type World, withActor } from './world.ts'

/** One stream that is moved while it is written. */
export const streamModel = (config: Config): Model<World> => ({
  start: startOf(config),
  steps: (world) => steps(config, world),
  key: keyOfWorld,
  wrong: (world) => wrongIn(config, world),
  loners: config.writers.length,
  landed: (world, n) => hasEnded(world.actors[n]),
  goal: (world) =>
    world.removing === undefined &&
    world.operators.every((operator, n) => isThrough(config, operator, n)) &&
    world.actors.slice(0, config.writers.length).every(hasEnded),
})

const startOf = ({ stores, home, epoch, finishing, writers, sealers, tails, operators }: Config): World => {
  const route: Route = { home, epoch, ...(finishing ? { finishing } : {}) }
  return {
    stores,
    rows: stores.map((_, store) => (store === home ? route : { home, epoch })),
    actors: Array.from({ length: writers.length + sealers }, () => ({ route, phase: { at: 'idle' } })),
    tails: Array.from({ length: tails }, () => route),
    operators: operators.map(() => ({ act: 0, stage: '' })),
  }
}

const hasEnded = (actor: Actor | undefined): boolean => actor?.phase.at === 'acknowledged' || actor?.phase.at === 'dead'

const steps = function* (config: Config, world: World): Iterable<Step<World>> {
  for (const [n, actor] of world.actors.entries()) {
    const did = advance(config, world, n)
    if (did) yield { name: did.what, next: settled(did.next, n), ...(n < config.writers.length ? { alone: n } : {}) }
    if (config.deaths && isAlive(actor) && actor.phase.at !== 'idle')
      yield {
        name: `${n} ends`,
        next: settled(withActor(world, n, { ...actor, phase: { at: n < config.writers.length ? 'dead' : 'idle' } }), n),
      }
    if (actor.phase.at === 'idle')
      for (const route of learnable(config, world, actor.route))
        yield { name: `${n} learns its route`, next: withActor(world, n, { ...actor, route }) }
  }
  for (const [n, known] of world.tails.entries()) {
    for (const { what, next } of tailSteps(config, world, n)) yield { name: what, next }
    for (const route of learnable(config, world, known))
      yield { name: 'the tail learns its route', next: { ...world, tails: world.tails.with(n, route) } }
  }
  for (const n of world.operators.keys()) {
    const did = operate(config, world, n)
    if (did) yield { name: did.what, next: did.next }
  }
  for (const { what, next } of removalSteps(world)) yield { name: what, next }
}

/** What somebody can learn who knows `known`: whichever store they ask first. */
const learnable = ({ rules }: Config, { rows }: World, known: Route): readonly Route[] => {
  const all = rules.followsPointers ? [...rows.keys()].map((store) => learntFrom(rows, store)) : rows
  return all.filter((route, n) => !sameRow(route, known) && all.findIndex((it) => sameRow(it, route)) === n)
}

/** Whoever has ended knows nothing any more: fewer states that differ in nothing that matters. */
const settled = (world: World, n: number): World => {
  const actor = world.actors[n]
  return actor && !isAlive(actor) ? withActor(world, n, { ...actor, route: { home: 0, epoch: 0 } }) : world
}

const wrongIn = (config: Config, world: World): string | undefined => {
  if (world.broken) return world.broken
  const { chain } = authority(world)
  if (chain.includes(HOLE)) return `a gap: ${readable(chain)}`
  for (const [n, { phase }] of world.actors.entries()) {
    const command = config.writers[n]
    if (phase.at === 'refused') return `${command ?? 'a sealer'} is refused: ${phase.why}`
    if (phase.at === 'acknowledged' && command && !chain.includes(command))
      return `${command} was acknowledged and is lost: ${readable(chain)}`
  }
  for (const record of chain)
    if (chain.indexOf(record) !== chain.lastIndexOf(record)) return `doubled: ${readable(chain)}`
  return difference(world)
}

/** Two stores with other bytes under one version, but for a seal alone in a store that is not home. */
const difference = (world: World): string | undefined => {
  const { home } = standing(world.rows)
  const counted = [...world.stores.entries()].filter(([store, chain]) => store === home || !isLoneSeal(chain))
  for (const [one, ones] of counted)
    for (const [other, others] of counted)
      for (let place = 0; place < Math.min(ones.length, others.length); place++) {
        const [here, there] = [recordAt(ones, place), recordAt(others, place)]
        if (here !== there && here !== HOLE && there !== HOLE)
          return `${nameOf(one)} holds ${readable(ones)}, ${nameOf(other)} ${readable(others)}`
      }
  return undefined
}
