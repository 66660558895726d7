import { processClock } from '@awayday/clock'
import type { PersonId, TenantId } from '@awayday/kernel'
import { compose } from '@awayday/service-directory/compose'
import { foundTenant } from '@awayday/service-directory/found-tenant'
import type { Host } from '../start-host.ts'
import { company, departments, locations, mailOf, type Staff, staff, teamNames } from './company.ts'
import { knownToLeave } from './known-to-leave.ts'
import { resolver } from './resolve.ts'

/** Where people can join: ids of places, teams and departments by their names, and of those who have joined. */
export type Founded = {
  readonly places: ReadonlyMap<string, string>
  readonly teams: ReadonlyMap<string, string>
  readonly departments: ReadonlyMap<string, string>
  readonly people: Map<string, PersonId>
}

/** The company, its places, its teams and its departments. */
export const found = async (host: Pick<Host, 'invoke'>, tenant: TenantId): Promise<Founded> => {
  const seed = { tenant, actor: 'system:seed', correlation: 'seed', cause: 'seed', digest: 'seed' }
  await foundTenant(await compose(process.env))({ ...seed, key: 'found', at: processClock.now() }, company.name)
  const places = new Map<string, string>()
  for (const { key, ...input } of locations)
    places.set(key, await make(host, tenant, 'addLocation', { commandId: `seed-place-${key}`, ...input }, 'id'))
  const teams = new Map<string, string>()
  for (const name of teamNames)
    teams.set(
      name,
      await make(host, tenant, 'addTeam', { commandId: keyOf('team', teamNames.indexOf(name)), name }, 'id'),
    )
  const ids = new Map<string, string>()
  for (const [n, { name }] of departments.entries())
    ids.set(name, await make(host, tenant, 'addDepartment', { commandId: keyOf('department', n), name }, 'id'))
  await keepWaiting(host, tenant)
  return { places, teams, departments: ids, people: new Map() }
}

/** What waits in the demo goes on waiting, however long somebody looks at it. Whoever set up something else before keeps that. */
const keepWaiting = async (host: Pick<Host, 'invoke'>, tenant: TenantId): Promise<void> => {
  const input = {
    commandId: 'seed-approval',
    kind: 'approval',
    id: 'all',
    document: JSON.stringify({ expireAfter: null }),
    from: FROM,
    appliesTo: {},
    seen: 0,
  }
  const seeder = { tenant, person: 'seed' as PersonId, roles: ['admin'] } as const
  await resolver(host, 'leave')(seeder, 'Mutation.saveSetting', { input })
}
/** Long before any demo company is founded. */
const FROM = '2000-01-01'

/** One person joins, and may have a role or lead a department; resolves when the leave service knows them too. */
export const join = async (
  host: Pick<Host, 'invoke'>,
  tenant: TenantId,
  { places, teams, departments: ids, people }: Founded,
  { name, team, location, approver, role }: Staff,
  joined: string,
): Promise<void> => {
  const own = departments.find((one) => one.teams.some((it) => it === team))?.name ?? ''
  const place = {
    team: teams.get(team),
    location: places.get(location),
    department: ids.get(own),
    approver: approver && people.get(approver),
  }
  const number = staff.findIndex((member) => member.name === name)
  const input = { commandId: keyOf('person', number), name, mail: mailOf(name), ...place, joined }
  const person = (await make(host, tenant, 'addPerson', input, 'person')) as PersonId
  if (role) await make(host, tenant, 'grantRole', { commandId: keyOf('role', number), person, role }, 'person')
  const leads = departments.findIndex(({ head }) => head === name)
  const led = departments[leads]
  if (led) {
    const said = { commandId: keyOf('head', leads), department: ids.get(led.name), name: led.name, head: person }
    await make(host, tenant, 'changeDepartment', said, 'id')
  }
  people.set(name, person)
  await knownToLeave(host, tenant, person)
}

const make = async (
  host: Pick<Host, 'invoke'>,
  tenant: TenantId,
  field: string,
  input: Readonly<Record<string, unknown>>,
  member: string,
): Promise<string> => {
  const seeder = { tenant, person: 'seed' as PersonId, roles: ['admin'] } as const
  const answer = await resolver(host, 'directory')(seeder, `Mutation.${field}`, { input })
  if (answer.problem) throw new Error(`the demo company: ${field} was refused: ${answer.problem.title}`)
  return answer[member] as string
}

/** The same at every start, and without a name: keys are kept. */
const keyOf = (what: string, number: number): string => `seed-${what}-${number}`
