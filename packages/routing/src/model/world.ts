import { type Chain, isWhole, lastSeal, nameOf, ownerOf, type Store } from './chain.ts'
import { keyOf, type Route, standing } from './route.ts'
import type { Rules } from './rules.ts'

/** One stream of one tenant, all stores that hold some of it, and everybody who does something about it. */
export type World = {
  readonly stores: readonly Chain[]
  readonly rows: readonly Route[]
  /** Writers first, then sealers. */
  readonly actors: readonly Actor[]
  /** The route by which each of those copies that bring records from home to where they go, and back home. */
  readonly tails: readonly Route[]
  readonly operators: readonly Operator[]
  /** Old data is being removed from here. */
  readonly removing?: Store
  readonly broken?: string
}

/** A process with one operation at a time. It learns a route between operations only. */
export type Actor = { readonly route: Route; readonly phase: Phase }
export type Phase =
  | { readonly at: 'idle' }
  /** `seen`: what was found before in the store that all go to. */
  | { readonly at: 'reading'; readonly store: Store; readonly seen?: Chain }
  | { readonly at: 'copying'; readonly chain: Chain; readonly to: Store }
  | { readonly at: 'opening' }
  | { readonly at: 'appending'; readonly store: Store; readonly place: number }
  | { readonly at: 'acknowledged' }
  | { readonly at: 'dead' }
  | { readonly at: 'refused'; readonly why: string }

/** What an operator goes through, one after the other. */
export type Act = { readonly announce: Store } | 'finish' | { readonly delete: Store }
export type Operator = { readonly act: number; readonly stage: string; readonly row?: Route }

export type Config = {
  readonly rules: Rules
  /** What the stream holds in each store at the start, and the rows. */
  readonly stores: readonly Chain[]
  readonly home: Store
  readonly epoch: number
  readonly finishing?: true
  /** One letter a writer: two writers with one letter are one command, tried again by another process. */
  readonly writers: string
  readonly sealers: number
  readonly tails: number
  readonly operators: readonly (readonly Act[])[]
  /** Processes may end between any two steps. */
  readonly deaths: boolean
  /** Bulk copies come in any order. */
  readonly loads: boolean
}

/** The stream as all would agree if they stood still: home's chain, and on from store to store, as far as one is open. */
export const authority = ({ stores, rows }: World): { readonly chain: Chain; readonly owner: Store } => {
  let store = standing(rows).home
  for (;;) {
    const chain = stores[store] ?? ''
    const owner = ownerOf(chain, store)
    const next = stores[owner] ?? ''
    const opened = owner !== store && isWhole(next) && next.length >= chain.length && next.startsWith(chain)
    if (!opened || lastSeal(next)?.to === store) return opened ? { chain: next, owner: store } : { chain, owner }
    store = owner
  }
}

/** Who still does something that an operator may have to wait for. */
export const isAlive = ({ phase }: Actor): boolean => phase.at !== 'dead' && phase.at !== 'acknowledged'

export const withActor = (world: World, n: number, actor: Actor): World => ({
  ...world,
  actors: world.actors.map((it, place) => (place === n ? actor : it)),
})

export const withStore = (world: World, store: Store, chain: Chain): World => ({
  ...world,
  stores: world.stores.map((it, place) => (place === store ? chain : it)),
})

export const chainIn = (world: World, store: Store): Chain => world.stores[store] ?? ''

export const keyOfWorld = (world: World): string => {
  let key = `${world.removing ?? ''}${world.broken ?? ''}`
  for (const chain of world.stores) key += `/${chain}`
  for (const row of world.rows) key += keyOf(row)
  for (const actor of world.actors) key += keyOfActor(actor)
  for (const route of world.tails) key += keyOf(route)
  for (const operator of world.operators) key += keyOfOperator(operator)
  return key
}

/** Nearly all of a world is what it was a step before: its parts are asked for their key once. */
const once = <Part extends object>(ask: (part: Part) => string): ((part: Part) => string) => {
  const known = new WeakMap<Part, string>()
  return (part) => {
    let key = known.get(part)
    if (key === undefined) {
      key = ask(part)
      known.set(part, key)
    }
    return key
  }
}
const keyOfActor = once(({ route, phase }: Actor): string => `${keyOf(route)}${keyOfPhase(phase)},`)
const keyOfOperator = once(({ act, stage, row }: Operator): string => `${act}${stage}${row ? keyOf(row) : ''},`)

const keyOfPhase = (phase: Phase): string => {
  switch (phase.at) {
    case 'reading':
      return `r${nameOf(phase.store)}${phase.seen ?? ''}`
    case 'copying':
      return `c${nameOf(phase.to)}${phase.chain}`
    case 'appending':
      return `w${nameOf(phase.store)}${phase.place}`
    default:
      return phase.at
  }
}
