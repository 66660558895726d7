import { compare, type LocalDate } from '@awayday/kernel'
import { chargesFor, type Earlier } from '../facts/charges-for.ts'
import type { Facts } from '../facts/facts.ts'
import type { Dates } from '../time/absence.ts'
import type { Charge } from '../time/charged.ts'
import { partsOf } from '../time/parts-of.ts'
import type { Asked } from './case.ts'
import { saidCharge } from './said-charge.ts'

/**
 * What leave costs with these dates, beside what was accepted before it. What was said to be charged stays so on days that nobody has changed
 * since.
 */
export const chargesIn = (asked: Asked, dates: Dates, facts: Facts, earlier: readonly Earlier[]): readonly Charge[] => {
  const counted = chargesFor(facts, asked.leaveType, dates, earlier)
  if (asked.charges === null) return counted
  const isSame = (day: LocalDate): boolean => partsOn(asked.dates, day) === partsOn(dates, day)
  const said = asked.charges.map((charge) => saidCharge(facts, asked.leaveType, charge))
  return [...said.filter(({ day }) => isSame(day)), ...counted.filter(({ day }) => !isSame(day))].toSorted(byDay)
}

const partsOn = (dates: Dates, day: LocalDate): string =>
  JSON.stringify(partsOf(dates).find((named) => named.day === day)?.parts ?? [])

const byDay = (a: Charge, b: Charge): number => compare(a.day, b.day)
