import { FIRST_DATE } from '@awayday/kernel'
import type { Office } from '../approval/office.ts'
import type { Member } from '../approval/organisation.ts'
import { periods } from './employment.ts'
import { stayIn } from './place.ts'
import type { State } from './state.ts'

/**
 * Who decides, with what the person's own stream says about them in place of what others have heard of it. Those who approve
 * for them and whom nobody else has spoken of are taken to be there.
 */
export const officeOf = (office: Office, state: State): Office => {
  const { people } = office.organisation
  const known = Object.hasOwn(people, state.owner) ? people[state.owner] : undefined
  const approvers = approversOf(state).filter(({ person }) => !Object.hasOwn(people, person))
  const added = [...approvers, memberOf(state, known?.roles ?? [])].map((member) => [member.person, member] as const)
  return {
    ...office,
    organisation: { ...office.organisation, people: { ...people, ...Object.fromEntries(added) } },
  }
}

/** Where somebody's own stream says that they belong. */
export const memberOf = ({ owner, employment }: State, roles: readonly string[]): Member => ({
  person: owner,
  places: employment.places.map((place) => ({ ...stayIn(place), approver: place.approver })),
  employment: periods(employment).map(({ from, until }) => ({ from, until })),
  roles,
})

const approversOf = ({ owner, employment }: State): readonly Member[] =>
  [...new Set(employment.places.map(({ approver }) => approver))]
    .filter((person) => person !== null)
    .filter((person) => person !== owner)
    .map((person) => ({
      person,
      places: [],
      employment: [{ from: FIRST_DATE, until: null }],
      roles: [],
    }))
