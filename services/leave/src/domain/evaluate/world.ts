import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Office } from '../approval/office.ts'
import type { Organisation } from '../approval/organisation.ts'
import { outcomeOf } from '../approval/outcome.ts'
import { presenceBy } from '../approval/presence.ts'
import type { Facts, Leave } from '../facts/facts.ts'
import type { Company } from '../rules/company.ts'
import { approvalAsk, wordsOf } from './approval-words.ts'
import type { Asked, Case, Someone, Status } from './case.ts'
import { askedOnOf } from './dates-known.ts'
import { knownOf, latest } from './known.ts'
import { leavesOf } from './leaves-of.ts'

/** Everybody as known on a day (null: as all is known now), and what decisions are made by. */
export type World = {
  readonly facts: (person: PersonId) => Facts
  readonly everybody: readonly Facts[]
  readonly company: Company
  readonly office: Office
  readonly statusOf: (someone: Someone, asked: Asked) => Status
}

export const worldOf = (given: Case, on: LocalDate | null): World => {
  const organisation = organisationOf(given, on)
  const bare = new Map(given.people.map((someone) => [someone.person, knownOf(someone, on)]))
  const factsBy = (statusOf: World['statusOf']): ReadonlyMap<PersonId, Facts> =>
    new Map(
      given.people.map((someone) => {
        const facts = bare.get(someone.person) ?? knownOf(someone, on)
        const leaves = leavesOf(someone, facts, given.leaveTypes, on, (asked) => standingOf(statusOf(someone, asked)))
        return [someone.person, { ...facts, leaves }]
      }),
    )
  // Who decides is there or not by leave that is decided already: what was said outright, first.
  const outright = factsBy((_, asked) => asked.status ?? (asked.decisions.length > 0 ? 'pending' : 'approved'))
  const statusBy =
    (office: Office): World['statusOf'] =>
    (someone, asked) => {
      if (asked.status !== null) return asked.status
      if (asked.decisions.length === 0) return 'approved'
      const facts = outright.get(someone.person) ?? knownOf(someone, on)
      return decided(office, someone, asked, facts, on)
    }
  const statusOf = statusBy({ rules: given.approval, organisation, presence: presenceBy(outright) })
  const facts = factsBy(statusOf)
  const everybody = given.people.flatMap(({ person }) => facts.get(person) ?? [])
  return {
    facts: (person) => facts.get(person) ?? nobody(person),
    everybody,
    company: { people: everybody, departments: given.departments, leaveTypes: given.leaveTypes },
    office: { rules: given.approval, organisation, presence: presenceBy(facts) },
    statusOf,
  }
}

export const standingOf = (status: Status): Leave['status'] => {
  if (status === 'approved' || status === 'cancelRequested') return 'accepted'
  return status === 'pending' || status === 'partlyApproved' ? 'pending' : 'over'
}

const decided = (office: Office, someone: Someone, asked: Asked, facts: Facts, on: LocalDate | null): Status => {
  const words = wordsOf(someone, asked, facts)
  const last = [askedOnOf(asked), ...words.map((word) => word.on)].reduce((a, b) => ((a ?? '') < (b ?? '') ? b : a))
  const ask = approvalAsk(someone, asked, facts)
  if (!ask || last === undefined) return 'pending'
  const { approval } = outcomeOf(office, ask, words, on ?? last)
  if (approval?.status === 'pending' && approval.waiting.yes.length > 0) return 'partlyApproved'
  return approval?.status ?? 'declined'
}

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
