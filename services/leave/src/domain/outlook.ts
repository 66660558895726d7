import { type Amount, add, type LocalDate, subtract, yearOf } from '@awayday/kernel'
import { type Charge, total } from './charge.ts'
import { takesFromBalance } from './leave-types.ts'
import { ledgerOf } from './ledger.ts'
import type { State } from './state.ts'

/** What is left of a leave type in the leave year of the last day, before and after. */
export type Outlook = { readonly before: Amount; readonly after: Amount }
type Leave = { readonly leaveType: string; readonly last: LocalDate; readonly charges: readonly Charge[] }

/** For whoever decides: accepted leave counts, what is pending does not. Nothing for types without a balance. */
export const outlookOf = (state: State, leave: Leave): Outlook | undefined => {
  if (!takesFromBalance(leave.leaveType)) return undefined
  const { available, pending } = ledgerOf(state, leave.leaveType, leave.last).figures
  return less(add(available, pending), leave)
}

/** For whoever asks: as if all that is pending were accepted. */
export const previewOf = (state: State, leave: Leave): Outlook | undefined =>
  takesFromBalance(leave.leaveType)
    ? less(ledgerOf(state, leave.leaveType, leave.last).figures.available, leave)
    : undefined

const less = (before: Amount, { charges, last }: Leave): Outlook => ({
  before,
  after: subtract(before, total(charges.filter(({ day }) => yearOf(day) === yearOf(last)))),
})
