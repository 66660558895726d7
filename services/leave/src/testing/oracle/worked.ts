import type { Unit } from '@awayday/kernel'
import { type DayNo, no } from './almanac.ts'
import { oracleCharges } from './charges.ts'
import { halvesOf, scheduleOn, workedOn } from './day-work.ts'
import type { EarnedDay } from './earned-day.ts'
import { type PersonDays, remember } from './person-days.ts'
import { plusR, type Ratio, ratio, timesR, zero } from './ratio.ts'

/** Worked (or planned) minutes of days. */
export const workedMinutes = (
  person: PersonDays,
  days: readonly EarnedDay[],
  which: 'worked' | 'planned' = 'worked',
): Ratio =>
  timesR(
    days.reduce(
      (sum, { day }) => plusR(sum, which === 'planned' ? ratio(planned(person, day)) : minutesOn(person, day)),
      zero,
    ),
    ratio(1, 10_000),
  )

/** Worked days: of a record its minutes by the average worked day of the schedule; else the day's halves less those away. */
export const workedDays = (person: PersonDays, days: readonly EarnedDay[]): Ratio =>
  days.reduce((sum, { day }) => {
    if (recordsOn(person, day).length > 0) {
      const average = averageDay(person, day)
      const inDays = { over: average.under, under: average.over }
      return average.over === 0n ? sum : plusR(sum, timesR(minutesOn(person, day), inDays))
    }
    const halves = 5_000 * halvesOf(workedOn(person.facts, day))
    return plusR(sum, ratio(Math.max(0, halves - (notWorked(person, 'day').get(day) ?? 0)), 10_000))
  }, zero)

/** The average worked day of the schedule in force, in 1/10,000 of a minute; 0 where nobody works. */
export const averageDay = ({ facts }: PersonDays, day: DayNo): Ratio => {
  const schedule = scheduleOn(facts, day) ?? facts.schedules[0]?.schedule
  const plans = (schedule?.weeks.flat() ?? []).filter(({ halves }) => halves !== 'none')
  const minutes = plans.reduce((total, plan) => total + plan.minutes, 0)
  const halves = plans.reduce((total, plan) => total + (plan.halves === 'whole' ? 2 : 1), 0)
  return halves === 0 ? zero : ratio(20_000 * minutes, halves)
}

const recordsOn = ({ facts }: PersonDays, day: DayNo) =>
  facts.worked.filter(({ first, last }) => no(first) <= day && day <= no(last))

const planned = ({ facts }: PersonDays, day: DayNo): number => workedOn(facts, day).minutes

/** In 1/10,000 of a minute. */
const minutesOn = (person: PersonDays, day: DayNo): Ratio => {
  const records = recordsOn(person, day)
  if (records.length === 0)
    return ratio(Math.max(0, planned(person, day) - (notWorked(person, 'minute').get(day) ?? 0)))
  return records.reduce(
    (sum, { first, last, minutes }) => plusR(sum, ratio(minutes * 10_000, no(last) - no(first) + 1)),
    zero,
  )
}

/** Time away with accepted leave of types that do not count as worked, by day. */
const notWorked = (person: PersonDays, unit: Unit): ReadonlyMap<DayNo, number> =>
  remember(
    person,
    'not worked',
    () => {
      const away = new Map<DayNo, number>()
      for (const leave of person.facts.leaves) {
        if (leave.status !== 'accepted') continue
        for (const charge of oracleCharges(person.facts, leave.dates, PLAIN, unit)) {
          const own = person.facts.policies.filter((applied) => applied.policy.leaveType === leave.leaveType)
          const policy = (own.findLast(({ from }) => from <= charge.day) ?? own[0])?.policy
          const day = no(charge.day)
          if (policy && !policy.counting.countsAsWorked) away.set(day, (away.get(day) ?? 0) + charge.n)
        }
      }
      return away
    },
    unit,
  )

const PLAIN = {
  days: 'working',
  holidays: 'free',
  sandwich: 'off',
  sandwiched: 'all',
  ends: 'both',
  hours: 'scheduled',
  whole: 'slots',
  countsAsWorked: true,
} as const
