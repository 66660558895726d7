import { addDays, err, type PersonId } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actorOf, day, done, furnished, type House, metaOf, newHouse, settled } from '#testing/house.ts'
import { addLocation } from '../add-location.ts'
import { addTeam } from '../add-team.ts'
import { grantRole } from '../change-role.ts'
import { addDepartment } from '../departments.ts'
import { endEmployment } from '../end-employment.ts'
import { loadCompany, loadDepartments, loadLocation, loadPerson, loadRoles, loadTeam } from '../load.ts'
import { movePerson } from '../move-person.ts'
import { exportPeople } from './export-people.ts'
import { importPeople } from './import-people.ts'

const settledHouse = async () => {
  const house = await newHouse()
  await settled(house)
  return house
}
let imports = 0
const bring = async (house: House, csv: string, dryRun = false) => {
  const meta = metaOf(house, `import-${++imports}`)
  return done(await importPeople(house.world)({ actor: house.founder, meta, input: { csv, dryRun } }))
}
const exported = async (house: House) => {
  await settled(house)
  return done(await exportPeople(house.world)({ actor: house.founder })).csv
}
const person = ({ world, tenant }: House, id: string) => loadPerson(world, tenant, id as PersonId)
const created = (rows: number) => ({ rows, created: rows, unchanged: 0, written: rows, problems: [] })
const unchanged = (rows: number) => ({ rows, created: 0, unchanged: rows, written: 0, problems: [] })

test('brings in departments, labels and every role, and exports them again', async () => {
  const house = await settledHouse()
  const file = `id,name,mail,team,location,department,labels,joined,roles
E-1,Ana,ana@example.com,Engineering,Lisbon,Größen & Co,first-aid shift_2,2026-01-01,manager hr
E-2,Ben,ben@example.com,Engineering,Lisbon,,,2026-01-01,
`
  expect(await bring(house, file)).toEqual(created(2))
  const { world, tenant, team, location } = house
  const place = { from: '2026-01-01', team, location, approver: null }
  expect(await person(house, 'E-1')).toMatchObject({
    places: [{ ...place, department: 'gro-en-co', labels: ['first-aid', 'shift_2'] }],
  })
  expect(await person(house, 'E-2')).toMatchObject({ places: [{ ...place, department: null, labels: [] }] })
  expect((await loadDepartments(world, tenant)).departments).toEqual([
    { id: 'gro-en-co', name: 'Größen & Co', parent: null, head: null },
  ])
  expect((await loadRoles(world, tenant, 'E-1' as PersonId)).roles).toEqual(['manager', 'hr'])
  expect(await bring(house, file)).toEqual(unchanged(2))
  expect(await exported(house)).toContain('Größen & Co,gro-en-co,first-aid shift_2,')
  const wrong = await bring(house, file.replace('first-aid', 'first.aid'))
  expect(wrong.problems).toEqual([{ row: 2, column: 'labels', message: 'are not words of letters, digits, - and _' }])
})

const people = `id;name;mail;team;location;country;zone;approver;joined;from;left;roles
E-7;Ana Costa;ana@example.com;Größen & Co;Berlin;DE;Europe/Berlin;ben@example.com;2026-01-01;;;
;Ben;ben@example.com;Design;Lisbon;;;E-7;2026-01-01;;;approver
D1;Dora;dora@example.com;Design;Lisbon;PT;Europe/Lisbon;;2025-05-01;;2026-06-30;
D1;Dora;dora@example.com;Engineering;Lisbon;;;E-7;2025-05-01;2026-02-01;2026-06-30;
`

describe('a file of people', () => {
  test('brings them in with teams and locations, whoever comes first in it', async () => {
    const house = await settledHouse()
    expect(await bring(house, people)).toEqual(created(4))
    const { world, tenant, team, location } = house
    const ana = await person(house, 'E-7')
    const ben = ana.status === 'employed' ? ana.places[0].approver : null
    expect(ana).toEqual({
      status: 'employed',
      places: [
        {
          from: '2026-01-01',
          team: 'gro-en-co',
          location: 'berlin',
          department: null,
          labels: [],
          approver: expect.any(String),
        },
      ],
    })
    expect(await person(house, ben ?? '')).toEqual({
      status: 'employed',
      places: [{ from: '2026-01-01', team: 'design', location, department: null, labels: [], approver: 'E-7' }],
    })
    expect(await person(house, 'D1')).toEqual({
      status: 'leaving',
      lastDay: '2026-06-30',
      places: [
        { from: '2025-05-01', team: 'design', location, department: null, labels: [], approver: null },
        { from: '2026-02-01', team, location, department: null, labels: [], approver: 'E-7' },
      ],
    })
    expect((await loadRoles(world, tenant, ben as PersonId)).roles).toEqual(['approver'])
    expect(await loadTeam(world, tenant, 'gro-en-co')).toEqual({ status: 'added', name: 'Größen & Co' })
    expect(await loadLocation(world, tenant, 'berlin')).toEqual({
      status: 'added',
      name: 'Berlin',
      country: 'DE',
      zone: 'Europe/Berlin',
    })
  })

  test('brought in again changes nothing, before and after the views know of it', async () => {
    const house = await settledHouse()
    await bring(house, people)
    expect(await bring(house, people)).toEqual(unchanged(4))
    await settled(house)
    expect(await bring(house, people)).toEqual(unchanged(4))
  })

  test('tried brings in nobody', async () => {
    const house = await settledHouse()
    expect(await bring(house, people, true)).toEqual({ ...created(4), written: 0 })
    expect(await person(house, 'E-7')).toEqual({ status: 'unknown' })
  })

  test('moves, renames and ends as its rows say', async () => {
    const house = await settledHouse()
    await bring(house, people)
    await settled(house)
    const changes = `name,mail,team,location,joined,from,left,roles
Ana Costa-Lima,ANA@example.com,Design,Lisbon,2026-01-01,2026-04-01,,approver
Ben,ben@example.com,Design,Lisbon,2026-01-01,2026-01-01,2026-12-31,
`
    expect(await bring(house, changes)).toEqual(created(2))
    expect(await person(house, 'E-7')).toMatchObject({
      places: [{}, { from: '2026-04-01', team: 'design', approver: null }],
    })
    expect((await house.world.cards.load(house.tenant, 'E-7' as PersonId)).card?.name).toBe('Ana Costa-Lima')
    expect(await bring(house, changes)).toEqual(unchanged(2))
  })

  test('with anything wrong brings in nobody, and says all of it by row and column', async () => {
    const house = await settledHouse()
    await bring(
      house,
      `${people}G1;Gus;gus@example.com;Design;Lisbon;;;;2026-01-01;;2026-06-30;
`,
    )
    const wrong = `id,name,mail,team,location,country,zone,approver,joined,from,left,roles
N1,,n1@example.com,Design,Lisbon,,,nobody@example.com,2026-02-30,,,boss
N2,Nina,ana@example.com,Design,Lisbon,,,,2026-01-01,,,
N3,Nils,n3@example.com,Design,Porto,,,,2026-01-01,,,
N4,Nora,n4@example.com,Design,Lisbon,DE,,N4,2026-01-01,,,
N5,Noel,n5@example.com,Design,Lisbon,,,G1,2026-08-01,2026-09-01,2026-07-01,
E-7,Ana Costa,ana@example.com,Design,Lisbon,,,,2026-01-01,,,
D1,Dora,dora@example.com,Engineering,Lisbon,,,,2025-06-01,2026-01-01,2026-07-31,
N6,Nele,n6@example.com,Design,Lisbon,,,,2026-01-01,,2026-12-31,admin
`
    const { problems } = await bring(house, wrong)
    expect(problems.map(({ row, column, message }) => `${row} ${column} ${message}`)).toEqual([
      '2 name is missing',
      '2 joined not a date YYYY-MM-DD',
      '2 roles are not words of "employee", "approver", "manager", "hr", "admin"',
      '3 mail is that of somebody else',
      '4 country is missing: the location is new',
      '4 zone is missing: the location is new',
      '5 country of this location is PT',
      '5 approver decides about their own requests',
      '6 left is before the first day',
      '6 from leaves open where they work from the day of joining on',
      '6 approver has left by then, on 2026-06-30',
      '7 from is missing: they work elsewhere by now; since when is this so?',
      '8 joined is 2025-05-01 here',
      '8 left is 2026-06-30 here',
      '8 from is too early: they work elsewhere since 2026-02-01',
      '9 left is a last day: an admin hands this role over first',
    ])
  })

  test('names a department whose id it says', async () => {
    const file = `name,mail,team,location,departmentId,joined
Nina,nina@example.com,Design,Lisbon,sales,2026-01-01
`
    expect((await bring(await settledHouse(), file)).problems).toEqual([
      { row: 2, column: 'department', message: 'is missing: what is the name of that id?' },
    ])
  })

  test('is for admins', async () => {
    const house = await settledHouse()
    const actor = actorOf(house, 'ben' as PersonId, 'approver')
    const asked = { actor, meta: metaOf(house, 'import'), input: { csv: people, dryRun: false } }
    expect(await importPeople(house.world)(asked)).toEqual(err({ type: 'AdminsOnly' }))
    expect(await exportPeople(house.world)({ actor })).toEqual(err({ type: 'AdminsOnly' }))
  })
})

const RUNS = process.env['CI'] ? 300 : 20
const NAMES = ['Ana', 'Ben, the elder', '=Clara', '"Dora"', "'Emil", 'Frieda;']

test('a company that is exported, imported elsewhere and exported again has the same people', async () => {
  const first = await newHouse()
  const anyPlace = fc.record({
    team: fc.nat(2),
    location: fc.nat(1),
    department: fc.nat(2),
    labels: fc.uniqueArray(fc.constantFrom('first-aid', 'shift_2', 'E'), { maxLength: 3 }),
    approver: fc.nat(NAMES.length),
    after: fc.nat(90),
  })
  const anyLife = fc.record({
    places: fc.array(anyPlace, { minLength: 1, maxLength: 4 }),
    leaves: fc.option(fc.nat(300)),
    role: fc.constantFrom(null, 'approver' as const, 'manager' as const, 'hr' as const, 'admin' as const),
  })
  let n = 0
  await fc.assert(
    fc.asyncProperty(fc.array(anyLife, { minLength: 1, maxLength: NAMES.length }), async (lives) => {
      const house = await furnished(first.world, first.clock, `one-${++n}`)
      const by = (key: string) => ({ actor: house.founder, meta: metaOf(house, key) })
      const teams = [house.team]
      for (const name of ['+Sales', 'Sales'])
        teams.push(done(await addTeam(house.world)({ ...by(`team ${name}`), input: { name } })).id)
      const berlin = { name: 'Berlin', country: 'DE', zone: 'Europe/Berlin' }
      const locations = [house.location, done(await addLocation(house.world)({ ...by('berlin'), input: berlin })).id]
      const board = { name: '=Board', parent: null, head: null }
      const top = done(await addDepartment(house.world)({ ...by('board'), input: board })).id
      const sales = { name: 'Sales', parent: top, head: null }
      const departments = [top, done(await addDepartment(house.world)({ ...by('sales'), input: sales })).id]
      const row = (nth: number) =>
        `P${nth},"${NAMES[nth]?.replaceAll('"', '""')}",p${nth}@example.com,Engineering,${house.team},Lisbon,${house.location},2026-01-01`
      const header = 'id,name,mail,team,teamId,location,locationId,joined'
      expect((await bring(house, [header, ...lives.map((_, nth) => row(nth))].join('\n'))).problems).toEqual([])
      for (const [nth, { places, leaves, role }] of lives.entries()) {
        const id = `P${nth}` as PersonId
        let from = day('2026-01-01')
        for (const [k, place] of places.entries()) {
          from = addDays(from, place.after)
          const approver =
            place.approver < lives.length && place.approver !== nth ? (`P${place.approver}` as PersonId) : null
          const input = {
            person: id,
            from,
            team: teams[place.team] ?? '',
            location: locations[place.location] ?? '',
            department: departments[place.department] ?? null,
            labels: place.labels,
            approver,
          }
          await movePerson(house.world)({ ...by(`move ${nth} ${k}`), input })
        }
        if (role) await grantRole(house.world)({ ...by(`role ${nth}`), input: { person: id, role } })
        if (leaves !== null)
          await endEmployment(house.world)({ ...by(`end ${nth}`), input: { person: id, on: addDays(from, leaves) } })
      }
      const csv = await exported(house)
      const other = await furnished(first.world, first.clock, `two-${n}`)
      expect(await bring(other, csv)).toMatchObject({ problems: [], unchanged: 0 })
      expect(await exported(other)).toEqual(csv)
      for (const nth of lives.keys()) expect(await person(other, `P${nth}`)).toEqual(await person(house, `P${nth}`))
      const admins = async (of: House) => [...(await loadCompany(of.world, of.tenant)).admins].sort()
      expect(await admins(other)).toEqual(await admins(house))
      expect(await bring(other, csv)).toMatchObject({ problems: [], created: 0 })
    }),
    { numRuns: RUNS },
  )
}, 120_000)
