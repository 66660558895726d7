import type { Actor, LocalDate, PersonId, Role } from '@awayday/kernel'
import { isKnown, joined, placeOn } from '#domain/person.ts'
import type { DepartmentView, LocationView, PersonView, TeamView } from '#domain/views.ts'
import type { Card } from '#ports/cards.port.ts'
import type { World } from '#ports/world.ts'
import { loadCompany, loadPerson } from './load.ts'
import { todayOf } from './presence.ts'

/** What the schema calls a Person: places as of today, names from cards. */
export type PersonShown = {
  readonly id: PersonId
  readonly name: string
  readonly mail: string | null
  readonly team: string
  readonly location: string
  readonly department: string | null
  /** Only for themselves, their approver, HR and admins: what people are known by may say more than peers should know. */
  readonly labels: readonly string[] | null
  readonly approver: PersonId | null
  readonly roles: readonly Role[]
  readonly joined: LocalDate
  readonly left: LocalDate | null
}

export const showCompany = (world: World) => async (actor: Actor) => ({
  id: actor.tenant,
  name: (await loadCompany(world, actor.tenant)).name ?? actor.tenant,
  today: await today(world, actor),
  demo: world.demo,
})

/** From the streams: somebody just added sees themselves at once. */
export const showMe =
  (world: World) =>
  async (actor: Actor): Promise<PersonShown> => {
    const { tenant, person } = actor
    const [state, { card }] = await Promise.all([loadPerson(world, tenant, person), world.cards.load(tenant, person)])
    if (!isKnown(state)) throw new Error('somebody signed in is unknown')
    const lastDay = state.status === 'leaving' ? state.lastDay : null
    const view = { person, places: state.places, lastDay, roles: actor.roles }
    return shown(view, card, await todayOf(world, tenant, state), actor)
  }

/** Everybody by name, those who left included. */
export const showPeople =
  (world: World) =>
  async (actor: Actor): Promise<readonly PersonShown[]> => {
    const cards = new Map<PersonId, Card>()
    for await (const { person, card } of world.cards.all(actor.tenant)) cards.set(person, card)
    const [people, day] = await Promise.all([world.views.people(actor.tenant), today(world, actor)])
    return people.map((view) => shown(view, cards.get(view.person), day, actor)).sort(byName)
  }

export const showTeams =
  (world: World) =>
  async (actor: Actor): Promise<readonly TeamView[]> =>
    [...(await world.views.teams(actor.tenant))].sort(byName)

export const showDepartments =
  (world: World) =>
  async (actor: Actor): Promise<readonly DepartmentView[]> =>
    [...(await world.views.departments(actor.tenant))].sort(byName)

export const showLocations =
  (world: World) =>
  async (actor: Actor): Promise<readonly LocationView[]> =>
    [...(await world.views.locations(actor.tenant))].sort(byName)

/** Stands for a name whose card was purged. */
const NAMELESS = 'Removed person'

const shown = (view: PersonView, card: Card | undefined, day: LocalDate, viewer: Actor): PersonShown => {
  const { team, location, department, labels, approver } = placeOn(view, day)
  const maySeeMail = viewer.person === view.person || viewer.roles.includes('admin')
  const maySeeLabels = maySeeMail || viewer.person === approver || viewer.roles.includes('hr')
  return {
    id: view.person,
    name: card?.name ?? NAMELESS,
    mail: maySeeMail ? (card?.mail ?? null) : null,
    team,
    location,
    department,
    labels: maySeeLabels ? labels : null,
    approver,
    roles: view.roles,
    joined: joined(view),
    left: view.lastDay,
  }
}

const today = async (world: World, { tenant, person }: Actor): Promise<LocalDate> => {
  const state = await loadPerson(world, tenant, person)
  if (!isKnown(state)) throw new Error('somebody signed in is unknown')
  return todayOf(world, tenant, state)
}

const byName = (
  a: { readonly name: string; readonly id: string },
  b: { readonly name: string; readonly id: string },
) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1)
