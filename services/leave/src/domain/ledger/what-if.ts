import type { LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { Charge } from '../time/charged.ts'
import type { Figures } from './figures.ts'
import { balanceOf } from './ledger-of.ts'
import { NEW_LEAVE, withLeave } from './with-leave.ts'

/** What the figures of some days are, and would be if these days were taken. */
export type WhatIf = { readonly on: LocalDate; readonly without: Figures; readonly together: Figures }

/** `leave`: the request that the days are of, where it is there already. */
export const whatIf = (
  facts: Facts,
  leaveType: string,
  wish: readonly Charge[],
  days: readonly LocalDate[],
  leave: string = NEW_LEAVE,
): readonly WhatIf[] => {
  const taken = withLeave(facts, { leave, leaveType, charges: wish })
  return days.map((on) => ({
    on,
    without: balanceOf(facts, leaveType, on),
    together: balanceOf(taken, leaveType, on),
  }))
}
