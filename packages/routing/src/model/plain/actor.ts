import { unreachable } from '@awayday/kernel'
import { nameOf, type Store } from '../chain.ts'
import type { Route } from '../route.ts'
import { type Held, type Plain, readable } from './record.ts'
import { type Actor, afterCopy, type Config, type Phase, type World, withActor, withHeld } from './world.ts'

export type Did = { readonly what: string; readonly next: World }

/** The next thing a writer, or somebody who marks, does by itself. */
export const advance = (config: Config, world: World, n: number): Did | undefined => {
  const actor = world.actors[n]
  if (!actor) return undefined
  const me: Me = { config, world, n, route: actor.route, write: config.writers[n] }
  const { phase } = actor
  switch (phase.at) {
    case 'idle':
      return me.write === undefined && me.route.to === undefined ? undefined : start(me)
    case 'reading':
      return follow(me, phase.store, phase.seen)
    case 'taking': {
      const taken = afterCopy(config.rules, world.stores[phase.to], phase.held)
      const next = withHeld(world, phase.to, taken)
      return go(me, { at: 'reading', store: phase.to }, `takes ${readable(phase.held)} to ${nameOf(phase.to)}`, next)
    }
    case 'making':
      return make(me)
    case 'made':
      return arrive(me)
    case 'saving':
      return save(me, phase.store, phase.held)
    case 'acknowledged':
    case 'dead':
      return undefined
    default:
      return unreachable(phase)
  }
}

type Me = {
  readonly config: Config
  readonly world: World
  readonly n: number
  readonly route: Route
  readonly write: string | undefined
}
const go = ({ world, n, route }: Me, phase: Phase, what: string, changed = world): Did => ({
  what: `${n} ${what}`,
  next: withActor(changed, n, { route, phase } satisfies Actor),
})

/** Where all go to, once the announced move has marked the record; else in home. */
const start = (me: Me): Did => {
  const { home, to, epoch } = me.route
  if (to === undefined || to === home) return follow(me, home)
  const held = me.world.stores[to]
  const counts = held?.mark?.to === to && held.mark.epoch === epoch
  if (held && (counts || !me.config.rules.trustsMarksOnly)) return found(me, to, held)
  return go(me, { at: 'reading', store: home, seen: held }, `finds ${readable(held)} in ${nameOf(to)}`)
}

/** What home has nothing of was made where all go to, when that was home. */
const follow = (me: Me, store: Store, seen?: Held): Did => {
  const held = me.world.stores[store]
  if (!held && seen && me.route.to !== undefined) return found(me, me.route.to, seen)
  const owner = held?.mark?.to ?? store
  if (!held || owner === store) return found(me, store, held)
  return go(me, { at: 'taking', held, to: owner }, `reads ${readable(held)} in ${nameOf(store)}`)
}

const found = (me: Me, store: Store, held: Held): Did => {
  const { route, write, config } = me
  const seen = `finds ${readable(held)} in ${nameOf(store)}`
  if (write === undefined) {
    const late = (held?.mark?.epoch ?? 0) >= route.epoch
    return go(me, !held || store === route.to || late ? { at: 'idle' } : { at: 'saving', store, held }, seen)
  }
  const makes = !held && route.to !== undefined && route.to !== route.home && config.rules.madeInHome
  return go(me, makes ? { at: 'making' } : { at: 'saving', store, held }, seen)
}

const make = (me: Me): Did => {
  const { home, epoch, to = home } = me.route
  if (me.world.stores[home]) return go(me, { at: 'idle' }, 'is too late to make it')
  const made: Plain = { rev: 1, data: me.write ?? '', mark: { epoch, to } }
  return go(me, { at: 'made' }, `makes ${readable(made)} in ${nameOf(home)}`, withHeld(me.world, home, made))
}

/** What was made stands once it has arrived, by whoever took it; if another was made there before, it does not. */
const arrive = (me: Me): Did => {
  const { home, epoch, to = home } = me.route
  const coming: Plain = { rev: 1, data: me.write ?? '', mark: { epoch, to } }
  const here = me.world.stores[to]
  const after = afterCopy(me.config.rules, here, coming)
  const mark = here?.mark?.epoch ?? 0
  const stands = after === coming || mark === epoch || (me.config.rules.laterMarksCount && mark > epoch)
  const what = `takes what it made to ${nameOf(to)}, ${stands ? 'where it stands' : 'in vain'}`
  return go(me, { at: stands ? 'acknowledged' : 'idle' }, what, withHeld(me.world, to, after))
}

const save = (me: Me, store: Store, seen: Held): Did => {
  const { config, world, write, route } = me
  const ifUnchanged = write === undefined ? config.rules.marksIfUnchanged : config.rules.writesIfUnchanged
  if (ifUnchanged && world.stores[store]?.rev !== seen?.rev)
    return go(me, { at: 'idle' }, `is too late in ${nameOf(store)}`)
  const { epoch, home, to = home } = route
  const mark = write === undefined ? { epoch, to } : seen?.mark
  const saved: Plain = {
    rev: (seen?.rev ?? 0) + 1,
    data: `${seen?.data ?? ''}${write ?? ''}`,
    ...(mark ? { mark } : {}),
  }
  const gone = write === 'p' && !config.rules.leavesTombstones
  const next = withHeld(world, store, gone ? undefined : saved)
  return go(
    me,
    { at: write === undefined ? 'idle' : 'acknowledged' },
    `writes ${readable(saved)} in ${nameOf(store)}`,
    next,
  )
}
