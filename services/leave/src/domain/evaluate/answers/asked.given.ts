import type { LocalDate, PersonId } from '@awayday/kernel'
import { STANDARD_APPROVAL } from '../../approval/approval-rules.ts'
import type { Post } from '../../approval/organisation.ts'
import { date, type Given, person } from '../../entitlement/earning.given.ts'
import { starterLeaveTypes } from '../../leave-type/starter.ts'
import type { Part } from '../../time/absence.ts'
import type { DayPlan, Schedule } from '../../time/schedule.ts'
import type { Answer } from '../answer.ts'
import type { Asked, Case, Recorded, Someone } from '../case.ts'
import { evaluate } from '../evaluate.ts'
import type { Ask } from '../question.ts'

type Also = Partial<Pick<Someone, 'leaves' | 'roles' | 'units'>> & {
  readonly id?: string
  readonly posts?: readonly Post[]
}

const known = <T>(all: readonly T[]): readonly Recorded<T>[] => all.map((it) => ({ recordedOn: null, it }))

/** Ana, employed since 2020, or somebody else: with their facts, all of them always known. Monday to Friday, but for what is said. */
export const someone = (given: Given = {}, { id = 'ana', posts, ...also }: Also = {}): Someone => {
  const facts = person({ schedules: [['2000-01-01', MON_TO_FRI]], ...given })
  return {
    person: id as PersonId,
    roles: [],
    calendars: facts.calendars,
    employment: known(facts.employment),
    places: known(posts ?? facts.places.map((stay) => ({ ...stay, approver: null }))),
    schedules: known(facts.schedules),
    policies: known(facts.policies),
    credits: known(facts.credits),
    payOuts: known(facts.payOuts),
    worked: known(facts.worked),
    closedYears: known(facts.closedYears),
    leaves: [],
    units: {},
    ...also,
  }
}

/** A place whose approver is somebody. */
export const post = (from: string, approver: string, location = 'Berlin'): Post => ({
  from: date(from),
  location,
  department: '',
  team: '',
  labels: [],
  approver: approver as PersonId,
})

/** Leave of these days, approved, and asked for in the order in which it is given. */
export const asked = (id: string, first: string, last: string = first, also: Partial<Asked> = {}): Asked => ({
  id,
  leaveType: 'vacation',
  dates: range(first, last),
  recordedOn: null,
  askedOn: null,
  by: 'ana' as PersonId,
  status: null,
  charges: null,
  decisions: [],
  edits: [],
  cancelledDays: [],
  certificate: null,
  reason: false,
  cover: null,
  fact: id,
  ...also,
})

export const range = (first: string, last: string = first, firstPart: Part = 'whole', lastPart = firstPart) =>
  ({ kind: 'range', first: date(first), firstPart, last: date(last), lastPart }) as const

/** What a document with these people answers to a question about Ana. */
export const answerTo = <A extends Ask>(
  ask: A,
  people: Someone | readonly Someone[],
  also: Partial<Case> = {},
): Answer => {
  const given: Case = {
    people: 'person' in people ? [people] : people,
    departments: {},
    deputies: [],
    leaveTypes: starterLeaveTypes,
    rules: [],
    approval: STANDARD_APPROVAL,
    ...also,
  }
  return evaluate(given, [{ id: null, ...ask }])[0] ?? {}
}

export const ana = 'ana' as PersonId

/** The members that most questions share. */
export const ofVacation = { person: ana, leaveType: 'vacation', knownOn: null } as const
export const span = (first: string, last: string): { readonly first: LocalDate; readonly last: LocalDate } => ({
  first: date(first),
  last: date(last),
})

const WORK: DayPlan = { halves: 'whole', minutes: 480, times: [] }
const OFF: DayPlan = { halves: 'none', minutes: 0, times: [] }
const MON_TO_FRI: Schedule = {
  anchor: date('2024-01-01'),
  firstWeekday: 1,
  weeks: [[WORK, WORK, WORK, WORK, WORK, OFF, OFF]],
  noon: 720,
  fte: 10_000,
}
