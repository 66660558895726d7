import type { Plan } from '../policy/plan.ts'
import type { Course } from './course.ts'
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
  const start = opening.first > period.first ? atStart(course, opening) : 'prorated'
  const stop = closing.last < period.last ? atEnd(course, closing) : 'prorated'
  if (start === 'none' || stop === 'none') return []
  if (start === 'prorated' && stop === 'prorated') return segments
  const kept = segments.slice(start === 'full' ? begin : 0, stop === 'full' ? end + 1 : segments.length)
  return kept.map((segment) => ({
    ...segment,
    first: start === 'full' && segment === opening ? period.first : segment.first,
    last: stop === 'full' && segment === closing ? period.last : segment.last,
  }))
}

type Setting = Plan['partial']['joiner']

/** Why nothing is paid before: joining first, then the start of the plan. A change of policies is neither, though the stages of the new one count from it. */
const atStart = ({ employment, terms: all }: Course, { first, terms }: Paying): Setting => {
  const { partial } = terms.plan
  if (first === terms.lostBefore || employment.some((one) => one.first === first)) return partial.joiner
  const begins = first === terms.begins && first > terms.from
  return begins || first === all[0]?.from ? partial.planStart : 'prorated'
}

const atEnd = ({ employment }: Course, { last, terms }: Paying): Setting =>
  employment.some((one) => one.last === last) ? terms.plan.partial.leaver : 'prorated'
