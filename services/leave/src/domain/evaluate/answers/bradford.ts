import { bradfordOf } from '../../sickness/bradford.ts'
import { type AnswerTo, factsOf } from '../asking.ts'
import { shown } from '../shown.ts'
import { sickTypes } from './work.ts'

/** Many short absences weigh more than a long one. */
export const bradford: AnswerTo<'bradford'> = ({ person, on, leaveTypes }, asking) => {
  const { spells, days, score } = bradfordOf(factsOf(asking, person), leaveTypes ?? sickTypes(asking), on)
  return { spells, days: shown(days, 'day'), score: shown(score, 'day') }
}
