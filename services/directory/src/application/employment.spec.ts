import { err, type LocalDate, type PersonId, type Role } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { actorOf, day, done, furnished, type House, joinedPerson, metaOf, newHouse } from '#testing/house.ts'
import { grantRole, revokeRole } from './change-role.ts'
import { endEmployment } from './end-employment.ts'
import { loadCompany, loadPerson } from './load.ts'
import { movePerson } from './move-person.ts'

let keys = 0
const asked = <Input>(house: House, input: Input) => ({
  actor: house.founder,
  meta: metaOf(house, `key ${++keys}`),
  input,
})
const move = (
  house: House,
  person: PersonId,
  to: Partial<{ team: string; department: string; approver: PersonId | null }> = {},
) => {
  const { team, location } = house
  const place = { from: day('2026-04-01'), team, location, department: null, labels: [], approver: null, ...to }
  return movePerson(house.world)(asked(house, { person, ...place }))
}
const end = (house: House, person: PersonId, on: LocalDate = day('2026-06-30')) =>
  endEmployment(house.world)(asked(house, { person, on }))
const grant = (house: House, person: PersonId, role: Role) => grantRole(house.world)(asked(house, { person, role }))
const revoke = (house: House, person: PersonId, role: Role) => revokeRole(house.world)(asked(house, { person, role }))
const nobody = 'nobody' as PersonId
const unknown = err({ type: 'UnknownPerson', person: nobody })

describe('moving a person', () => {
  test('adds a place from a day on', async () => {
    const house = await newHouse()
    const [ana, ben] = [await joinedPerson('Ana', house), await joinedPerson('Ben', house)]
    expect(await move(house, ana, { approver: ben })).toEqual({ ok: true, value: { person: ana, version: 2 } })
    const { team, location } = house
    expect(await loadPerson(house.world, house.tenant, ana)).toEqual({
      status: 'employed',
      places: [
        { from: '2026-01-01', team, location, department: null, labels: [], approver: null },
        { from: '2026-04-01', team, location, department: null, labels: [], approver: ben },
      ],
    })
  })
  test('needs a person, a team, a department and an approver that are there', async () => {
    const house = await newHouse()
    const ana = await joinedPerson('Ana', house)
    expect(await move(house, nobody)).toEqual(unknown)
    expect(await move(house, ana, { team: 'x' })).toEqual(err({ type: 'UnknownTeam', team: 'x' }))
    expect(await move(house, ana, { department: 'd9' })).toEqual(err({ type: 'UnknownDepartment', department: 'd9' }))
    expect(await move(house, ana, { approver: nobody })).toEqual(err({ type: 'UnknownApprover', approver: nobody }))
    expect(await move(house, ana, { approver: ana })).toEqual(err({ type: 'OwnApprover' }))
  })
})

describe('ending an employment', () => {
  test('names the last day, once', async () => {
    const house = await newHouse()
    const ana = await joinedPerson('Ana', house)
    expect(await end(house, ana)).toEqual({ ok: true, value: { person: ana, version: 2 } })
    expect(await end(house, ana)).toEqual({ ok: true, value: { person: ana, version: 2 } })
    expect(await end(house, ana, day('2026-07-31'))).toEqual(err({ type: 'AlreadyLeft', lastDay: '2026-06-30' }))
  })
  test('needs a person who is there', async () => expect(await end(await newHouse(), nobody)).toEqual(unknown))
  test('of an admin waits until the role is handed over', async () => {
    const house = await newHouse()
    const [ana, ben] = [await joinedPerson('Ana', house), await joinedPerson('Ben', house)]
    done(await grant(house, ana, 'admin'))
    expect(await end(house, ana)).toEqual(err({ type: 'StillAdmin', person: ana }))
    done(await grant(house, ben, 'admin'))
    done(await revoke(house, ana, 'admin'))
    expect((await end(house, ana)).ok).toBe(true)
  })
})

describe('a role', () => {
  test('is for admins to give and take, like everything here', async () => {
    const house = await newHouse()
    const ana = await joinedPerson('Ana', house)
    const input = { person: ana, role: 'admin', on: day('2026-06-30') } as const
    const { team, location } = house
    const place = { from: day('2026-04-01'), team, location, department: null, labels: [], approver: null }
    const by = { actor: actorOf(house, ana, 'approver'), meta: metaOf(house, 'k') }
    for (const answer of [
      await grantRole(house.world)({ ...by, input }),
      await revokeRole(house.world)({ ...by, input }),
      await endEmployment(house.world)({ ...by, input }),
      await movePerson(house.world)({ ...by, input: { person: ana, ...place } }),
    ])
      expect(answer).toEqual(err({ type: 'AdminsOnly' }))
  })
  test('is given and taken once', async () => {
    const house = await newHouse()
    const ana = await joinedPerson('Ana', house)
    const versions = [
      await grant(house, ana, 'approver'),
      await grant(house, ana, 'approver'),
      await revoke(house, ana, 'approver'),
      await revoke(house, ana, 'approver'),
    ].map((answer) => done(answer).version)
    expect(versions).toEqual([1, 1, 2, 2])
  })
  test.each(['approver', 'manager', 'hr', 'admin'] as const)(
    'of %s is not for somebody unknown, here or in another company',
    async (role) => {
      const house = await newHouse()
      const elsewhere = await joinedPerson('Eve', await furnished(house.world, house.clock, `beside-${role}`))
      expect(await grant(house, nobody, role)).toEqual(unknown)
      expect(await revoke(house, nobody, role)).toEqual(unknown)
      expect(await grant(house, elsewhere, role)).toEqual(err({ type: 'UnknownPerson', person: elsewhere }))
    },
  )
  test.each(['approver', 'admin'] as const)('of %s is not for somebody who leaves', async (role) => {
    const house = await newHouse()
    const ana = await joinedPerson('Ana', house)
    done(await end(house, ana))
    expect(await grant(house, ana, role)).toEqual(err({ type: 'AlreadyLeft', lastDay: '2026-06-30' }))
  })
  test('of employee comes with the employment', async () => {
    const house = await newHouse()
    const ana = await joinedPerson('Ana', house)
    expect(await grant(house, ana, 'employee')).toEqual(err({ type: 'ByEmployment' }))
    expect(await revoke(house, ana, 'employee')).toEqual(err({ type: 'ByEmployment' }))
  })

  test('of admin stays with the last one, whoever revokes whom at the same moment', async () => {
    const house = await newHouse()
    const ids = await Promise.all(['Ana', 'Ben', 'Carla'].map((name) => joinedPerson(name, house)))
    for (const id of ids) done(await grant(house, id, 'admin'))
    const outcomes = await Promise.all(ids.map((id) => revoke(house, id, 'admin')))
    expect(outcomes.filter(({ ok }) => !ok)).toHaveLength(1)
    const { admins } = await loadCompany(house.world, house.tenant)
    expect(admins).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toEqual(err({ type: 'LastAdmin', person: admins[0] }))
  })

  test('of admin never stays with somebody who leaves, even if both happen at the same moment', async () => {
    const house = await newHouse()
    done(await grant(house, await joinedPerson('Root', house), 'admin'))
    for (let round = 0; round < 30; round++) {
      const ana = await joinedPerson(`Ana ${round}`, house)
      await Promise.all([grant(house, ana, 'admin'), end(house, ana)])
      const { status } = await loadPerson(house.world, house.tenant, ana)
      const { admins } = await loadCompany(house.world, house.tenant)
      expect({ leaves: status === 'leaving', isAdmin: admins.includes(ana) }).not.toEqual({
        leaves: true,
        isAdmin: true,
      })
    }
  })
})
