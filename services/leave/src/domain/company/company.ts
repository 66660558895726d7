import type { Decider } from '@awayday/event-sourcing/decider'
import { err, type LocalDate, ok, type PersonId } from '@awayday/kernel'
import type { AppliesTo, Saved, Setting, Version } from './setting.ts'

/** One stream holds all settings of a company, so that what was saved has one order, and a preview knows what it was made on. */
export type Command = {
  readonly type: 'Save'
  readonly by: PersonId
  readonly on: LocalDate
  /** The last version that whoever saves has seen. */
  readonly seen: Version
} & Saved

export type Event = { readonly type: 'SettingSaved'; readonly by: PersonId; readonly on: LocalDate } & Setting

/** In the order they were saved. */
export type State = { readonly settings: readonly Setting[] }

export type Rejection =
  /** Somebody else saved in between: look again, and save on top of theirs. */
  | { readonly type: 'SettingsMoved'; readonly seen: Version; readonly version: Version }
  | { readonly type: 'UnknownSetting'; readonly kind: string; readonly setting: string }
  /** A calendar is that of a location, for everybody there, whose id it has. */
  | { readonly type: 'CalendarOfLocation'; readonly setting: string }
  /** A policy keeps its leave type. */
  | { readonly type: 'OtherLeaveType'; readonly setting: string; readonly leaveType: string }

export const company: Decider<Command, Event, State, Rejection> = {
  initial: { settings: [] },

  decide: ({ type, by, on, seen, ...wish }, state) => {
    const last = latest(state, wish)
    const saved = wish.document === null && last ? { ...wish, leaveType: last.leaveType } : wish
    if (last && same(last, saved)) return ok([])
    const version = state.settings.length
    if (seen !== version) return err({ type: 'SettingsMoved', seen, version })
    if (!last && saved.document === null) return err({ type: 'UnknownSetting', kind: saved.kind, setting: saved.id })
    if (saved.kind === 'calendar' && !isOfLocation(saved)) return err({ type: 'CalendarOfLocation', setting: saved.id })
    if (last && last.leaveType !== saved.leaveType)
      return err({ type: 'OtherLeaveType', setting: saved.id, leaveType: last.leaveType ?? '' })
    return ok([{ type: 'SettingSaved', by, on, ...saved, version: version + 1 }])
  },

  evolve: (state, { type, by, on, ...setting }) => ({ settings: [...state.settings, setting] }),
}

/** The last word about one setting. */
export const latest = (state: State, { kind, id }: Pick<Saved, 'kind' | 'id'>): Setting | undefined =>
  state.settings.findLast((one) => one.kind === kind && one.id === id)

const isOfLocation = ({ id, appliesTo: { locations, ...others } }: Saved): boolean =>
  (locations === undefined || sameList(locations, [id])) && Object.keys(others).length === 0

const same = (a: Saved, b: Saved): boolean =>
  a.document === b.document &&
  a.from === b.from &&
  a.leaveType === b.leaveType &&
  lists.every((list) => sameList(a.appliesTo[list], b.appliesTo[list]))

const lists = ['persons', 'teams', 'locations', 'countries'] as const satisfies readonly (keyof AppliesTo)[]
const sameList = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a === b || (a?.length === b?.length && a?.every((one, n) => one === b?.[n]) === true)
