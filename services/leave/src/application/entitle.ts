import type { Amount, LocalDate, PersonId } from '@awayday/kernel'
import type { Crediting } from '#domain/person/events.ts'
import type { World } from '#ports/world.ts'
import type { Commanded } from './asked.ts'
import { order } from './order.ts'

type Whose = { readonly person: PersonId; readonly leaveType: string }

/** A grant by hand, or a correction. `override`: sets limits and the floor aside, by name. */
export type CreditWish = Whose & {
  readonly amount: Amount
  readonly override: boolean
  readonly reason: string | null
} & Pick<Crediting, 'source' | 'from' | 'until'>

export const credit = (world: World) => (call: Commanded<CreditWish>) => {
  const { person, reason, amount, ...wish } = call.input
  return order(world, call, person, reason, ({ id, note }, doing) => ({
    type: 'Credit',
    credit: id,
    note,
    ...amount,
    ...wish,
    ...doing,
  }))
}

/** `amount` null: all that may be paid out. */
type PayOutWish = Whose & { readonly amount: Amount | null; readonly reason: string | null }

export const payOut = (world: World) => (call: Commanded<PayOutWish>) => {
  const { person, leaveType, amount, reason } = call.input
  return order(world, call, person, reason, ({ id, note }, doing) => ({
    type: 'PayOut',
    payOut: id,
    leaveType,
    ...(amount ?? { n: 'all', unit: null }),
    note,
    ...doing,
  }))
}

type Work = {
  readonly person: PersonId
  readonly first: LocalDate
  readonly last: LocalDate
  readonly minutes: number
}

/** Recorded working time, which holds in place of the schedule where leave is earned by it. */
export const recordWork = (world: World) => (call: Commanded<Work>) => {
  const { person, ...work } = call.input
  return order(world, call, person, null, ({ id }, doing) => ({ type: 'RecordWork', record: id, ...work, ...doing }))
}
