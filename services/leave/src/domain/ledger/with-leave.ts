import type { Facts, Leave } from '../facts/facts.ts'
import type { Dates } from '../time/absence.ts'
import type { Charge } from '../time/charged.ts'

/** A leave as it would be accepted: a new one, or other days of one that is there. */
export type Wish = { readonly leave: string; readonly leaveType: string; readonly charges: readonly Charge[] }

/** The facts if it were accepted. */
export const withLeave = (facts: Facts, { leave, leaveType, charges }: Wish): Facts => {
  const known = facts.leaves.find(({ id }) => id === leave)
  const dates = datesOf(known, charges)
  const accepted = { id: leave, leaveType, dates, status: 'accepted' as const, charges, fact: known?.fact ?? leave }
  return { ...facts, leaves: [...facts.leaves.filter(({ id }) => id !== leave), accepted] }
}

/** Leave that is accepted as it was asked for is on its dates; other days of it are those that they charge. */
const datesOf = (known: Leave | undefined, charges: readonly Charge[]): Dates =>
  known && areAlike(known.charges, charges)
    ? known.dates
    : { kind: 'days', days: charges.map(({ day, part }) => ({ day, part })) }

const areAlike = (a: readonly Charge[], b: readonly Charge[]): boolean =>
  a.length === b.length && a.every(({ day, n }, nth) => day === b[nth]?.day && n === b[nth]?.n)

/** The id of leave that nobody has asked for yet. */
export const NEW_LEAVE = 'new'
