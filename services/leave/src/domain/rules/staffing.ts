import { type LocalDate, PARTS_PER_UNIT } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'
import type { Part } from '../time/absence.ts'
import { without } from '../time/without.ts'
import { DAY_ENDS } from '../time/work-of.ts'
import { workOn } from '../time/work-on.ts'
import { missed, missedFor } from './away-spans.ts'
import type { Figure, Finding } from './broken.ts'
import type { Case } from './case.ts'
import { crewFrom } from './crew.ts'
import { type Moment, momentsOf } from './moments.ts'
import { ALL_DAY, type Counting, isAway } from './shift-of.ts'
import { EVERYBODY, isAmong, stayOn, type Who } from './who.ts'

/** How many of a group may be away at once, or must stay. Asked about the time that whoever wishes would work, on days on which they belong to the group. */
export type Staffing = {
  readonly kind: 'maxAway' | 'minimumStaffing'
  /** So many, or n in 1/10,000 of the group. */
  readonly limit: { readonly people: number } | { readonly percentage: Parts }
  /** Who is counted: whom the rule is for (`rule`, default); everybody of the person's own location, department (with all below it) or team; or others. It asks nothing of who is in no department. */
  readonly among: 'rule' | 'location' | 'department' | 'team' | Who
  /** What a percentage is of: of who works then (`working`, default), or of `everybody` in the group. */
  readonly outOf: 'working' | 'everybody'
} & Counting

export const understaffed = (rule: Staffing, c: Case): readonly Finding[] =>
  (isAway(rule, c.wish.leaveType) ? [...new Set(c.fresh.map(({ day }) => day))] : []).flatMap((day) => {
    const group = groupOf(rule, c, day)
    if (!group || !isAmong(group, c.facts, day, c.company.departments)) return []
    const crewOf = c.company.crewOf ?? crewFrom(c.company.people, c.company.departments)
    const crew = crewOf(rule, group, day, c.facts.person)
    const named = c.fresh.flatMap((one) => (one.day === day ? [one.part] : []))
    const work = workOn(c.facts, day)
    const already = c.facts.leaves.filter(({ leaveType, status }) => status === 'accepted' && isAway(rule, leaveType))
    const asked = without(missed(named, work), missedFor(already, day, work))
    const time = rule.per === 'day' && asked.length > 0 ? ALL_DAY : asked
    const moments = momentsOf(time, crew.shifts).map((moment) => withWisher(moment))
    return moments
      .filter((moment) => isTooFew(rule, moment, crew.size + 1))
      .map((moment) => ({
        first: day,
        last: day,
        part: moments.length > 1 ? spanned(moment) : (named[0] ?? 'whole'),
        required: limitOf(rule),
        found: foundOf(rule, moment, crew.size + 1),
        requests: [],
      }))
  })

const groupOf = ({ among }: Staffing, { facts, when }: Case, day: LocalDate): Who | undefined => {
  if (among === 'rule') return when
  if (typeof among === 'object') return among
  const stay = stayOn(facts.places, day)
  return (
    stay &&
    {
      location: { ...EVERYBODY, locations: [stay.location] },
      department: { ...EVERYBODY, departments: stay.department === null ? [] : [stay.department] },
      team: { ...EVERYBODY, teams: [stay.team] },
    }[among]
  )
}

const withWisher = ({ spans, working, away }: Moment): Moment => ({ spans, working: working + 1, away: away + 1 })

/** A percentage of nobody else allows what it likes: it would keep the only one from ever being away. */
const isTooFew = ({ kind, limit, outOf }: Staffing, { working, away }: Moment, group: number): boolean => {
  const counted = kind === 'maxAway' ? away : working - away
  if ('people' in limit) return kind === 'maxAway' ? counted > limit.people : counted < limit.people
  const all = outOf === 'working' ? working : group
  const [is, may] = [counted * PARTS_PER_UNIT, all * limit.percentage]
  return kind === 'maxAway' ? all > 1 && is > may : is < may
}

const limitOf = ({ limit }: Staffing): Figure =>
  'people' in limit ? { of: 'people', n: limit.people } : { of: 'percentage', n: limit.percentage }

const foundOf = ({ kind, limit, outOf }: Staffing, { working, away }: Moment, group: number): Figure => {
  const people = kind === 'maxAway' ? away : working - away
  return 'people' in limit
    ? { of: 'people', n: people }
    : { of: 'share', people, outOf: outOf === 'working' ? working : group }
}

const spanned = ({ spans }: Moment): Part => ({ from: spans[0]?.from ?? 0, to: spans.at(-1)?.to ?? DAY_ENDS })
