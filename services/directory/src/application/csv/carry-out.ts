import { type CommandMeta, handle } from '@awayday/event-sourcing'
import { inTurns, type Refusal, type Result } from '@awayday/kernel'
import type { Change } from '#domain/csv/change.ts'
import type { Plan } from '#domain/csv/plan-people.ts'
import { wavesOf } from '#domain/csv/waves.ts'
import { departments } from '#domain/departments.ts'
import { location } from '#domain/location.ts'
import type { Place } from '#domain/person.ts'
import { team } from '#domain/team.ts'
import type { World } from '#ports/world.ts'
import { departmentsCodec, locationCodec, teamCodec } from '#wire/events.ts'
import { joinPerson } from '../add-person.ts'
import type { Asked } from '../admins-only.ts'
import { grantRole } from '../change-role.ts'
import { endEmployment } from '../end-employment.ts'
import { movePerson } from '../move-person.ts'
import { departmentsStream, locationStream, teamStream } from '../streams.ts'
import { rename } from './rename.ts'
import { type CsvProblem, changedMeanwhile, type Written } from './report.ts'

/** Carries a plan out, as the use cases would one by one. What somebody else changed meanwhile is told by row. */
export const carryOut = async (world: World, by: Omit<Asked<unknown>, 'input'>, plan: Plan): Promise<Written> => {
  const { actor, meta } = by
  const { tenant } = meta
  const store = { store: world.store }
  const key = (...path: readonly string[]): CommandMeta => ({ ...meta, key: [meta.key, ...path].join('/') })
  const problems: CsvProblem[] = []
  const refused = new Set<Change>()
  const told = (change: Change, done: Result<unknown, Refusal>) => {
    if (done.ok) return
    refused.add(change)
    problems.push(changedMeanwhile(change.row, done.error))
  }
  const step = (doing: (change: Change) => Promise<void>) =>
    inTurns(plan.people, async (change) => (refused.has(change) ? undefined : doing(change)))

  await inTurns(plan.teams, async ({ id, name }) => {
    await handle(store, team, teamCodec)(teamStream(tenant, id), key('team', id), () => ({ type: 'Add', name }))
  })
  // One stream holds all departments.
  for (const { id, name, parent, head } of plan.departments) {
    const add = handle(store, departments, departmentsCodec)
    const said = { type: 'Add', department: id, name, parent, head, against: null } as const
    await add(departmentsStream(tenant), key('department', id), () => said)
  }
  await inTurns(plan.locations, async ({ id, name, country, zone }) => {
    const add = handle(store, location, locationCodec)
    await add(locationStream(tenant, id), key('location', id), () => ({ type: 'Add', name, country, zone }))
  })
  const move = async (change: Change, place: Place) => {
    const input = { ...place, person: change.person }
    told(change, await movePerson(world)({ actor, meta: key('move', change.person, place.from), input }))
  }
  const waves = wavesOf(plan.people)
  for (const wave of waves)
    await inTurns(wave, async ({ change, place }) => {
      const { person, name, mail } = change
      const input = { ...place, joined: place.from, name, mail }
      told(change, await joinPerson(world, store, key('join', person), person, input))
    })
  const alone = waves.flat().filter(({ change, place }) => change.joins?.approver !== place.approver)
  await inTurns(alone, async ({ change }) => {
    if (change.joins && !refused.has(change)) await move(change, change.joins)
  })
  await step(async (change) => {
    for (const place of change.moves) await move(change, place)
  })
  const grant = async (change: Change, role: Change['roles'][number]) => {
    const input = { person: change.person, role }
    told(change, await grantRole(world)({ actor, meta: key('role', change.person, role), input }))
  }
  await step(async (change) => {
    if (change.renames) await rename(world, tenant, change.person, change.name)
    for (const role of change.roles) if (role !== 'admin') await grant(change, role)
  })
  // One stream holds all admins.
  for (const change of plan.people)
    if (change.roles.includes('admin') && !refused.has(change)) await grant(change, 'admin')
  await step(async (change) => {
    if (change.ends === null) return
    const input = { person: change.person, on: change.ends }
    told(change, await endEmployment(world)({ actor, meta: key('end', change.person), input }))
  })
  const done = plan.people.filter((change) => !refused.has(change))
  return { written: done.reduce((sum, { rows }) => sum + rows, 0), problems }
}
