import type { LocalDate, PersonId } from '@awayday/kernel'
import type { State } from './company.ts'
import type { AppliesTo, Setting, SettingKind } from './setting.ts'

/** Where somebody is on a day, as far as settings ask. */
export type Member = {
  readonly person: PersonId
  readonly team: string
  readonly location: string
  readonly country: string
}

/** The setting of a kind (and of a leave type, for policies) that holds for somebody on a day, where several could and one does. */
export const inForce = (
  state: State,
  kind: SettingKind,
  leaveType: string | null,
  member: Member,
  day: LocalDate,
): Setting | undefined => allInForce(state, kind, member, day).find((one) => one.leaveType === leaveType)

/** All settings of a kind that hold for somebody on a day: what is meant most closely first, and of that what was saved last. */
export const allInForce = (state: State, kind: SettingKind, member: Member, day: LocalDate): readonly Setting[] =>
  ofDay(state, kind, day)
    .filter((one) => one.document !== null && applies(one.appliesTo, member))
    .toSorted((a, b) => closeness(b.appliesTo) - closeness(a.appliesTo) || b.version - a.version)

/** The last word about one setting for a day: whatever was saved later for an earlier day holds for it too. */
export const wordOn = (
  { settings }: State,
  { kind, id }: Pick<Setting, 'kind' | 'id'>,
  day: LocalDate,
): Setting | undefined => settings.findLast((one) => one.kind === kind && one.id === id && one.from <= day)

/** The days on which what holds may change by what was saved, besides moves. */
export const turningDays = (state: State): readonly LocalDate[] => [
  ...new Set(state.settings.map(({ from }) => from).toSorted()),
]

/** The leave types that any policy was ever for. */
export const leaveTypesIn = (state: State): readonly string[] => [
  ...new Set(state.settings.flatMap(({ leaveType }) => (leaveType === null ? [] : [leaveType]))),
]

/** Of each setting, the last word about that day. */
const ofDay = ({ settings }: State, kind: SettingKind, day: LocalDate): readonly Setting[] => {
  const byId = new Map<string, Setting>()
  for (const one of settings) if (one.kind === kind && one.from <= day) byId.set(one.id, one)
  return [...byId.values()]
}

const applies = ({ persons, teams, locations, countries }: AppliesTo, member: Member): boolean =>
  (persons?.includes(member.person) ?? true) &&
  (teams?.includes(member.team) ?? true) &&
  (locations?.includes(member.location) ?? true) &&
  (countries?.includes(member.country) ?? true)

/** Named persons before teams, teams before locations, locations before countries, all of them before everybody. */
const closeness = ({ persons, teams, locations, countries }: AppliesTo): number =>
  (persons ? 8 : 0) + (teams ? 4 : 0) + (locations ? 2 : 0) + (countries ? 1 : 0)
