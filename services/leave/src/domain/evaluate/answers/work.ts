import { addDays, type LocalDate } from '@awayday/kernel'
import { isEmployed } from '../../facts/employed.ts'
import { slotsFor } from '../../facts/slots-for.ts'
import { partText } from '../../time/part-text.ts'
import { workCalendar } from '../../time/work-calendar.ts'
import type { Answer } from '../answer.ts'
import { type AnswerTo, type Asking, factsOf } from '../asking.ts'
import { exactText, shown } from '../shown.ts'

/** Working days and time of a span, while employed. */
export const work: AnswerTo<'work'> = ({ person, first, last }, asking) => {
  const facts = factsOf(asking, person)
  const calendar = workCalendar(facts, first, last)
  const employed = daysIn(first, last).filter((date) => isEmployed(facts.employment, date))
  const worked = (holidays: 'free' | 'charged'): Answer => {
    const each = employed.map((date) => calendar.between(date, date, holidays))
    const halves = each.reduce((sum, one) => sum + one.halves, 0)
    const minutes = each.reduce((sum, one) => sum + one.minutes, 0)
    return { days: exactText(BigInt(halves), 2n), hours: shown(minutes, 'hour'), minutes: shown(minutes, 'minute') }
  }
  return { ...worked('free'), holidaysIncluded: worked('charged') }
}

/** What each slot of each day is. */
export const day: AnswerTo<'day'> = ({ person, first, last }, asking) => {
  const facts = factsOf(asking, person)
  const sick = sickTypes(asking)
  return {
    days: daysIn(first, last).map((date) => ({
      date,
      slots: slotsFor(facts, facts.leaves, date, sick).map(({ part, state, leave }) => ({
        part: partText(part),
        state,
        ...(leave === null ? {} : { leave }),
      })),
    })),
  }
}

export const sickTypes = ({ given }: Asking): readonly string[] =>
  given.leaveTypes.filter(({ sickness }) => sickness !== null).map(({ id }) => id)

export const daysIn = (first: LocalDate, last: LocalDate): readonly LocalDate[] => {
  const days: LocalDate[] = []
  for (let date = first; date <= last; date = addDays(date, 1)) days.push(date)
  return days
}
