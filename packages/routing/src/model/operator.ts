import type { Did } from './actor.ts'
import { type Chain, HOLE, isLoneSeal, nameOf, recordAt, type Store, withRecord } from './chain.ts'
import { type Route, sameRow, standing } from './route.ts'
import { authority, type Config, chainIn, isAlive, type Operator, type World, withStore } from './world.ts'

/** The next thing an operator can do; undefined while it waits, and at its end. */
export const operate = (config: Config, world: World, n: number): Did | undefined => {
  const operator = world.operators[n]
  const act = operator && config.operators[n]?.[operator.act]
  if (!operator || !act || operator.stage === 'gave up') return undefined
  const me: Me = { config, world, n, operator }
  if (act === 'finish') return finish(me)
  if ('announce' in act) return announce(me, act.announce)
  return remove(me, act.delete)
}

/** Whether this operator has come to its end. */
export const isThrough = (config: Config, { act, stage }: Operator, n: number): boolean =>
  stage === 'gave up' || act >= (config.operators[n]?.length ?? 0)

type Me = {
  readonly config: Config
  readonly world: World
  readonly n: number
  readonly operator: Operator
}

const go = ({ world, n }: Me, operator: Operator, what: string, changed = world): Did => ({
  what: `operator ${what}`,
  next: { ...changed, operators: world.operators.map((it, place) => (place === n ? operator : it)) },
})
const stage = (me: Me, name: string, what: string, changed = me.world): Did => {
  const { act, row } = me.operator
  return go(me, { act, stage: name, ...(row ? { row } : {}) }, what, changed)
}
const done = (me: Me, what: string, changed = me.world): Did =>
  go(me, { act: me.operator.act + 1, stage: '' }, what, changed)
const gaveUp = (me: Me): Did => go(me, { act: me.operator.act, stage: 'gave up' }, 'finds the row changed')

/** Reads the row that stands; then writes it, if it is unchanged, with the next epoch. */
const announce = (me: Me, to: Store): Did | undefined => {
  const { config, world, operator } = me
  const { row } = operator
  if (!row) {
    const standingRow = standing(world.rows)
    if (standingRow.finishing || standingRow.deleting) return undefined
    return go(me, { ...operator, row: standingRow }, 'reads the row')
  }
  if (!sameRow(row, world.rows[row.home])) return gaveUp(me)
  const epoch = config.rules.nextEpoch ? row.epoch + 1 : Math.max(row.epoch, 1)
  return done(me, `announces ${nameOf(to)}, epoch ${epoch}`, withRow(world, row.home, { home: row.home, epoch, to }))
}

/**
 * Goes by what the rows say, so that another operator can go on where one ended. Only the wait and the last sweep before
 * the mark are in nobody's row: whoever marks has done both.
 */
const finish = (me: Me): Did | undefined => {
  const { config, world, operator } = me
  const { rules } = config
  const { stage: at, row } = operator
  if (!row) {
    const read = standing(world.rows)
    if (read.to === undefined && !read.finishing) return done(me, 'finds nothing to finish')
    const from = !read.finishing ? 'unmarked' : read.to === undefined ? 'homed' : 'marked'
    return go(me, { ...operator, row: read, stage: from }, 'begins to finish')
  }
  const { home, epoch, to = home } = row
  const knowsAnnounced = (route: Route): boolean => route.epoch === epoch
  const knowsFinished = (route: Route): boolean => knowsAnnounced(route) && route.home === to && route.to === undefined
  const swept = isSwept(world, to)
  const unmarked = at === 'unmarked' || at === 'waited' || at === 'swept early'
  if (unmarked && !sameRow(row, world.rows[home])) return gaveUp(me)
  const switched = at === 'homed' || at === 'switched' || at === 'known'
  if (switched && !sameRow({ home: to, epoch, finishing: true }, world.rows[to])) return done(me, 'finds it finished')
  switch (at) {
    case 'unmarked':
      if (rules.sweepsLast) return everybody(me, rules.waitsForAnnounced, knowsAnnounced, 'waited')
      return swept ? stage(me, 'swept early', 'has swept') : undefined
    case 'swept early':
      return everybody(me, rules.waitsForAnnounced, knowsAnnounced, 'swept')
    case 'waited':
      return swept ? stage(me, 'swept', 'has swept') : undefined
    case 'swept':
      if (!sameRow(row, world.rows[home]) && rules.marksIfUnchanged) return gaveUp(me)
      return stage(me, 'marked', 'marks the row', withRow(world, home, { ...row, finishing: true }))
    case 'marked': {
      const next: Route = { home: to, epoch, finishing: true }
      const seen = world.rows[to]
      const comesFirst = to === home ? sameRow({ ...row, finishing: true }, seen) : (seen?.epoch ?? 0) < epoch
      return comesFirst
        ? stage(me, 'homed', `makes ${nameOf(to)} home`, withRow(world, to, next))
        : stage(me, 'homed', `finds ${nameOf(to)} home`)
    }
    case 'homed': {
      const old = world.rows.findIndex((it, store) => store !== to && it.home === store && it.epoch === epoch)
      if (old < 0) return stage(me, 'switched', 'finds all rows pointing there')
      return stage(me, 'switched', `points ${nameOf(old)} there`, withRow(world, old, { home: to, epoch }))
    }
    case 'switched':
      return everybody(me, rules.waitsForFinished, knowsFinished, 'known')
    case 'known': {
      const stray = rules.clearsStraySeals ? world.stores.findIndex((it) => isStray(it, chainIn(world, to))) : -1
      if (stray >= 0)
        return stage(me, `clear${stray}${chainIn(world, stray)}`, `finds a stray seal in ${nameOf(stray)}`)
      return done(me, 'has finished', withRow(world, to, { home: to, epoch }))
    }
    default:
      return clear(me, Number(at.charAt(5)), at.charAt(6))
  }
}

/** A seal alone that home does not hold: whoever made it went by the old route after the switch. */
const isStray = (chain: Chain, inHome: Chain): boolean => isLoneSeal(chain) && recordAt(inHome, 0) !== chain

/** Removes a stray seal: late perhaps, and only if it is still the one that was found. */
const clear = (me: Me, store: Store, stray: string): Did => {
  const there = chainIn(me.world, store)
  const still = recordAt(there, 0) === stray || !me.config.rules.clearsThatSealOnly
  const cleared = still ? withStore(me.world, store, withRecord(there, 0, HOLE)) : me.world
  return stage(me, 'known', `clears version 1 of ${nameOf(store)}`, cleared)
}

/** Goes on when nobody is left who goes by another route. */
const everybody = (
  me: Me,
  waits: 'operations' | 'caches' | 'nothing',
  knows: (route: Route) => boolean,
  then: string,
): Did | undefined => {
  const { actors, tails } = me.world
  const routes = actors.filter((actor) => isAlive(actor) && (waits === 'operations' || actor.phase.at === 'idle'))
  const all = waits === 'nothing' || (routes.every(({ route }) => knows(route)) && tails.every(knows))
  return all ? stage(me, then, `has waited for ${waits}`) : undefined
}

/** The stream is sealed, and all of it is where it goes. */
const isSwept = (world: World, to: Store): boolean => {
  const { chain, owner } = authority(world)
  return chain === '' || (owner === to && chainIn(world, to) === chain)
}

/** Removes what an old store holds, one record after the other, once the new home has all of it. The row says so before. */
const remove = (me: Me, store: Store): Did | undefined => {
  const { config, world } = me
  const { rules } = config
  const row = standing(world.rows)
  const early = !rules.deletesAfterFinish && row.to !== undefined && row.to !== store
  if (row.home === store && !early) return done(me, 'finds that it is home')
  if ((row.to !== undefined && !early) || row.finishing || row.deleting) return undefined
  const old = chainIn(world, store)
  if (!isLoneSeal(old) && !chainIn(world, row.to ?? row.home).startsWith(old)) return undefined
  const marked = rules.deletionBeforeMoves ? withRow(world, row.home, { ...row, deleting: true }) : world
  return done(me, `deletes what ${nameOf(store)} holds`, { ...marked, removing: store })
}

/** Deletes come in any order, and late. */
export const removalSteps = function* (world: World): Iterable<Did> {
  const { removing, ...rest } = world
  if (removing === undefined) return
  const chain = chainIn(world, removing)
  const { deleting, ...row } = standing(world.rows)
  if (chain === '')
    yield {
      what: 'the deletion ends',
      next: { ...rest, rows: deleting ? withRow(world, row.home, row).rows : rest.rows },
    }
  for (let place = 0; place < chain.length; place++)
    if (recordAt(chain, place) !== HOLE)
      yield {
        what: `version ${place + 1} is removed from ${nameOf(removing)}`,
        next: withStore(world, removing, withRecord(chain, place, HOLE)),
      }
}

const withRow = (world: World, store: Store, row: Route): World => ({
  ...world,
  rows: world.rows.map((it, place) => (place === store ? row : it)),
})
