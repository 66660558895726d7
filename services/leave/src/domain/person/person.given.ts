import { specOf } from '@awayday/event-sourcing/testing'
import { days, type LocalDate, type PersonId, parseLocalDate, parsePersonId, weekday } from '@awayday/kernel'
import { STANDARD_APPROVAL } from '../approval/approval-rules.ts'
import { chargesFor } from '../facts/charges-for.ts'
import { starterLeaveTypes } from '../leave-type/starter.ts'
import type { Dates, Range } from '../time/absence.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import type { Event } from './events.ts'
import { factsOf } from './facts-of.ts'
import type { DocumentHash } from './ids.ts'
import { person } from './person.ts'
import type { Place } from './place.ts'
import { STARTER_VERSION, starterName, starterPolicies } from './starter-policies.ts'
import { initial, type State } from './state.ts'

/** Ana works in Lisbon since 2024; Ben approves her leave, Clara is an admin, Dora a colleague. */
export const [ana, ben, clara, dora] = ['ana', 'ben', 'clara', 'dora'].map(who) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
]

export const day = (text: string): LocalDate => {
  const date = parseLocalDate(text)
  if (!date) throw new Error(`not a date: ${text}`)
  return date
}

export const today = day('2026-05-04')

type DayPart = 'whole' | 'am' | 'pm'
type DayRange = Range & { readonly firstPart: DayPart; readonly lastPart: DayPart }

/** `range('2026-06-01', '2026-06-05')`, `range('2026-06-01 pm', '2026-06-05 am')`, `range('2026-06-01 am')`. */
export const range = (first: string, last = first): DayRange => {
  const [start, end] = [endOf(first), endOf(last)]
  return { first: start.day, firstPart: start.part, last: end.day, lastPart: end.part }
}

export const datesOf = (wish: Range): Dates => ({ kind: 'range', ...wish })

export const lisbon: Omit<Place, 'seq'> = {
  team: 'engineering',
  location: 'lisbon',
  country: 'PT',
  zone: 'Europe/Lisbon',
  department: null,
  labels: [],
  approver: ben,
}

export const started = (on = '2024-01-01', place: Partial<Place> = {}, seq = 100): Event => ({
  type: 'EmploymentStarted',
  on: day(on),
  ...lisbon,
  ...place,
  seq,
})

/** Three days a year: soon used up. */
export const terms = (yearly = 3, from = '2024-01-01'): Event => ({
  type: 'TermsApplied',
  policy: 'starter-pt',
  version: 1,
  from: day(from),
  leaveType: 'vacation',
  document: { yearly: days(yearly) },
})

export const employed = [started(), terms()] as const

export const request = (
  id: string,
  wish: Range,
  different: Partial<CommandOf<'Request'>> = {},
): CommandOf<'Request'> => ({
  type: 'Request',
  request: id,
  leaveType: 'vacation',
  dates: datesOf(wish),
  cover: null,
  note: null,
  exception: false,
  certificate: false,
  by: ana,
  on: today,
  as: ['employee'],
  ...different,
})

/** What a request says, of somebody who works Monday to Friday. */
export const requested = (id: string, wish: Range, different: Partial<CommandOf<'Request'>> = {}): Event => {
  const { request: _, type: __, exception, as, ...asking } = { ...request(id, wish, different) }
  const charges = chargesFor(factsOf(always, context.documents), asking.leaveType, asking.dates)
  return { type: 'LeaveRequested', request: id, ...asking, charges, exceptions: [] }
}

/** Whom a request waits for: whoever approves for Ana. */
export const waits = (id: string, on = today): Event => ({
  type: 'ApprovalStarted',
  request: id,
  levels: [{ approvers: [{ kind: 'approver', up: 1 }], need: 'anyOf' }],
  level: 0,
  cover: null,
  by: ana,
  on,
})

/** What Ben does about a request, today. */
export const doing = (id: string, by: PersonId = ben, on: LocalDate = today) => ({ request: id, by, on })
export const approved = (id: string, by: PersonId = ben): Event => ({
  type: 'LeaveApproved',
  ...doing(id, by),
  note: null,
})
export const declined = (id: string): Event => ({ type: 'LeaveDeclined', ...doing(id), note: null })
export const withdrawn = (id: string): Event => ({ type: 'LeaveWithdrawn', ...doing(id, ana) })
export const cancelled = (id: string, by: PersonId = ana): Event => ({ type: 'LeaveCancelled', ...doing(id, by) })

/** What applies in a country, as the application names it: a document by the country's name. */
export const starters = (country: string) => [
  { policy: starterName(country), version: STARTER_VERSION, leaveType: 'vacation', document: hashOf(country) },
]
const countries = ['PT', 'DE', 'US']

/** As long as a hash. */
export const hashOf = (name: string): DocumentHash => `document-${name}`.padEnd(43, '_')

/** A company without rules of its own. Its documents: the starter policies of three countries, and what a test adds. */
export const context: Context = {
  documents: {
    policies: new Map(countries.flatMap((name) => starterPolicies(name).map((policy) => [hashOf(name), policy]))),
    schedules: new Map(),
    calendars: new Map(),
  },
  office: {
    rules: STANDARD_APPROVAL,
    organisation: { people: {}, departments: {}, deputies: [] },
    presence: (_person, on) => (weekday(on) <= 5 ? 'works' : 'free'),
  },
  company: { people: [], departments: {}, leaveTypes: starterLeaveTypes },
  rules: [],
}

export const given = specOf(person(ana, context))
export const givenIn = (world: Context) => specOf(person(ana, world))

/** Employed from long ago, in one place. */
const always: State = {
  ...initial(ana),
  employment: {
    turns: [{ kind: 'started', on: day('2000-01-01'), seq: 1, fact: 0 }],
    places: [{ from: day('2000-01-01'), ...lisbon, seq: 1 }],
  },
}

function who(name: string): PersonId {
  const id = parsePersonId(name)
  if (!id) throw new Error(`not an id: ${name}`)
  return id
}

function endOf(text: string): { readonly day: LocalDate; readonly part: DayPart } {
  const [date = '', part = 'whole'] = text.split(' ')
  if (part !== 'whole' && part !== 'am' && part !== 'pm') throw new Error(`not a part of a day: ${part}`)
  return { day: day(date), part }
}
