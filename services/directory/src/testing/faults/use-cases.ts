import { leavingOut } from '@awayday/faults'
import type { PersonId } from '@awayday/kernel'
import type { UseCase } from '@awayday/stores/testing'
import { addLocation } from '#application/add-location.ts'
import { addPerson } from '#application/add-person.ts'
import { addTeam } from '#application/add-team.ts'
import { grantRole, revokeRole } from '#application/change-role.ts'
import { sweep } from '#application/consumers.ts'
import { importDepartments } from '#application/csv/import-departments.ts'
import { importPeople } from '#application/csv/import-people.ts'
import { addDepartment, changeDepartment } from '#application/departments.ts'
import { endEmployment } from '#application/end-employment.ts'
import { foundTenant } from '#application/found-tenant.ts'
import { movePerson } from '#application/move-person.ts'
import { purgeCards } from '#application/purge-cards.ts'
import { reserveMail } from '#application/reserve-mail.ts'
import { signOut, startSession } from '#application/sign-in.ts'
import type { World } from '#ports/world.ts'
import { day, done, inputOf, joinedPerson, metaOf } from '#testing/house.ts'
import type { FaultyHouse } from './ground.ts'

type Given = (house: FaultyHouse) => Promise<UseCase<World>>

/** By the exported function that is tried, and what is special about the try. What a company has before is done quietly. */
export const useCases: Readonly<Record<string, Given>> = {
  foundTenant: async (house) => ({ run: (world) => foundTenant(world)(metaOf(house, 'found again'), 'Acme & Co') }),
  addTeam: async (house) => ({ run: (world) => addTeam(world)(asked(house, { name: 'Design' })) }),
  addLocation: async (house) => ({
    run: (world) => addLocation(world)(asked(house, { name: 'Berlin', country: 'DE', zone: 'Europe/Berlin' })),
  }),
  addPerson: async (house) => ({ run: (world) => addPerson(world)(asked(house, inputOf('Ana', house))) }),
  'addPerson: whose mail is taken': async (house) => {
    await joinedPerson('Ben', house, { mail: 'ana@example.com' })
    return { run: (world) => addPerson(world)(asked(house, inputOf('Ana', house))) }
  },
  'addPerson: whose mail was reserved by somebody who never came': async (house) => {
    await reserveMail(house.world)(metaOf(house, 'crashed'), 'crashed' as PersonId, 'ana@example.com')
    house.clock.set('2026-03-02T09:05:00.000Z')
    return { run: (world) => addPerson(world)(asked(house, inputOf('Ana', house))) }
  },
  'addPerson: at a place that is not there': async (house) => ({
    run: (world) => addPerson(world)(asked(house, inputOf('Ana', house, { team: 'nowhere' }))),
  }),
  movePerson: async (house) => {
    const person = await joinedPerson('Ana', house)
    const { team, location } = house
    const place = { from: day('2026-04-01'), team, location, department: null, labels: ['shift_2'], approver: null }
    return { run: (world) => movePerson(world)(asked(house, { ...place, person })) }
  },
  endEmployment: async (house) => {
    const person = await joinedPerson('Ana', house)
    return { run: (world) => endEmployment(world)(asked(house, { person, on: day('2026-06-30') })) }
  },
  'endEmployment: of an admin': async (house) => {
    const person = await joinedPerson('Ana', house)
    done(await grantRole(house.world)({ ...asked(house, { person, role: 'admin' }), meta: metaOf(house, 'admin') }))
    return { run: (world) => endEmployment(world)(asked(house, { person, on: day('2026-06-30') })) }
  },
  grantRole: async (house) => {
    const person = await joinedPerson('Ana', house)
    return { run: (world) => grantRole(world)(asked(house, { person, role: 'approver' })) }
  },
  'grantRole: admin': async (house) => {
    const person = await joinedPerson('Ana', house)
    return { run: (world) => grantRole(world)(asked(house, { person, role: 'admin' })) }
  },
  revokeRole: async (house) => {
    const person = await joinedPerson('Ana', house)
    done(await grantRole(house.world)({ ...asked(house, { person, role: 'hr' }), meta: metaOf(house, 'hr') }))
    return { run: (world) => revokeRole(world)(asked(house, { person, role: 'hr' })) }
  },
  'revokeRole: of the last admin': async (house) => {
    const person = await joinedPerson('Ana', house)
    done(await grantRole(house.world)({ ...asked(house, { person, role: 'admin' }), meta: metaOf(house, 'admin') }))
    return { run: (world) => revokeRole(world)(asked(house, { person, role: 'admin' })) }
  },
  addDepartment: async (house) => {
    const head = await joinedPerson('Ana', house)
    return { run: (world) => addDepartment(world)(asked(house, { name: 'Board', parent: null, head })) }
  },
  changeDepartment: async (house) => {
    const board = { ...asked(house, { name: 'Board', parent: null, head: null }), meta: metaOf(house, 'board') }
    const { id: department } = done(await addDepartment(house.world)(board))
    const said = { department, name: 'The board', parent: null, head: null }
    return { run: (world) => changeDepartment(world)(asked(house, said)) }
  },
  importDepartments: async (house) => {
    await joinedPerson('Zoe', house)
    const csv = 'name,parent,head\nExport,Sales,zoe@example.com\nSales,,\n'
    return { run: (world) => importDepartments(world)(asked(house, { csv, dryRun: false })), alike: inAllTries }
  },
  importPeople: async (house) => {
    await joinedPerson('Zoe', house)
    await sweep(house.world)
    return { run: (world) => importPeople(world)(asked(house, { csv: PEOPLE, dryRun: false })), alike: inAllTries }
  },
  startSession: async (house) => {
    const person = await joinedPerson('Ana', house)
    return {
      run: (world) => startSession(world)(house.tenant, person),
      never: { conflict: 'nobody else can guess the id of a session' },
      alike: withoutSessions,
    }
  },
  signOut: async (house) => {
    const person = await joinedPerson('Ana', house)
    const { cookie } = done(await startSession(house.world)(house.tenant, person))
    const [, awayday = ''] = /^awayday=([^;]+);/.exec(cookie) ?? []
    return { run: (world) => signOut(world)({ awayday }) }
  },
  purgeCards: async (house) => {
    await joinedPerson('Ana', house)
    const waiting = { name: 'Cut Off', mail: 'cut@example.com', writtenAt: house.clock.now() }
    await house.world.cards.save(house.tenant, 'cut-off' as PersonId, waiting, 0)
    house.clock.set('2026-03-04T09:00:00.000Z')
    return { run: (world) => purgeCards(world), again: true }
  },
  sweep: async (house) => {
    const person = await joinedPerson('Ana', house)
    const { team, location } = house
    const place = { from: day('2026-04-01'), team, location, department: null, labels: [], approver: null }
    done(await movePerson(house.world)({ ...asked(house, { ...place, person }), meta: metaOf(house, 'move') }))
    return { run: sweep }
  },
}

const asked = <Input>(house: FaultyHouse, input: Input) => ({
  actor: house.founder,
  meta: metaOf(house, 'tried'),
  input,
})

/** A file tells what this very try brought in, not what a try before it did, of which nobody was told. */
const inAllTries = (told: unknown): unknown => leavingOut(told, ['created', 'unchanged', 'written'])

/** A try of which nobody was told leaves a session behind that nobody has the cookie of; it ends by itself. */
const withoutSessions = (told: unknown): unknown =>
  JSON.parse(
    JSON.stringify(told, (key, value: unknown) => {
      if (key === 'cookie') return 'a cookie'
      if (key !== 'records' || !Array.isArray(value)) return value
      return value.filter(([id]) => !String(id).startsWith('session/'))
    }),
  )

const PEOPLE = `id,name,mail,team,location,department,labels,approver,joined,from,left,roles
E-1,Ana,ana@example.com,Engineering,Lisbon,Board,first-aid,zoe@example.com,2026-01-01,,,manager
E-2,Ben,ben@example.com,Design,Lisbon,,,E-1,2026-01-01,,2026-06-30,
`
