import type { PersonId } from '@awayday/kernel'
import { beforeAll, describe, expect, test } from 'vitest'
import { actorOf, day, done, furnished, type House, joinedPerson, metaOf, newHouse, settled } from '#testing/house.ts'
import { addLocation } from './add-location.ts'
import { addTeam } from './add-team.ts'
import { grantRole } from './change-role.ts'
import { demoPeople } from './demo-people.ts'
import { endEmployment } from './end-employment.ts'
import { movePerson } from './move-person.ts'
import { showCompany, showLocations, showMe, showPeople, showTeams } from './show-company.ts'

describe('a company', () => {
  let house: House
  let design: string
  let [zoe, ana, carl, root] = ['', '', '', ''] as PersonId[] as [PersonId, PersonId, PersonId, PersonId]

  // Zoë approves Ana, who was in Engineering and is in Design from today on; Zoë follows tomorrow; Carl has left.
  beforeAll(async () => {
    house = await newHouse('2026-03-02T09:00:00.000Z')
    const { world, founder, location } = house
    const by = (key: string) => ({ actor: founder, meta: metaOf(house, key) })
    zoe = await joinedPerson('Zoë', house)
    ana = await joinedPerson('Ana', house, { approver: zoe })
    carl = await joinedPerson('Carl', house)
    root = await joinedPerson('Root', house, { approver: zoe })
    design = done(await addTeam(world)({ ...by('design'), input: { name: 'Design' } })).id
    done(await grantRole(world)({ ...by('approver'), input: { person: zoe, role: 'approver' } }))
    done(await grantRole(world)({ ...by('admin'), input: { person: root, role: 'admin' } }))
    const to = { team: design, location, department: null, labels: ['first-aid'], approver: zoe }
    done(await movePerson(world)({ ...by('today'), input: { person: ana, from: day('2026-03-02'), ...to } }))
    const alone = { ...to, approver: null }
    done(await movePerson(world)({ ...by('tomorrow'), input: { person: zoe, from: day('2026-03-03'), ...alone } }))
    done(await endEmployment(world)({ ...by('end'), input: { person: carl, on: day('2026-03-01') } }))
    await joinedPerson('Eve', await furnished(world, house.clock, 'another-company'))
    await settled(house)
  })

  const shown = (name: string, id: PersonId, differently: object = {}) => ({
    id,
    name,
    mail: null,
    team: house.team,
    location: house.location,
    department: null,
    labels: null,
    approver: null,
    roles: ['employee'],
    joined: '2026-01-01',
    left: null,
    ...differently,
  })

  test('shows its people by name, as of today, those who left included, and nobody else’s mail', async () => {
    expect(await showPeople(house.world)(actorOf(house, ana))).toEqual([
      shown('Ana', ana, { team: design, approver: zoe, mail: 'ana@example.com', labels: ['first-aid'] }),
      shown('Carl', carl, { left: '2026-03-01' }),
      shown('Root', root, { approver: zoe, roles: ['employee', 'admin'] }),
      shown('Zoë', zoe, { roles: ['employee', 'approver'] }),
    ])
  })
  test('shows admins every mail', async () => {
    const people = await showPeople(house.world)(actorOf(house, root, 'admin'))
    expect(people.map(({ mail }) => mail)).toEqual([
      'ana@example.com',
      'carl@example.com',
      'root@example.com',
      'zoë@example.com',
    ])
  })
  test.each([
    ['their approver', () => actorOf(house, zoe, 'approver'), ['first-aid']],
    ['HR', () => actorOf(house, carl, 'hr'), ['first-aid']],
    ['admins', () => actorOf(house, root, 'admin'), ['first-aid']],
    ['peers', () => actorOf(house, carl), null],
  ] as const)('shows %s what somebody is labelled, or nothing', async (_who, viewer, labels) => {
    const people = await showPeople(house.world)(viewer())
    expect(people.find(({ id }) => id === ana)?.labels).toEqual(labels)
  })
  test('shows everybody themselves', async () => {
    const me = shown('Zoë', zoe, { mail: 'zoë@example.com', labels: [], roles: ['employee', 'approver'] })
    expect(await showMe(house.world)(actorOf(house, zoe, 'approver'))).toEqual(me)
  })
  test('shows its teams and locations by name', async () => {
    const viewer = actorOf(house, ana)
    expect(await showTeams(house.world)(viewer)).toEqual([
      { id: design, name: 'Design' },
      { id: house.team, name: 'Engineering' },
    ])
    expect(await showLocations(house.world)(viewer)).toEqual([
      { id: house.location, name: 'Lisbon', country: 'PT', zone: 'Europe/Lisbon' },
    ])
  })
  test('lets a demo’s visitor be an employee, their approver, an admin, or anybody else who is there', async () => {
    expect(await demoPeople(house.world)(house.tenant)).toEqual([
      { person: ana, name: 'Ana', role: 'employee', team: 'Design' },
      { person: zoe, name: 'Zoë', role: 'approver', team: 'Engineering' },
      { person: root, name: 'Root', role: 'admin', team: 'Engineering' },
    ])
  })
})

describe('today', () => {
  test('is the date where the viewer works', async () => {
    const house = await newHouse('2026-03-02T04:59:59.000Z')
    const boston = { name: 'Boston', country: 'US', zone: 'America/New_York' }
    const meta = metaOf(house, 'boston')
    const { id: location } = done(await addLocation(house.world)({ actor: house.founder, meta, input: boston }))
    const [here, there] = [await joinedPerson('Here', house), await joinedPerson('There', house, { location })]
    const company = { id: house.tenant, name: 'Acme', demo: true }
    expect(await showCompany(house.world)(actorOf(house, here))).toEqual({ ...company, today: '2026-03-02' })
    expect(await showCompany(house.world)(actorOf(house, there))).toEqual({ ...company, today: '2026-03-01' })
  })
})

describe('a name', () => {
  test('that was purged is nowhere any more', async () => {
    const house = await newHouse()
    const [ana, ben] = [await joinedPerson('Ana', house), await joinedPerson('Ben', house)]
    await settled(house)
    expect(await house.world.cards.purge(house.tenant, ben, 1)).toBe(true)
    const people = await showPeople(house.world)(actorOf(house, ana, 'admin'))
    expect(people.map(({ name, mail }) => ({ name, mail }))).toEqual([
      { name: 'Ana', mail: 'ana@example.com' },
      { name: 'Removed person', mail: null },
    ])
  })
})
