import type { Clock } from '@awayday/clock'
import type { StoreName } from '@awayday/event-sourcing'
import type { ServiceManifest } from '@awayday/manifest'
import type { StoredItems } from '@awayday/stored-items'
import type { OpenStore } from '@awayday/stores'
import type { Side } from '../verify/side.ts'

/** One of the two stores of a move, with all that its stages ask of it. */
export type MovingStore = Pick<OpenStore, 'events' | 'progress' | 'tenants' | 'records'> & {
  readonly name: StoreName
  /** Pages leave out the ledger of comparing reads, as do those of `side`. */
  readonly items: StoredItems
  /** The same storage as the verifier reads it, by its own hand. */
  readonly side: Side
  /** Makes what the service's tables lack. */
  readonly createTables: () => Promise<void>
}

/** What a stage tells on its way: for a progress bar, or as a line of JSON. Numbers by name; never personal text. */
export type Step = {
  readonly stage: string
  readonly service: string
  readonly tenant?: string
  /** Part of a sentence: what is being waited for. */
  readonly waiting?: string
  readonly [name: string]: string | number | boolean | undefined
}

/** A service on its way from one store to another, and what a stage may do. */
export type World = {
  readonly service: Pick<ServiceManifest, 'name' | 'tables' | 'functions'>
  readonly from: MovingStore
  readonly to: MovingStore
  readonly clock: Clock
  /** Milliseconds of a clock that only goes forward. */
  readonly nowMs: () => number
  readonly pause: (ms: number) => Promise<void>
  readonly tell: (step: Step) => void
  /** Ends a stage between two steps. Every stage goes on where it was when it is called again. */
  readonly stop: AbortSignal
  /** Where the state of the move is kept. */
  readonly folder: string
}

export const other = ({ from, to }: World, name: StoreName): MovingStore => (name === from.name ? to : from)
export const named = ({ from, to }: World, name: StoreName): MovingStore => (name === from.name ? from : to)
