import type { Decider } from '@awayday/event-sourcing/decider'
import { err, type LocalDate, ok, type PersonId, unreachable } from '@awayday/kernel'

/** Where somebody works from a day on, and who decides their requests there. */
export type Place = {
  readonly from: LocalDate
  readonly team: string
  readonly location: string
  /** Null: in none. */
  readonly department: string | null
  /** What rules may know them by; no word twice. */
  readonly labels: readonly string[]
  readonly approver: PersonId | null
}

/** What other streams have against a command: found out before, weighed here, so that a repeated command is answered alike. */
type Weighing<R> = { readonly against: R | null }

export type Command =
  | ({ readonly type: 'Join' } & Place & Weighing<Misplaced | MailTaken>)
  | ({ readonly type: 'Move' } & Place & Weighing<Misplaced>)
  /** `on` is the last day of employment. */
  | ({ readonly type: 'EndEmployment'; readonly on: LocalDate } & Weighing<StillAdmin>)
  /** Somebody else wants the mail this person had reserved and never used. */
  | { readonly type: 'LetMailLapse' }

export type Event =
  | ({ readonly type: 'PersonJoined' } & Place)
  | ({ readonly type: 'PersonMoved' } & Place)
  | { readonly type: 'PersonLeft'; readonly on: LocalDate }
  | { readonly type: 'MailLapsed' }

export type Employed = {
  /** By their first day, never empty, no day twice. */
  readonly places: readonly [Place, ...Place[]]
}
export type State =
  | { readonly status: 'unknown' }
  /** Lost the mail before coming into being; can never join any more. */
  | { readonly status: 'lapsed' }
  | (Employed & { readonly status: 'employed' })
  | (Employed & { readonly status: 'leaving'; readonly lastDay: LocalDate })

export type Misplaced =
  | { readonly type: 'UnknownTeam'; readonly team: string }
  | { readonly type: 'UnknownLocation'; readonly location: string }
  | { readonly type: 'UnknownDepartment'; readonly department: string }
  | { readonly type: 'UnknownApprover'; readonly approver: PersonId }
export type MailTaken = { readonly type: 'MailTaken' }
export type StillAdmin = { readonly type: 'StillAdmin'; readonly person: PersonId }
export type UnknownPerson = { readonly type: 'UnknownPerson'; readonly person: PersonId }
export type AlreadyLeft = { readonly type: 'AlreadyLeft'; readonly lastDay: LocalDate }
export type Rejection =
  | Misplaced
  | MailTaken
  | StillAdmin
  | UnknownPerson
  | AlreadyLeft
  | { readonly type: 'AlreadyJoined'; readonly joined: LocalDate }
  | { readonly type: 'TooEarly'; readonly earliest: LocalDate }
  | { readonly type: 'OwnApprover' }

export const person = (id: PersonId): Decider<Command, Event, State, Rejection> => ({
  initial,

  decide: (command, state) => {
    switch (command.type) {
      case 'Join':
        if (state.status === 'lapsed') return err({ type: 'MailTaken' })
        if (isKnown(state)) return samePlace(state.places[0], command) ? ok([]) : alreadyJoined(state)
        if (command.approver === id) return err({ type: 'OwnApprover' })
        if (command.against) return err(command.against)
        return ok([{ type: 'PersonJoined', ...placeOf(command) }])
      case 'Move': {
        if (!isKnown(state)) return err({ type: 'UnknownPerson', person: id })
        const latest = latestPlace(state)
        if (samePlace(latest, command)) return ok([])
        if (command.approver === id) return err({ type: 'OwnApprover' })
        if (state.status === 'leaving' && command.from > state.lastDay) return alreadyLeft(state)
        if (command.from < latest.from) return err({ type: 'TooEarly', earliest: latest.from })
        if (command.against) return err(command.against)
        return ok([{ type: 'PersonMoved', ...placeOf(command) }])
      }
      case 'EndEmployment':
        if (!isKnown(state)) return err({ type: 'UnknownPerson', person: id })
        if (state.status === 'leaving') return state.lastDay === command.on ? ok([]) : alreadyLeft(state)
        if (command.on < joined(state)) return err({ type: 'TooEarly', earliest: joined(state) })
        if (command.against) return err(command.against)
        return ok([{ type: 'PersonLeft', on: command.on }])
      case 'LetMailLapse':
        if (isKnown(state)) return err({ type: 'MailTaken' })
        return state.status === 'lapsed' ? ok([]) : ok([{ type: 'MailLapsed' }])
      default:
        return unreachable(command)
    }
  },

  evolve,
})

/** What a person's past makes of them; the same whoever it is. */
export const initial: State = { status: 'unknown' }
export const evolve = (state: State, event: Event): State => {
  switch (event.type) {
    case 'PersonJoined':
      return { status: 'employed', places: [placeOf(event)] }
    case 'PersonMoved':
      return isKnown(state) ? { ...state, places: moved(state, placeOf(event)) } : state
    case 'PersonLeft':
      return isKnown(state) ? { status: 'leaving', places: state.places, lastDay: event.on } : state
    case 'MailLapsed':
      return { status: 'lapsed' }
    default:
      return unreachable(event)
  }
}

export const isKnown = (state: State): state is Extract<State, Employed> =>
  state.status === 'employed' || state.status === 'leaving'

/** The first day of employment. */
export const joined = ({ places }: Employed): LocalDate => places[0].from

/** Where somebody works on a day; before their first day, where they will start. */
export const placeOn = ({ places }: Employed, day: LocalDate): Place =>
  places.findLast(({ from }) => from <= day) ?? places[0]

export const hasLeftBy = (state: State, day: LocalDate): boolean => state.status === 'leaving' && state.lastDay < day

export const latestPlace = ({ places }: Employed): Place => places.at(-1) ?? places[0]

const alreadyJoined = (state: Employed) => err({ type: 'AlreadyJoined', joined: joined(state) } as const)
const alreadyLeft = ({ lastDay }: { readonly lastDay: LocalDate }) => err({ type: 'AlreadyLeft', lastDay } as const)

/** A move on the day of an earlier one takes its place: a correction. */
const moved = (state: Employed, place: Place): Employed['places'] => {
  const [first, ...rest] = [...state.places.filter(({ from }) => from < place.from), place]
  return first ? [first, ...rest] : [place]
}

const placeOf = ({ from, team, location, department, labels, approver }: Place): Place => ({
  from,
  team,
  location,
  department,
  labels,
  approver,
})

const samePlace = (a: Place, b: Place): boolean => a.from === b.from && isSamePlace(a, b)

/** Whether two places say the same, whenever they begin. The order of labels means nothing. */
export const isSamePlace = (a: Omit<Place, 'from'>, b: Omit<Place, 'from'>): boolean =>
  a.team === b.team &&
  a.location === b.location &&
  a.department === b.department &&
  a.approver === b.approver &&
  a.labels.length === b.labels.length &&
  a.labels.every((label) => b.labels.includes(label))
