import type { Frequency } from '#domain/policy/plan.ts'
import type { Entitlement } from '#domain/policy/policy.ts'
import { type DayNo, dayIn, monthDayIn, no, plusMonths, ymd } from './almanac.ts'
import { leaveYearInSight, type PersonDays, remember, startsLeaveYear } from './person-days.ts'

type LeaveYear = Entitlement['leaveYear']

/** A period of a plan, both days included. */
export type GridPeriod = { readonly first: DayNo; readonly last: DayNo }

/** The grid period that a day lies in: walked to its both ends. */
export const gridPeriod = (person: PersonDays, frequency: Frequency, leaveYear: LeaveYear, day: DayNo): GridPeriod => {
  const starts = startsOf(person, frequency, leaveYear)
  let [first, last] = [day, day]
  while (first > person.first && !starts.has(first)) first -= 1
  while (last < person.last && !starts.has(last + 1)) last += 1
  return { first, last }
}

/** How many grid periods start in the leave year that starts on a day. */
export const periodsIn = (person: PersonDays, frequency: Frequency, leaveYear: LeaveYear, first: DayNo): number =>
  remember(
    person,
    `periods in ${first}`,
    () => {
      const starts = startsOf(person, frequency, leaveYear)
      let n = starts.has(first) ? 1 : 0
      for (let day = first + 1; !startsLeaveYear(person, leaveYear, day); day++) if (starts.has(day)) n += 1
      return n
    },
    frequency,
    leaveYear,
  )

const MONTHS = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const

const startsOf = (person: PersonDays, frequency: Frequency, leaveYear: LeaveYear): ReadonlySet<DayNo> =>
  remember(
    person,
    'periods start',
    () => {
      const starts = new Set<DayNo>()
      for (let day = person.first; day <= person.last; day++) {
        if (startsPeriod(person, frequency, leaveYear, day)) starts.add(day)
      }
      return starts
    },
    frequency,
    leaveYear,
  )

const startsPeriod = (person: PersonDays, frequency: Frequency, leaveYear: LeaveYear, day: DayNo): boolean => {
  const { y, m, weekday } = ymd(day)
  switch (frequency.every) {
    case 'continuous':
    case 'day':
      return true
    case 'week':
      return frequency.weekday === 'joining' ? isWeeks(person, 1, day) : weekday === frequency.weekday
    case 'twoWeeks':
      return frequency.anchor === 'joining' ? isWeeks(person, 2, day) : (day - no(frequency.anchor)) % 14 === 0
    case 'halfMonth':
      return frequency.days.some((listed) => dayIn(y, m, listed) === day)
    case 'month':
    case 'quarter':
    case 'halfYear':
    case 'year': {
      const { on } = frequency
      if (typeof on === 'number') return dayIn(y, m, on) === day
      if (on === 'joining') return startsStep(person.joining, MONTHS[frequency.every], day)
      if (on !== 'leaveYear') return on.some((date) => monthDayIn(y, date) === day)
      return startsStep(leaveYearInSight(person, leaveYear, day), MONTHS[frequency.every], day, 11)
    }
    default:
      return frequency satisfies never
  }
}

/** So many weeks from joining, or a multiple of it. */
const isWeeks = ({ joining }: PersonDays, n: number, day: DayNo): boolean =>
  joining !== undefined && (day - joining) % (7 * n) === 0

const startsStep = (from: DayNo | undefined, months: number, day: DayNo, most = Infinity): boolean => {
  if (from === undefined) return false
  const [a, b] = [ymd(from), ymd(day)]
  const apart = 12 * (b.y - a.y) + b.m - a.m
  return apart <= most && apart % months === 0 && plusMonths(from, apart) === day
}
