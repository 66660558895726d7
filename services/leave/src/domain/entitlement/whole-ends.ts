import type { Plan } from '../policy/plan.ts'
import type { Course } from './course.ts'
import { type Day, next, plusLength } from './days.ts'
import type { Period } from './periods.ts'
import { type Paying, pays, type Segment } from './segments.ts'

/**
 * The segments of a period as its incomplete ends count: an end that is paid in full belongs to the segment beside it,
 * one that pays nothing takes the whole period with it.
 */
export const withWholeEnds = (course: Course, period: Period, segments: readonly Segment[]): readonly Segment[] => {
  const begin = segments.findIndex(pays)
  const end = segments.findLastIndex(pays)
  const [opening, closing] = [segments[begin], segments[end]]
  if (!opening || !closing || !pays(opening) || !pays(closing)) return []
  const start = opening.first > period.first ? atStart(course, opening, closing.last) : 'prorated'
  const stop = closing.last < period.last ? atEnd(course, closing, period.first) : 'prorated'
  if (start === 'none' || stop === 'none') return []
  if (start === 'prorated' && stop === 'prorated') return segments
  const kept = segments.slice(start === 'full' ? begin : 0, stop === 'full' ? end + 1 : segments.length)
  return kept.map((segment) => ({
    ...segment,
    first: start === 'full' && segment === opening ? period.first : segment.first,
    last: stop === 'full' && segment === closing ? period.last : segment.last,
  }))
}

type Setting = Plan['partial']['planStart']

/** Why nothing is paid before: joining first, then the start of the plan. A change of policies is neither, though the stages of the new one count from it. */
const atStart = ({ employment, joining, terms: all }: Course, { first, terms }: Paying, last: Day): Setting => {
  const { partial } = terms.plan
  if (first === terms.lostBefore || employment.some((one) => one.first === first)) {
    const { joiner } = partial
    if (typeof joiner === 'string') return joiner
    return plusLength(joining, joiner.fullAfter) <= last ? 'full' : 'prorated'
  }
  const begins = first === terms.begins && first > terms.from
  return begins || first === all[0]?.from ? partial.planStart : 'prorated'
}

const atEnd = ({ employment, joining }: Course, { last, terms }: Paying, start: Day): Setting => {
  if (!employment.some((one) => one.last === last)) return 'prorated'
  const { leaver } = terms.plan.partial
  if (typeof leaver === 'string') return leaver
  return plusLength(joining, leaver.fullAfter) <= last && next(leaver.from, start) <= last ? 'full' : 'prorated'
}
