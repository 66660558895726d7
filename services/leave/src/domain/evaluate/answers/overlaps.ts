import type { LocalDate } from '@awayday/kernel'
import { mayGiveBack } from '../../rules/overlap-rules.ts'
import { notDates } from '../../time/not-dates.ts'
import { clashOf, overlapKind, overlap as overlaps } from '../../time/overlap.ts'
import { noonOn } from '../../time/work-on.ts'
import { type AnswerTo, datesAsked, factsOf } from '../asking.ts'
import { datesJson } from '../texts.ts'

/** How far two leaves overlap, measured on the first. */
export const overlap: AnswerTo<'overlap'> = ({ one, other }) => ({
  overlap: overlapKind([other], one),
  days: clashOf([other], one),
})

/** Which pending or accepted leave of the person these dates overlap, all of it together. */
export const clashes: AnswerTo<'clashes'> = (ask, asking) => {
  const facts = factsOf(asking, ask.person)
  const dates = datesAsked(ask, facts)
  const wrong = notDates(dates)
  if (wrong) return { overlap: 'none', days: [], leaves: [], invalid: wrong.type }
  const lies = (over: string) => ask.leaveType !== null && mayGiveBack(ask.leaveType, over, asking.given.leaveTypes)
  const others = facts.leaves.filter(
    ({ id, status, leaveType }) => status !== 'over' && id !== ask.leave && !lies(leaveType),
  )
  const noons = (day: LocalDate) => noonOn(facts, day)
  const all = others.map((leave) => leave.dates)
  return {
    overlap: overlapKind(all, dates, noons),
    days: clashOf(all, dates, noons),
    leaves: others
      .filter((leave) => overlaps(leave.dates, dates, noons))
      .map(({ id, leaveType, status, dates: theirs }) => ({ leave: id, leaveType, status, ...datesJson(theirs) })),
  }
}
