import type { PersonId } from '@awayday/kernel'
import { blackoutDaysOf } from '../../rules/blackout-days.ts'
import { preview as previewOf } from '../../rules/preview.ts'
import type { Wish } from '../../rules/wish.ts'
import { type AnswerTo, type Asking, factsOf, leaveOf } from '../asking.ts'
import type { Asked } from '../case.ts'
import { askedOnOf } from '../dates-known.ts'
import { brokenJson } from './allowed.ts'

/** Days on which rules let nobody be away. */
export const blackoutDays: AnswerTo<'blackoutDays'> = ({ person, leaveType, first, last }, asking) => {
  const { departments, rules } = asking.given
  return {
    days: blackoutDaysOf(factsOf(asking, person), departments, rules, first, last)
      .filter(({ leaveTypes }) => leaveType === null || leaveTypes === null || leaveTypes.includes(leaveType))
      .map(({ day, rule, name, leaveTypes }) => ({ date: day, rule, name, leaveTypes: leaveTypes && [...leaveTypes] })),
  }
}

/** Which leave in the document rules would have refused, had they always been there. */
export const preview: AnswerTo<'preview'> = ({ rules }, asking) => {
  const { given } = asking
  const { everybody, company } = asking.world(null)
  const chosen = given.rules.filter(({ id }) => rules === null || rules.includes(id))
  const asked = given.people.flatMap((someone) =>
    someone.leaves.flatMap((leave) => wishOf(someone.person, leave, asking)),
  )
  return {
    refused: previewOf(() => chosen, asked, everybody, company).map(({ person, wish, broken }) => ({
      person,
      leave: wish.request,
      rules: broken.map(brokenJson(given.rules)),
    })),
  }
}

const wishOf = (person: PersonId, asked: Asked, asking: Asking): readonly { person: PersonId; wish: Wish }[] => {
  const leave = leaveOf(factsOf(asking, person), asked.id)
  const askedOn = askedOnOf(asked)
  if (!leave || !askedOn) return []
  const { leaveType, dates, charges } = leave
  const { reason, cover } = asked
  const wish = { request: asked.id, leaveType, dates, charges, askedOn, reason, cover }
  return [{ person, wish: { ...wish, certificate: asked.certificate !== null } }]
}
