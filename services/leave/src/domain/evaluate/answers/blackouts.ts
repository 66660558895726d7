import { blackoutDaysOf } from '../../rules/blackout-days.ts'
import { type AnswerTo, factsOf } from '../asking.ts'

/** Days on which rules let nobody be away. */
export const blackoutDays: AnswerTo<'blackoutDays'> = ({ person, leaveType, first, last }, asking) => {
  const { departments, rules } = asking.given
  return {
    days: blackoutDaysOf(factsOf(asking, person), departments, rules, first, last)
      .filter(({ leaveTypes }) => leaveType === null || leaveTypes === null || leaveTypes.includes(leaveType))
      .map(({ day, rule, name, leaveTypes }) => ({ date: day, rule, name, leaveTypes: leaveTypes && [...leaveTypes] })),
  }
}
