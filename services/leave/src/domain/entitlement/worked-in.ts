import { PARTS_PER_UNIT, type Unit } from '@awayday/kernel'
import { counting } from '../policy/defaults.ts'
import { chargesOf } from '../time/charges-of.ts'
import { plannedHalves } from '../time/work-of.ts'
import { awayIn } from './away-in.ts'
import type { Course } from './course.ts'
import { common, dateOf, dayOf, daysIn, type Stretch } from './days.ts'
import { type Fraction, fraction, ONE, plus, times, ZERO } from './fraction.ts'
import { minutesOf, planned } from './scale-of.ts'
import type { Segment } from './segments.ts'

/**
 * What is worked in a segment, n in 1/10,000 of the unit: what is recorded, and where nothing is, what is planned less
 * accepted leave of types that do not count as worked.
 */
export const workedIn = (course: Course, segment: Segment, unit: Unit): Fraction => {
  const records = course.facts.worked.map(({ first, last, minutes }) => ({
    first: dayOf(first),
    last: dayOf(last),
    minutes,
  }))
  const recorded = records.flatMap((record) => {
    const share = daysIn(common(record, segment))
    const days = fraction(share, daysIn(record))
    return share > 0 ? [times(days, recordedAs(unit, record.minutes, segment))] : []
  })
  const left = without(segment, records).map((stretch) => fraction(plannedLessAway(course, stretch, unit), 1))
  return [...recorded, ...left].reduce(plus, ZERO)
}

/** What is planned in a stretch after holidays and closings, n in 1/10,000 of the unit. */
const plannedIn = ({ work }: Course, { first, last }: Stretch, unit: Unit): number => {
  const { halves, minutes } = work().between(dateOf(first), dateOf(last))
  return unit === 'day' ? halves * (PARTS_PER_UNIT / 2) : minutes
}

const plannedLessAway = (course: Course, stretch: Stretch, unit: Unit): number => {
  const away = chargesOf(course.facts, { kind: 'days', days: awayIn(course.facts, stretch) }, counting, unit)
  return away.reduce((left, { n }) => left - n, plannedIn(course, stretch, unit))
}

/** A record knows no days: they follow from the average worked day of the schedule. */
const recordedAs = (unit: Unit, minutes: number, { schedule }: Segment): Fraction => {
  if (unit === 'minute') return fraction(minutes * PARTS_PER_UNIT, 1)
  const full = schedule ? planned(schedule, minutesOf) : 0
  if (!schedule || full === 0) return ZERO
  return fraction(minutes * planned(schedule, plannedHalves) * (PARTS_PER_UNIT / 2), full)
}

/** What some stretches leave of another. */
const without = (whole: Stretch, taken: readonly Stretch[]): readonly Stretch[] =>
  taken.reduce<readonly Stretch[]>(
    (left, { first, last }) =>
      left.flatMap((stretch) =>
        [
          { first: stretch.first, last: Math.min(stretch.last, first - 1) },
          { first: Math.max(stretch.first, last + 1), last: stretch.last },
        ].filter((part) => part.first <= part.last),
      ),
    [whole],
  )

/** Worked over planned time of what is paid of a period; 1 where nothing was planned. */
export const workedShare = (course: Course, paying: readonly Segment[]): Fraction => {
  const plannedTime = paying.reduce((sum, segment) => sum + plannedIn(course, segment, 'minute'), 0)
  if (plannedTime === 0) return ONE
  return times(
    paying.map((segment) => workedIn(course, segment, 'minute')).reduce(plus, ZERO),
    fraction(1, plannedTime),
  )
}
