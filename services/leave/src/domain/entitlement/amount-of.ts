import type { Stage } from '../policy/plan.ts'
import { EIGHT_HOURS } from '../time/weekdays-counted.ts'
import { plannedHalves } from '../time/work-of.ts'
import { type Fraction, fraction, times } from './fraction.ts'
import { minutesOf, planned } from './scale-of.ts'
import type { Paying } from './segments.ts'

/** A part (one of `parts`) of a stage's amount in a segment, n in 1/10,000 of the policy's unit. What is written in the other unit is turned into it by a day's length. */
export const amountOf = ({ amount, amountIn }: Stage, segment: Paying, parts: number): Fraction => {
  const written = fraction(amount, parts)
  if (amountIn === null || amountIn === segment.terms.unit) return written
  const { minutes, days } = lengthOfDay(segment)
  return times(written, amountIn === 'day' ? fraction(minutes, days) : fraction(days, minutes))
}

/** The fixed one, or that of the average worked day of the schedule in force; where nobody works, eight hours. */
const lengthOfDay = ({ terms, schedule }: Paying): { readonly minutes: number; readonly days: number } => {
  if (terms.dayMinutes !== null) return { minutes: terms.dayMinutes, days: 1 }
  const [minutes, halves] = schedule ? [planned(schedule, minutesOf), planned(schedule, plannedHalves)] : [0, 0]
  return minutes > 0 ? { minutes: 2 * minutes, days: halves } : { minutes: EIGHT_HOURS, days: 1 }
}
