import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Office } from '../approval/office.ts'
import type { Organisation } from '../approval/organisation.ts'
import { presenceBy } from '../approval/presence.ts'
import type { Facts } from '../facts/facts.ts'
import type { Company } from '../rules/company.ts'
import type { ChargedBy } from './approval-words.ts'
import type { Asked, Case, Someone } from './case.ts'
import { datesKnown } from './dates-known.ts'
import { decided, type Now, outright, type StatusNow, said, sicknessIn, standingOf } from './how-it-stands.ts'
import { knownOf, latest } from './known.ts'
import { acceptedBy, type Known, knownLeaves, leavesOf, type Standing } from './leaves-of.ts'

/** Everybody as known on a day (null: as all is known now), and what decisions are made by. */
export type World = {
  readonly facts: (person: PersonId) => Facts
  readonly everybody: readonly Facts[]
  readonly company: Company
  readonly office: Office
  readonly statusOf: (someone: Someone, asked: Asked) => StatusNow
  /** What a leave is charged by when it is asked for, or changed. */
  readonly chargedBy: (someone: Someone, asked: Asked) => ChargedBy
}

type NowOf = (someone: Someone, asked: Asked) => Now
type KnownLeaves = ReadonlyMap<PersonId, readonly Known[]>

export const worldOf = (given: Case, on: LocalDate | null): World => {
  const organisation = organisationOf(given, on)
  const bare = new Map(given.people.map((someone) => [someone.person, knownOf(someone, on)]))
  const factsOf = (someone: Someone): Facts => bare.get(someone.person) ?? knownOf(someone, on)
  const knownBy = (nowOf: NowOf): KnownLeaves =>
    new Map(
      given.people.map((someone) => {
        const standing: Standing = (asked) => {
          const { status, dates, ...now } = nowOf(someone, asked)
          return { ...now, status: standingOf(status), dates: dates ?? datesKnown(asked, on) }
        }
        return [someone.person, knownLeaves(someone, on, standing)]
      }),
    )
  const factsBy = (known: KnownLeaves): ReadonlyMap<PersonId, Facts> =>
    new Map(
      given.people.map((someone) => {
        const facts = factsOf(someone)
        const leaves = leavesOf(known.get(someone.person) ?? [], someone, facts, given.leaveTypes)
        return [someone.person, { ...facts, leaves }]
      }),
    )
  const chargedBy =
    (known: KnownLeaves): World['chargedBy'] =>
    (someone, asked) => ({
      facts: factsOf(someone),
      accepted: (by) => acceptedBy(known.get(someone.person) ?? [], someone, asked, by),
    })
  // Who decides is there or not by leave that is decided already: what was said outright, first. So is what other leave is charged beside;
  // once more, beside what was decided by that.
  const outrightKnown = knownBy((_, asked) => said(asked) ?? outright('pending'))
  const office = { rules: given.approval, organisation, presence: presenceBy(factsBy(outrightKnown)) }
  const nowBeside =
    (known: KnownLeaves): NowOf =>
    (someone, asked) =>
      said(asked) ??
      decided(office, someone, asked, chargedBy(known)(someone, asked), sicknessIn(someone, given.leaveTypes), on)
  const nowOf = nowBeside(knownBy(nowBeside(outrightKnown)))
  const known = knownBy(nowOf)
  const facts = factsBy(known)
  const everybody = given.people.flatMap(({ person }) => facts.get(person) ?? [])
  return {
    facts: (person) => facts.get(person) ?? nobody(person),
    everybody,
    company: { people: everybody, departments: given.departments, leaveTypes: given.leaveTypes },
    office: { rules: given.approval, organisation, presence: presenceBy(facts) },
    statusOf: (someone, asked) => nowOf(someone, asked).status,
    chargedBy: chargedBy(known),
  }
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
