import type { LocalDate } from '@awayday/kernel'
import { type Day, dayOf } from '../entitlement/days.ts'
import type { Cut, Grant } from '../entitlement/grant.ts'
import type { CarryOver } from '../policy/carry-over.ts'
import type { Parts } from '../policy/plan.ts'
import type { Cause } from './holding.ts'
import type { Lot } from './lot.ts'
import type { Order } from './order-of-use.ts'

/** What happens to the lots of one leave type, with the day of each as a number: they are compared all the time. */
export type Course = Happenings & { readonly days: { readonly [kind in keyof Happenings]: readonly Day[] } }

/** Each kind in the order in which it happens. */
export type Happenings = {
  readonly turns: readonly Turn[]
  readonly credits: readonly Given[]
  readonly grants: readonly Grant[]
  readonly cuts: readonly Cut[]
  readonly takings: readonly Taking[]
  /** The first one also holds before. */
  readonly orders: readonly { readonly from: LocalDate; readonly order: Order }[]
}

/** A carry-over day. */
export type Turn = {
  readonly on: LocalDate
  readonly dayBefore: LocalDate
  /** Null: no plan was in force on the day before; all is carried. */
  readonly rule: CarryOver | null
  /** Up to when what is carried can be used, where the rule limits it. */
  readonly usableUntil: LocalDate | null
  /** What a closed year puts in place of what would be carried. */
  readonly pinned: Parts | null
  readonly fact: string
}

/** A credit above zero; `until` is null and `carries` true where it is subject to the next carry-over. */
export type Given = Pick<Lot, 'from' | 'until' | 'n' | 'carries' | 'fact' | 'source'>

/** What uses lots: on one day credits below zero, then pay-outs, then days of leave. `n` is above zero. */
export type Taking = Cause & {
  readonly on: LocalDate
  readonly n: Parts
  readonly of: 'credit' | 'payOut' | 'charge'
  /** Of a credit. */
  readonly source: Lot['source'] | null
}

export const course = (happenings: Happenings): Course => {
  const { turns, credits, grants, cuts, takings, orders } = happenings
  const days = {
    turns: turns.map(onDay),
    credits: credits.map(fromDay),
    grants: grants.map(onDay),
    cuts: cuts.map(onDay),
    takings: takings.map(onDay),
    orders: orders.map(fromDay),
  }
  return { ...happenings, days }
}

const onDay = ({ on }: { readonly on: LocalDate }): Day => dayOf(on)
const fromDay = ({ from }: { readonly from: LocalDate }): Day => dayOf(from)
