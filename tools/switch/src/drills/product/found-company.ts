import { processClock } from '@awayday/clock'
import { type Host, startHost } from '@awayday/host'
import { knownToLeave } from '@awayday/host/known-to-leave'
import { resolver } from '@awayday/host/resolver'
import { addDays, inTurns, type LocalDate, type PersonId, parseTenantId, type TenantId } from '@awayday/kernel'
import directory from '@awayday/service-directory'
import { compose } from '@awayday/service-directory/compose'
import { foundTenant } from '@awayday/service-directory/found-tenant'
import leave from '@awayday/service-leave'
import { type Company, TENANT } from './company.ts'

/** found-company.ts PEOPLE: makes a small company in the store that the environment names, and prints it as one line of JSON. */
const main = async (people: number): Promise<Company> => {
  await using host = await startHost({ services: [directory, leave], env: {}, port: 0, demo: true })
  const tenant = parseTenantId(TENANT) as TenantId
  const seed = { tenant, actor: 'system:seed', correlation: 'seed', cause: 'seed', digest: 'seed' }
  await foundTenant(await compose(process.env))(
    { ...seed, key: 'found', at: processClock.now() },
    'Drill and Daughters',
  )
  const make = maker(host, tenant)
  const location = await make(
    'addLocation',
    { commandId: 'place', name: 'Lisbon', country: 'PT', zone: 'Europe/Lisbon' },
    'id',
  )
  const team = await make('addTeam', { commandId: 'team', name: 'Movers' }, 'id')
  const joined = addDays(host.clock.now().slice(0, 10) as LocalDate, -400)
  const add = (n: number, approver: string | null) =>
    make(
      'addPerson',
      {
        commandId: `person-${n}`,
        name: `Person ${n}`,
        mail: `p${n}@drill.example.test`,
        team,
        location,
        approver,
        joined,
      },
      'person',
    )
  const admin = await add(0, null)
  await make('grantRole', { commandId: 'admin', person: admin, role: 'admin' }, 'person')
  const approver = await add(1, admin)
  await make('grantRole', { commandId: 'approver', person: approver, role: 'approver' }, 'person')
  const employees: string[] = []
  await inTurns(
    Array.from({ length: people - 2 }, (_, n) => n + 2),
    async (n) => void employees.push(await add(n, approver)),
    { width: AT_ONCE },
  )
  await inTurns([admin, approver, ...employees], (person) => knownToLeave(host, tenant, person as PersonId), {
    width: AT_ONCE,
  })
  await host.settled()
  return { tenant, admin, approver, employees, team, location }
}

/** The host's functions do not run more often at once. */
const AT_ONCE = 8

const maker =
  (host: Host, tenant: TenantId) =>
  async (field: string, input: Readonly<Record<string, unknown>>, member: string): Promise<string> => {
    const seeder = { tenant, person: 'seed' as PersonId, roles: ['admin'] } as const
    const answer = await resolver(host, 'directory')(seeder, `Mutation.${field}`, { input })
    if (answer.problem) throw new Error(`${field} was refused: ${answer.problem.title}`)
    return String(answer[member])
  }

console.log(JSON.stringify(await main(Number(process.argv[2]))))
process.exit(0) // clients of the stores keep their sockets for a while
