import type { Store } from '../chain.ts'
import { keyOf, type Route } from '../route.ts'
import { type Held, type Plain, readable } from './record.ts'
import type { Rules } from './rules.ts'

/** One plain record of one tenant, in all stores that hold it, and everybody who does something about it. */
export type World = {
  readonly stores: readonly Held[]
  readonly rows: readonly Route[]
  /** Writers first, then those who mark. */
  readonly actors: readonly Actor[]
  /** A bulk copy, perhaps with what it has read in its hands. */
  readonly copier: { readonly route: Route; readonly holds?: Plain }
  readonly operator: { readonly act: number; readonly stage: string }
}
export type Actor = { readonly route: Route; readonly phase: Phase }
export type Phase =
  | { readonly at: 'idle' | 'making' | 'made' | 'acknowledged' | 'dead' }
  /** `seen`: what was found before in the store that all go to. */
  | { readonly at: 'reading'; readonly store: Store; readonly seen?: Held }
  | { readonly at: 'taking'; readonly held: Plain; readonly to: Store }
  | { readonly at: 'saving'; readonly store: Store; readonly held: Held }

export type Act = { readonly announce: Store } | 'finish' | { readonly delete: Store }
export type Config = {
  readonly rules: Rules
  readonly start: Held
  /** A letter a writer; `p` purges. */
  readonly writers: string
  readonly markers: number
  readonly acts: readonly Act[]
  readonly deaths: boolean
}

export const withActor = (world: World, n: number, actor: Actor): World => ({
  ...world,
  actors: world.actors.with(n, actor),
})
export const withHeld = (world: World, store: Store, held: Held): World => ({
  ...world,
  stores: world.stores.with(store, held),
})
export const withRow = (world: World, store: Store, row: Route): World => ({
  ...world,
  rows: world.rows.with(store, row),
})

export const isAlive = ({ phase }: Actor): boolean => phase.at !== 'dead' && phase.at !== 'acknowledged'

/** What a copy leaves: what is there, if that is of the same `rev` or a higher one. */
export const afterCopy = ({ copiesGiveWay }: Rules, here: Held, coming: Plain): Plain =>
  here && here.rev >= coming.rev && copiesGiveWay ? here : coming

export const keyOfWorld = ({ stores, rows, actors, copier, operator }: World): string =>
  [
    stores.map(readable).join('|'),
    rows.map(keyOf).join(),
    actors.map(({ route, phase }) => keyOf(route) + keyOfPhase(phase)).join(),
    keyOf(copier.route) + readable(copier.holds),
    `${operator.act}${operator.stage}`,
  ].join('/')

const keyOfPhase = (phase: Phase): string => {
  switch (phase.at) {
    case 'reading':
      return `reads${phase.store}${readable(phase.seen)}`
    case 'taking':
      return `takes${phase.to}${readable(phase.held)}`
    case 'saving':
      return `saves${phase.store}${readable(phase.held)}`
    default:
      return phase.at
  }
}
