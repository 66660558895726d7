import { grantRole, revokeRole } from '#application/change-role.ts'
import { addDepartment, changeDepartment } from '#application/departments.ts'
import { endEmployment } from '#application/end-employment.ts'
import { issueTokenFor } from '#application/issue-token.ts'
import { movePerson } from '#application/move-person.ts'
import { startSession } from '#application/sign-in.ts'
import { kept } from './gateway.ts'
import { day, done, type House, joinedPerson, metaOf, newPerson, settled } from './house.ts'

/** Texts that belong on cards and nowhere else. */
export const personalTexts = ['Ana Costa', 'Costa', 'ana.costa@example.com', 'Zoë Ünal', 'Ünal', 'zoë.ünal@example.com']

/** Everything that can happen in a directory happens once, refusals and repeats included. */
export const life = async (house: House): Promise<void> => {
  const { world, tenant, founder, team, location } = house
  const by = (key: string) => ({ actor: founder, meta: metaOf(house, key) })
  const zoe = await joinedPerson('Zoë Ünal', house)
  const ana = await joinedPerson('Ana Costa', house, { approver: zoe })
  await newPerson('Ana Costa', house, { approver: zoe })
  await newPerson('Impostor', house, { mail: 'ANA.COSTA@example.com' })
  done(await grantRole(world)({ ...by('approver'), input: { person: zoe, role: 'approver' } }))
  done(await grantRole(world)({ ...by('hr'), input: { person: zoe, role: 'hr' } }))
  done(await revokeRole(world)({ ...by('not hr'), input: { person: zoe, role: 'hr' } }))
  done(await grantRole(world)({ ...by('admin'), input: { person: zoe, role: 'admin' } }))
  done(await grantRole(world)({ ...by('admin too'), input: { person: ana, role: 'admin' } }))
  done(await revokeRole(world)({ ...by('not admin'), input: { person: ana, role: 'admin' } }))
  const board = { name: 'Board', parent: null, head: zoe }
  const { id: department } = done(await addDepartment(world)({ ...by('board'), input: board }))
  const led = { ...board, department, head: null }
  done(await changeDepartment(world)({ ...by('no head'), input: led }))
  const place = { from: day('2026-04-01'), team, location, department, labels: ['shift_2'], approver: null }
  done(await movePerson(world)({ ...by('move'), input: { person: ana, ...place } }))
  done(await endEmployment(world)({ ...by('end'), input: { person: ana, on: day('2026-06-30') } }))
  const { cookie } = done(await startSession(world)(tenant, ana))
  const [, value = ''] = kept(cookie).split('=')
  done(await issueTokenFor(world)({ awayday: value }))
  await settled(house)
}

/** The bodies of all records of a company, in no particular order: mail streams are named by a secret. */
export const bodiesOf = async ({ world, tenant }: House): Promise<readonly string[]> => {
  const bodies: string[] = []
  for await (const { stream } of world.store.heads(tenant)) {
    const read = await world.store.read(stream)
    if (read.ok) bodies.push(...read.value.records.map(({ body }) => body))
  }
  return bodies.sort()
}
