import { utcDate } from '@awayday/clock/zone'
import type { PersonId, Role, TenantId } from '@awayday/kernel'
import { placeOn } from '#domain/person.ts'
import type { PersonView } from '#domain/views.ts'
import type { World } from '#ports/world.ts'

export type DemoPerson = {
  readonly person: PersonId
  readonly name: string
  /** The most they may do. */
  readonly role: Role
  /** The team's name. */
  readonly team: string
}

/**
 * Who a demo's visitor may be: first an employee, then the approver of that very employee, then an admin, so that a request
 * can be followed through; after them everybody else who works there, by name.
 */
export const demoPeople =
  (world: World) =>
  async (tenant: TenantId): Promise<readonly DemoPerson[]> => {
    const names = new Map<PersonId, string>()
    for await (const { person, card } of world.cards.all(tenant)) names.set(person, card.name)
    const [views, teams] = await Promise.all([world.views.people(tenant), world.views.teams(tenant)])
    const today = utcDate(world.clock.now())
    const people = views
      .filter(({ person, lastDay }) => names.has(person) && (lastDay === null || lastDay >= today))
      .map((view) => {
        const { team, approver } = placeOn(view, today)
        return {
          view,
          approver,
          name: names.get(view.person) ?? '',
          team: teams.find(({ id }) => id === team)?.name ?? '',
        }
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1))

    const roleOf = (person: PersonId | null) => views.filter((view) => view.person === person).map(highest)[0]
    const employee = people.find(
      ({ view, approver }) => highest(view) === 'employee' && roleOf(approver) === 'approver',
    )
    const approver = people.find(({ view }) => view.person === employee?.approver)
    const admin = people.find(({ view }) => highest(view) === 'admin')
    const first = [employee, approver, admin].filter((choice) => choice !== undefined)
    return [...new Set([...first, ...people])].map(({ view, name, team }) => ({
      person: view.person,
      name,
      role: highest(view),
      team,
    }))
  }

const highest = ({ roles }: PersonView): Role => roles.at(-1) ?? 'employee'
