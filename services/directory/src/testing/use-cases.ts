import type { ResolverEvent } from '@awayday/edge'
import type { UseCaseCosts } from '@awayday/event-sourcing/testing'
import type { Actor } from '@awayday/kernel'
import { authorize } from '#application/authorize.ts'
import { sweep } from '#application/consumers.ts'
import { demoPeople } from '#application/demo-people.ts'
import { foundTenant } from '#application/found-tenant.ts'
import { issueTokenFor } from '#application/issue-token.ts'
import { purgeCards } from '#application/purge-cards.ts'
import { signOut, startSession } from '#application/sign-in.ts'
import { asking, kept } from './gateway.ts'
import { actorOf, done, type House, metaOf } from './house.ts'

type Payload = Readonly<Record<string, unknown>>

/** Every field of the service is asked, people sign in and out, and every function of a schedule is run. Nothing may be refused. */
export const useCases = async (
  house: House,
  handler: (event: ResolverEvent) => Promise<unknown>,
  cost: UseCaseCosts<House['world']>['cost'],
): Promise<void> => {
  const { world, tenant, founder, team, location } = house
  let keys = 0
  const ask = (name: string, args: Payload, actor: Actor = founder, as = name.replace(/^.*\./, '')) =>
    cost(as, async () => {
      const answer = (await handler(asking(name, args, actor))) as Payload
      const refused = answer['problem'] ?? (answer['problems'] as readonly unknown[] | undefined)?.[0]
      if (refused) throw new Error(`${name}: ${JSON.stringify(refused)}`)
      return answer
    })
  const change = (name: string, input: Payload, as = name) =>
    ask(`Mutation.${name}`, { input: { commandId: `${++keys}`.padStart(36, '0'), ...input } }, founder, as) // as long as a random id

  // A company, and who is in it.
  const another = { ...metaOf(house, 'found another'), tenant: `${tenant}-b` as typeof tenant }
  await cost('found-tenant', () => foundTenant(world)(another, 'Acme'))
  await change('addLocation', { name: 'Porto', country: 'PT', zone: 'Europe/Lisbon' })
  await change('addTeam', { name: 'Design' })
  const board = await change('addDepartment', { name: 'Board', parent: null, head: null })
  const card = { name: 'Zoë Ünal', mail: 'zoe@example.com' }
  const place = { team, location, department: board['id'], labels: ['shift_2'], approver: null }
  const zoe = await change('addPerson', { ...card, ...place, joined: '2026-01-01' }, 'addPerson, the first')
  await change('grantRole', { person: zoe['person'], role: 'admin' }, 'grantRole of the first admin')
  const { person } = await change('addPerson', {
    name: 'Ana Costa',
    mail: 'ana@example.com',
    ...place,
    joined: '2026-01-01',
  })
  await change('changeDepartment', { department: board['id'], name: 'Board', parent: null, head: person })
  await change('grantRole', { person, role: 'approver' })
  await change('revokeRole', { person, role: 'approver' })
  await change('grantRole', { person, role: 'admin' }, 'grantRole of an admin')
  await change('revokeRole', { person, role: 'admin' }, 'revokeRole of an admin')
  await change('movePerson', { person, from: '2026-04-01', ...place })

  const ana = actorOf(house, person as Actor['person'])
  for (const shown of ['company', 'me', 'people', 'teams', 'departments', 'locations'])
    await ask(`Query.${shown}`, {}, ana)
  await ask('Query.exportPeople', {})
  const { csv } = await ask('Query.exportDepartments', {})
  await change('importDepartments', { csv, dryRun: false })
  const file = 'id,name,mail,team,location,joined\nF-1,Fay,fay@example.com,Design,Lisbon,2026-03-01\n'
  await change('importPeople', { csv: file, dryRun: true }, 'importPeople, tried')
  await change('importPeople', { csv: file, dryRun: false })

  // Whoever is signed in.
  await cost('demoPeople', () => demoPeople(world)(tenant))
  const { cookie } = done(await cost('sign-in', () => startSession(world)(tenant, ana.person)))
  const cookies = { awayday: kept(cookie).replace(/^[^=]*=/, '') }
  const { token } = done(await cost('token', () => issueTokenFor(world)(cookies)))
  await cost('authorize', () => authorize(world)(token))
  await cost('sign-out', () => signOut(world)(cookies))

  await change('endEmployment', { person, on: '2026-06-30' })
  await cost('purge-cards', () => purgeCards(world))
  await cost('sweep', () => sweep(world))
}
