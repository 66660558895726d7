import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Office } from '../approval/office.ts'
import type { Organisation } from '../approval/organisation.ts'
import { outcomeOf } from '../approval/outcome.ts'
import { presenceBy } from '../approval/presence.ts'
import type { Facts, Leave } from '../facts/facts.ts'
import type { LeaveType } from '../leave-type/leave-type.ts'
import type { Company } from '../rules/company.ts'
import type { Dates } from '../time/absence.ts'
import { approvalAsk, wordsOf } from './approval-words.ts'
import type { Asked, Case, Someone, Status } from './case.ts'
import { datesKnown } from './dates-known.ts'
import { knownOf, latest } from './known.ts'
import { leavesOf } from './leaves-of.ts'

/** Everybody as known on a day (null: as all is known now), and what decisions are made by. */
export type World = {
  readonly facts: (person: PersonId) => Facts
  readonly everybody: readonly Facts[]
  readonly company: Company
  readonly office: Office
  readonly statusOf: (someone: Someone, asked: Asked) => StatusNow
}

/** A document says what a leave is; that a change of it waits follows from what was said about it. */
export type StatusNow = Status | 'changeRequested'

/** How a leave stands. `dates` null: as all its changes have made it, nobody had to approve them. `proposed`: what waits for approval. */
type Now = {
  readonly status: StatusNow
  readonly dates: Dates | null
  readonly proposed: Dates | null
  /** Null: when it was asked for, if it was accepted. */
  readonly acceptedOn: LocalDate | null
}
type NowOf = (someone: Someone, asked: Asked) => Now

export const worldOf = (given: Case, on: LocalDate | null): World => {
  const organisation = organisationOf(given, on)
  const bare = new Map(given.people.map((someone) => [someone.person, knownOf(someone, on)]))
  const factsBy = (nowOf: NowOf): ReadonlyMap<PersonId, Facts> =>
    new Map(
      given.people.map((someone) => {
        const facts = bare.get(someone.person) ?? knownOf(someone, on)
        const leaves = leavesOf(someone, facts, given.leaveTypes, on, (asked) => {
          const { status, dates, ...now } = nowOf(someone, asked)
          return { ...now, status: standingOf(status), dates: dates ?? datesKnown(asked, on) }
        })
        return [someone.person, { ...facts, leaves }]
      }),
    )
  // Who decides is there or not by leave that is decided already: what was said outright, first.
  const known = factsBy((_, asked) => said(asked) ?? outright('pending'))
  const nowBy =
    (office: Office): NowOf =>
    (someone, asked) => {
      const facts = known.get(someone.person) ?? knownOf(someone, on)
      return said(asked) ?? decided(office, someone, asked, facts, sicknessIn(someone, given.leaveTypes), on)
    }
  const nowOf = nowBy({ rules: given.approval, organisation, presence: presenceBy(known) })
  const facts = factsBy(nowOf)
  const everybody = given.people.flatMap(({ person }) => facts.get(person) ?? [])
  return {
    facts: (person) => facts.get(person) ?? nobody(person),
    everybody,
    company: { people: everybody, departments: given.departments, leaveTypes: given.leaveTypes },
    office: { rules: given.approval, organisation, presence: presenceBy(facts) },
    statusOf: (someone, asked) => nowOf(someone, asked).status,
  }
}

/** What a leave was said to be outright; without decisions it is approved. */
const said = ({ status, decisions }: Asked): Now | undefined => {
  if (status !== null) return outright(status)
  return decisions.length === 0 ? outright('approved') : undefined
}

const outright = (status: Status): Now => ({ status, dates: null, proposed: null, acceptedOn: null })

const standingOf = (status: StatusNow): Leave['status'] => {
  if (status === 'approved' || status === 'cancelRequested' || status === 'changeRequested') return 'accepted'
  return status === 'pending' || status === 'partlyApproved' ? 'pending' : 'over'
}

const decided = (
  office: Office,
  someone: Someone,
  asked: Asked,
  facts: Facts,
  sickness: readonly Asked[],
  on: LocalDate | null,
): Now => {
  const ask = approvalAsk(someone, asked, facts)
  if (!ask) return outright('pending')
  const words = wordsOf(office, ask, asked, facts, sickness)
  const last = [ask, ...words]
    .map((said) => said.on)
    .toSorted()
    .at(-1)
  const { approval, wish, proposed, log } = outcomeOf(office, ask, words, on ?? last ?? ask.on)
  const accepted = log.find((entry) => entry.kind === 'event' && entry.event.type === 'LeaveApproved')
  const acceptedOn = accepted?.kind === 'event' ? accepted.event.on : null
  const now = { dates: wish.dates, proposed: proposed?.dates ?? null, acceptedOn }
  if (approval?.status === 'pending' && approval.waiting.yes.length > 0) return { status: 'partlyApproved', ...now }
  return { status: approval?.status ?? 'declined', ...now }
}

/** Sickness of somebody that nobody has to decide about. */
export const sicknessIn = ({ leaves }: Someone, leaveTypes: readonly LeaveType[]): readonly Asked[] =>
  leaves.filter(
    (asked) =>
      said(asked)?.status === 'approved' && leaveTypes.find(({ id }) => id === asked.leaveType)?.sickness !== null,
  )

const organisationOf = (given: Case, on: LocalDate | null): Organisation => ({
  people: Object.fromEntries(
    given.people.map((someone) => [
      someone.person,
      {
        person: someone.person,
        places: latest(someone.places, on, ({ from }) => from),
        employment: latest(someone.employment, on, ({ from }) => from),
        roles: someone.roles,
      },
    ]),
  ),
  departments: given.departments,
  deputies: given.deputies,
})

const nobody = (person: PersonId): Facts => ({
  person,
  places: [],
  calendars: {},
  schedules: [],
  employment: [],
  policies: [],
  leaves: [],
  credits: [],
  payOuts: [],
  worked: [],
  closedYears: [],
})
