import type { LocalDate } from '@awayday/kernel'
import type { State } from './company.ts'
import { inForce, leaveTypesIn, type Member, turningDays } from './in-force.ts'
import type { ContentHash, Setting } from './setting.ts'

/** What a person's own facts say holds for them from a day on. `key`: the leave type of a policy, the location of a calendar, else the empty text. */
export type Known = {
  readonly kind: 'policy' | 'schedule' | 'calendar'
  readonly key: string
  readonly from: LocalDate
  /** The setting it came from. */
  readonly id: string
  readonly document: ContentHash | null
}

/** Something to put into a person's stream; `document` null: nothing holds from that day on. */
export type Lack = Known & { readonly version: number }

/** Somebody's places, by `from`, never empty; the first day of employment is that of the first place. */
export type Path = readonly (Member & { readonly from: LocalDate })[]

/**
 * What the settings of the company say for a person that their facts do not say yet, by day. It is computed from both states alone: a
 * fan-out and a newcomer use the same, in any order, as often as they like. What no setting speaks of stays as it is.
 */
export const lacking = (company: State, path: Path, known: readonly Known[]): readonly Lack[] => {
  const start = path[0]?.from
  if (start === undefined) return []
  const turns = [...turningDays(company), ...path.map(({ from }) => from), ...known.map(({ from }) => from)]
  const days = [...new Set([start, ...turns.filter((day) => start < day)])].toSorted()
  const timelines = [
    ...leaveTypesIn(company).map((leaveType) => ({ kind: 'policy' as const, leaveType, key: leaveType })),
    { kind: 'schedule' as const, leaveType: null, key: '' },
  ]
  return [
    ...timelines.flatMap((timeline) => lackingOf(company, path, known, days, timeline)),
    ...calendarsLacking(company, path, known),
  ]
}

type Timeline = { readonly kind: 'policy' | 'schedule'; readonly leaveType: string | null; readonly key: string }

const lackingOf = (
  company: State,
  path: Path,
  known: readonly Known[],
  days: readonly LocalDate[],
  { kind, leaveType, key }: Timeline,
): readonly Lack[] => {
  const own = known.filter((one) => one.kind === kind && one.key === key)
  const lacks: Lack[] = []
  for (const day of days) {
    const member = memberOn(path, day)
    const there = byFrom([...own, ...lacks], day)
    const wanted = member && inForce(company, kind, leaveType, member, day)
    if (wanted && there?.document !== wanted.document) lacks.push(lackOf(wanted, { kind, key, from: day }))
    const over = !wanted && there && there.document !== null && isOurs(company, there)
    if (over && kind === 'policy')
      lacks.push({ kind, key, from: day, id: there.id, document: null, version: versionOf(company, there) })
  }
  return lacks
}

/** A calendar is one document for all days: the latest is the only one. */
const calendarsLacking = (company: State, path: Path, known: readonly Known[]): readonly Lack[] => {
  const locations = [...new Set(path.map(({ location }) => location))]
  return locations.flatMap((location) => {
    const wanted = company.settings.findLast((one) => one.kind === 'calendar' && one.id === location)
    const there = known.findLast((one) => one.kind === 'calendar' && one.key === location)
    if (!wanted || wanted.document === null || there?.document === wanted.document) return []
    return [lackOf(wanted, { kind: 'calendar', key: location, from: wanted.from })]
  })
}

const lackOf = ({ id, version, document }: Setting, at: Pick<Known, 'kind' | 'key' | 'from'>): Lack => ({
  ...at,
  id,
  version,
  document,
})

/** The fact of that day or the latest before; of two for one day the later word. */
const byFrom = (known: readonly Known[], day: LocalDate): Known | undefined => {
  let found: Known | undefined
  for (const one of known) if (one.from <= day && (!found || found.from <= one.from)) found = one
  return found
}

const memberOn = (path: Path, day: LocalDate): Member | undefined => path.findLast(({ from }) => from <= day) ?? path[0]

const isOurs = (company: State, { kind, id }: Known): boolean =>
  company.settings.some((one) => one.kind === kind && one.id === id)

const versionOf = (company: State, { kind, id }: Known): number =>
  company.settings.findLast((one) => one.kind === kind && one.id === id)?.version ?? 0
