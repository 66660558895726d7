import { field } from '@awayday/edge'
import { type Actor, ok } from '@awayday/kernel'
import * as v from 'valibot'
import {
  showCompany,
  showDepartments,
  showLocations,
  showMe,
  showPeople,
  showTeams,
} from '#application/show-company.ts'
import type { DirectoryWorld } from '#composition/compose.ts'
import { problems } from './problems.ts'

/** Whoever is signed in may ask these, about their own company and nothing else. */
const shown = <Shown>(show: (world: DirectoryWorld) => (actor: Actor) => Promise<Shown>) =>
  field({
    arguments: v.strictObject({}),
    run: async (world: DirectoryWorld, { actor }) => ok(await show(world)(actor)),
    problems: {},
  })

export const queries = {
  'Query.company': shown(showCompany),
  'Query.me': shown(showMe),
  'Query.people': shown(showPeople),
  'Query.teams': shown(showTeams),
  'Query.departments': shown(showDepartments),
  'Query.locations': shown(showLocations),
  'Query.exportDepartments': field({
    arguments: v.strictObject({}),
    run: async (world: DirectoryWorld, { actor }) => {
      const { exportDepartments } = await import('#application/csv/export-departments.ts')
      return exportDepartments(world)({ actor })
    },
    problems,
  }),
  'Query.exportPeople': field({
    arguments: v.strictObject({}),
    run: async (world: DirectoryWorld, { actor }) => {
      const { exportPeople } = await import('#application/csv/export-people.ts')
      return exportPeople(world)({ actor })
    },
    problems,
  }),
}
