import { unreachable } from '@awayday/kernel'
import {
  type Chain,
  HOLE,
  isLoneSeal,
  isWhole,
  lastSeal,
  nameOf,
  ownerOf,
  readable,
  recordAt,
  type Store,
  seal,
  withRecord,
} from './chain.ts'
import type { Route } from './route.ts'
import { type Actor, authority, type Config, chainIn, type Phase, type World, withActor, withStore } from './world.ts'

export type Did = { readonly what: string; readonly next: World }

/** The next thing a writer or a sealer does by itself; undefined at its end, or when there is nothing to seal. */
export const advance = (config: Config, world: World, n: number): Did | undefined => {
  const actor = world.actors[n]
  if (!actor) return undefined
  const { phase, route } = actor
  const me: Me = { config, world, n, route, command: config.writers[n] }
  switch (phase.at) {
    case 'idle':
      return me.command === undefined && route.to === undefined ? undefined : start(me)
    case 'reading':
      return follow(me, phase.store, phase.seen)
    case 'copying':
      return copy(me, phase)
    case 'opening':
      return open(me)
    case 'appending':
      return append(me, phase)
    case 'acknowledged':
    case 'dead':
    case 'refused':
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
  /** A writer's; a sealer has none. */
  readonly command: string | undefined
}

const go = ({ world, n, route }: Me, phase: Phase, what: string, changed = world): Did => ({
  what: `${n} ${what}`,
  next: withActor(changed, n, { route, phase } satisfies Actor),
})

/** Reads where the stream goes, if it goes anywhere; what is there counts only once it is opened. */
const start = (me: Me): Did => {
  const { home, to } = me.route
  if (to === undefined || to === home) return follow(me, home)
  const chain = chainIn(me.world, to)
  if (!isWhole(chain) && !me.config.rules.gapMeansNotYet) return refused(me, `a gap in ${nameOf(to)}`)
  if (isTrusted(me, chain, to)) return found(me, chain, to)
  return go(me, { at: 'reading', store: home, seen: chain }, `finds ${nameOf(to)} not opened: ${readable(chain)}`)
}

const isTrusted = ({ config, route }: Me, chain: Chain, to: Store): boolean => {
  const last = lastSeal(chain)
  switch (config.rules.trusts) {
    case 'any record':
      return chain !== '' && ownerOf(chain, to) === to
    case 'the last seal':
      return last?.to === to && isWhole(chain)
    case 'the last seal, of this epoch':
      return last?.to === to && last.epoch === route.epoch && isWhole(chain)
    default:
      return unreachable(config.rules.trusts)
  }
}

/** Reads a store that home or a seal led to, and goes on where its last seal leads. What home has nothing of was begun where all go to, when that was home. */
const follow = (me: Me, store: Store, seen: Chain = ''): Did => {
  const chain = chainIn(me.world, store)
  const { to } = me.route
  if (chain === '' && seen !== '' && isWhole(seen) && to !== undefined) return led(me, to, seen)
  return led(me, store, chain)
}

const led = (me: Me, store: Store, chain: Chain): Did => {
  if (!isWhole(chain)) return refused(me, `a gap in ${nameOf(store)}`)
  const owner = me.config.rules.followsSeals ? ownerOf(chain, store) : store
  if (owner === store) return found(me, chain, store)
  return go(me, { at: 'copying', chain, to: owner }, `reads ${readable(chain)} in ${nameOf(store)}`)
}

/** One record of what was read, where it lacks; with nothing lacking, on to reading there. */
const copy = (me: Me, { chain, to }: { readonly chain: Chain; readonly to: Store }): Did => {
  const { rules } = me.config
  const there = chainIn(me.world, to)
  const places = [...chain].map((_, place) => place)
  for (const place of rules.copies === 'oldest first' ? places : places.toReversed()) {
    const record = recordAt(chain, place)
    const present = recordAt(there, place)
    if (present === record) continue
    if (present !== HOLE && rules.keepsOtherBytes) {
      if (isLoneSeal(chain) && rules.voidsStraySeals)
        return go(me, { at: 'reading', store: to }, `finds its seal void in ${nameOf(to)}`)
      return refused(me, `other bytes in ${nameOf(to)}`)
    }
    const copied = withStore(me.world, to, withRecord(there, place, record))
    return go(me, { at: 'copying', chain, to }, `copies ${readable(record)} to ${nameOf(to)}`, copied)
  }
  return follow(me, to)
}

/** What to do at the end of the stream. */
const found = (me: Me, chain: Chain, store: Store): Did => {
  const { config, route, command } = me
  const seen = `finds ${readable(chain)} in ${nameOf(store)}`
  if (command === undefined) {
    const late = config.rules.sealsOncePerEpoch && (lastSeal(chain)?.epoch ?? 0) >= route.epoch
    const sealed = chain === '' || store === route.to || late
    return go(me, sealed ? { at: 'idle' } : { at: 'appending', store, place: chain.length }, seen)
  }
  if (chain.includes(command)) return go(me, { at: 'acknowledged' }, seen)
  const opens = chain === '' && store === route.home && route.to !== undefined && route.to !== route.home
  if (opens && config.rules.sealsVersionOne) return go(me, { at: 'opening' }, seen)
  return go(me, { at: 'appending', store, place: chain.length }, seen)
}

/** A stream that begins under an announced move begins with its seal, in home. */
const open = (me: Me): Did => {
  const { home } = me.route
  const chain = chainIn(me.world, home)
  const phase: Phase = { at: 'reading', store: home }
  if (chain !== '' && me.config.rules.appendsIfAbsent) return go(me, phase, 'finds version 1 taken')
  return go(
    me,
    phase,
    `seals version 1 in ${nameOf(home)}`,
    withStore(me.world, home, withRecord(chain, 0, ownSeal(me))),
  )
}

const append = (me: Me, { store, place }: { readonly store: Store; readonly place: number }): Did => {
  const { config, world, command } = me
  const chain = chainIn(world, store)
  const record = command ?? ownSeal(me)
  const inTheWay = recordAt(chain, place)
  const ifAbsent = command === undefined ? config.rules.sealsIfAbsent : config.rules.appendsIfAbsent
  if (inTheWay !== HOLE && ifAbsent) {
    if (inTheWay === command) return go(me, { at: 'acknowledged' }, 'finds itself in the way')
    return go(me, { at: 'idle' }, `is too late in ${nameOf(store)}`)
  }
  const appended = withStore(world, store, withRecord(chain, place, record))
  const stands = authority(world)
  const astray = stands.owner !== store || stands.chain.length !== place
  const broken = astray
    ? { broken: `${readable(record)} was taken in ${nameOf(store)}, which owns no such version` }
    : {}
  const phase: Phase = { at: command === undefined ? 'idle' : 'acknowledged' }
  return go(me, phase, `appends ${readable(record)} in ${nameOf(store)}`, { ...appended, ...broken })
}

const ownSeal = ({ route, n }: Me): string => seal(route.epoch, route.to ?? route.home, n)

const refused = (me: Me, why: string): Did => go(me, { at: 'refused', why }, `is stopped by ${why}`)
