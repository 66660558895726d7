import { FIRST_DATE, type LocalDate } from '@awayday/kernel'
import type { State } from './company.ts'
import { inForce, leaveTypesIn, type Member, turningDays, wordOn } from './in-force.ts'
import type { ContentHash, Setting } from './setting.ts'

/** Somebody's places, by `from`; the first day of employment is that of the first place. Empty: nobody has said that they are employed. */
export type Path = readonly (Member & { readonly from: LocalDate })[]

/** What holds in a country where no setting of the company does: terms, a schedule, a calendar. */
export type Starter = {
  readonly kind: 'policy' | 'schedule' | 'calendar'
  /** Of a policy; else null. */
  readonly leaveType: string | null
  readonly id: string
  readonly version: number
  readonly document: ContentHash
  /** Whether it holds without being told. */
  readonly isUnsaid: boolean
}
export type Starters = (country: string) => readonly Starter[]

export type Wanted = Omit<Starter, 'kind' | 'leaveType'> & { readonly isStarter: boolean }

/** Something of which a person has one at a time: the policy of a leave type, a schedule, the calendar of a location. */
export type Timeline = {
  readonly kind: Starter['kind']
  readonly key: string
  /** The first day that matters. */
  readonly start: LocalDate
  /** All days on which what is wanted may change, in any order. */
  readonly turns: readonly LocalDate[]
  /** Undefined: nothing is. */
  readonly wantedOn: (day: LocalDate) => Wanted | undefined
}

/** All that a person is to have, wherever they are on their way. */
export const timelinesOf = (company: State, path: Path, starters: Starters): readonly Timeline[] => {
  const [first] = path
  if (!first) return []
  const ofPerson = (kind: 'policy' | 'schedule', leaveType: string | null): Timeline => ({
    kind,
    key: leaveType ?? '',
    start: first.from,
    turns: [...turningDays(company), ...path.map(({ from }) => from)],
    wantedOn: (day) => {
      const member = path.findLast(({ from }) => from <= day) ?? first
      const said = inForce(company, kind, leaveType, member, day)
      return saidBy(said) ?? startedWith(starters(member.country), kind, leaveType)
    },
  })
  const locations = new Map(path.map(({ location, country }) => [location, country]))
  return [
    ...leaveTypesOf(company, path, starters).map((leaveType) => ofPerson('policy', leaveType)),
    ofPerson('schedule', null),
    ...[...locations].map(
      ([location, country]): Timeline => ({
        kind: 'calendar',
        key: location,
        start: FIRST_DATE, // what is earned may depend on days before the first of employment
        turns: turningDays(company),
        wantedOn: (day) =>
          saidBy(wordOn(company, { kind: 'calendar', id: location }, day)) ??
          startedWith(starters(country), 'calendar', null),
      }),
    ),
  ]
}

const leaveTypesOf = (company: State, path: Path, starters: Starters): readonly string[] => {
  const started = [...new Set(path.map(({ country }) => country))].flatMap(starters)
  return [
    ...new Set([
      ...leaveTypesIn(company),
      ...started.flatMap(({ leaveType }) => (leaveType === null ? [] : [leaveType])),
    ]),
  ]
}

const saidBy = (setting: Setting | undefined): Wanted | undefined => {
  if (!setting || setting.document === null) return undefined
  const { id, version, document } = setting
  return { id, version, document, isUnsaid: false, isStarter: false }
}

const startedWith = (
  starters: readonly Starter[],
  kind: Starter['kind'],
  leaveType: string | null,
): Wanted | undefined => {
  const starter = starters.find((one) => one.kind === kind && one.leaveType === leaveType)
  return starter && { ...starter, isStarter: true }
}
