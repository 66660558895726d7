import { ok, type PersonId } from '@awayday/kernel'
import { joined } from '#domain/person.ts'
import type { Card } from '#ports/cards.port.ts'
import type { World } from '#ports/world.ts'
import { type Cells, writePeople } from '#wire/csv/people.ts'
import { type Asked, adminsOnly, isAdmin } from '../admins-only.ts'

/** Everybody by id, a row for each place, as a file that brings the same in elsewhere; but for those whose names were forgotten. */
export const exportPeople =
  (world: World) =>
  async ({ actor }: Pick<Asked<unknown>, 'actor'>) => {
    if (!isAdmin(actor)) return adminsOnly
    const { tenant } = actor
    const cards = new Map<PersonId, Card>()
    for await (const { person, card } of world.cards.all(tenant)) cards.set(person, card)
    const [people, teams, departments, locations] = await Promise.all([
      world.views.people(tenant),
      world.views.teams(tenant),
      world.views.departments(tenant),
      world.views.locations(tenant),
    ])
    const rows = people
      .toSorted((a, b) => (a.person < b.person ? -1 : 1))
      .flatMap((view): readonly Cells[] => {
        const card = cards.get(view.person)
        if (!card) return []
        return view.places.map((place) => {
          const location = locations.find(({ id }) => id === place.location)
          return {
            id: view.person,
            name: card.name,
            mail: card.mail,
            team: teams.find(({ id }) => id === place.team)?.name ?? place.team,
            teamId: place.team,
            location: location?.name ?? place.location,
            locationId: place.location,
            country: location?.country ?? null,
            zone: location?.zone ?? null,
            department:
              place.department && (departments.find(({ id }) => id === place.department)?.name ?? place.department),
            departmentId: place.department,
            labels: place.labels.join(' '),
            approver: place.approver,
            joined: joined(view),
            from: place.from,
            left: view.lastDay,
            roles: view.roles.filter((role) => role !== 'employee').join(' '),
          }
        })
      })
    return ok({ csv: await writePeople(rows) })
  }
