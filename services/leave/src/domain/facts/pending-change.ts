import { differenceOf } from '../approval/difference.ts'
import type { Dates } from '../time/absence.ts'
import type { Charge } from '../time/charged.ts'
import type { Leave } from './facts.ts'

/**
 * A change of accepted leave that waits for approval, beside the leave as it stands, with whose id: pending with the days and parts of days
 * that it adds, and what it charges on each day beyond what is charged already. Nothing where it only gives days back.
 */
export const pendingChange = (
  accepted: Omit<Leave, 'status'>,
  change: { readonly dates: Dates; readonly charges: readonly Charge[] },
): readonly Leave[] => {
  const days = differenceOf(accepted.dates, change.dates).added
  const charges = chargedBeyond(accepted.charges, change.charges)
  if (days.length + charges.length === 0) return []
  return [{ ...accepted, dates: { kind: 'days', days }, status: 'pending', charges }]
}

/** What is charged on each day beyond what was. */
export const chargedBeyond = (before: readonly Charge[], after: readonly Charge[]): readonly Charge[] => {
  const keyOf = ({ day, unit }: Charge): string => `${day} ${unit}`
  const covered = new Map<string, number>()
  for (const charge of before) covered.set(keyOf(charge), (covered.get(keyOf(charge)) ?? 0) + charge.n)
  return after.flatMap((charge) => {
    const left = covered.get(keyOf(charge)) ?? 0
    const beyond = Math.max(0, charge.n - left)
    covered.set(keyOf(charge), left - charge.n + beyond)
    return beyond > 0 ? [{ ...charge, n: beyond }] : []
  })
}
