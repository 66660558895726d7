import type { Facts } from '../facts/facts.ts'
import type { Charge } from '../time/charged.ts'

/** A leave as it would be accepted: a new one, or other days of one that is there. */
export type Wish = { readonly leave: string; readonly leaveType: string; readonly charges: readonly Charge[] }

/** The facts if it were accepted. */
export const withLeave = (facts: Facts, { leave, leaveType, charges }: Wish): Facts => {
  const known = facts.leaves.find(({ id }) => id === leave)
  const dates = known?.dates ?? { kind: 'days' as const, days: charges.map(({ day, part }) => ({ day, part })) }
  const accepted = { id: leave, leaveType, dates, status: 'accepted' as const, charges, fact: known?.fact ?? leave }
  return { ...facts, leaves: [...facts.leaves.filter(({ id }) => id !== leave), accepted] }
}

/** The id of leave that nobody has asked for yet. */
export const NEW_LEAVE = 'new'
