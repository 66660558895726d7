import { deciderLaws, specOf } from '@awayday/event-sourcing/testing'
import type { Instant, PersonId } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, test } from 'vitest'
import { departmentsCodec, locationCodec, mailCodec, rolesCodec, teamCodec } from '#wire/events.ts'
import { departments } from './departments.ts'
import { location } from './location.ts'
import { mail } from './mail.ts'
import { OWN_ROLES, roles } from './roles.ts'
import { team } from './team.ts'

const [ana, ben] = ['ana', 'ben'] as PersonId[] as [PersonId, PersonId]
const at = '2026-03-02T09:00:00.000Z' as Instant
const later = '2026-03-02T10:00:00.000Z' as Instant

describe('a team', () => {
  const given = specOf(team)
  const added = { type: 'TeamAdded', name: 'Design' } as const
  test('is added', () => given().when({ type: 'Add', name: 'Design' }).yields(added))
  test('is added once', () => given(added).when({ type: 'Add', name: 'Design' }).yields())
})

describe('a location', () => {
  const given = specOf(location)
  const lisbon = { name: 'Lisbon', country: 'PT', zone: 'Europe/Lisbon' }
  test('is added', () =>
    given()
      .when({ type: 'Add', ...lisbon })
      .yields({ type: 'LocationAdded', ...lisbon }))
  test('is added once', () =>
    given({ type: 'LocationAdded', ...lisbon })
      .when({ type: 'Add', ...lisbon })
      .yields())
  test.each(['', 'Europe', 'Europe/Atlantis', '+01:00', 'europe/lisbon', 'Etc/GMT+1'])(
    'is never in the zone %j',
    (zone) =>
      given()
        .when({ type: 'Add', ...lisbon, zone })
        .refuses({ type: 'InvalidZone' }),
  )
  test.each(['', 'pt', 'XX', 'UK', 'EU', 'PRT'])('is never in the country %j', (country) =>
    given()
      .when({ type: 'Add', ...lisbon, country })
      .refuses({ type: 'InvalidCountry' }),
  )
})

describe('the departments of a company', () => {
  const given = specOf(departments)
  const said = { name: 'Sales', parent: null, head: null }
  const sales = { type: 'DepartmentAdded', department: 'sales', ...said } as const
  const west = { type: 'DepartmentAdded', department: 'west', name: 'West', parent: 'sales', head: ana } as const
  const add = { type: 'Add', against: null } as const
  const change = { type: 'Change', against: null } as const
  test('are added, and lie in one another', () =>
    given(sales)
      .when({ ...add, department: 'west', name: 'West', parent: 'sales', head: ana })
      .yields(west))
  test('are added once', () =>
    given(sales)
      .when({ ...add, department: 'sales', ...said })
      .yields())
  test('lie in what is there', () =>
    given()
      .when({ ...add, department: 'west', name: 'West', parent: 'sales', head: null })
      .refuses({ type: 'UnknownDepartment', department: 'sales' }))
  test('are changed where they are there', () =>
    given(sales)
      .when({ ...change, department: 'west', ...said })
      .refuses({ type: 'UnknownDepartment', department: 'west' }))
  test('are led by somebody else from now on', () =>
    given(sales, west)
      .when({ ...change, department: 'west', name: 'West', parent: 'sales', head: ben })
      .yields({ type: 'DepartmentChanged', department: 'west', name: 'West', parent: 'sales', head: ben }))
  test('are not led by nobody anybody knows', () => {
    const against = { type: 'UnknownPerson', person: ben } as const
    given(sales)
      .when({ ...change, department: 'sales', ...said, head: ben, against })
      .refuses(against)
  })
  test.each(['sales', 'west'])('never lie below themselves: sales in %s', (parent) =>
    given(sales, west)
      .when({ ...change, department: 'sales', ...said, parent })
      .refuses({ type: 'DepartmentInItself', department: 'sales' }),
  )
})

describe('the roles of a person', () => {
  const given = specOf(roles)
  const granted = { type: 'RoleGranted', role: 'approver' } as const
  const revoked = { type: 'RoleRevoked', role: 'approver' } as const
  test('are granted', () => given().when({ type: 'Grant', role: 'approver', against: null }).yields(granted))
  test('are granted once', () => given(granted).when({ type: 'Grant', role: 'approver', against: null }).yields())
  test('are not granted to nobody', () => {
    const against = { type: 'UnknownPerson', person: ana } as const
    given().when({ type: 'Grant', role: 'approver', against }).refuses(against)
  })
  test('are revoked', () => given(granted).when({ type: 'Revoke', role: 'approver' }).yields(revoked))
  test('are revoked once', () => given(granted, revoked).when({ type: 'Revoke', role: 'approver' }).yields())
  test('are granted again', () =>
    given(granted, revoked).when({ type: 'Grant', role: 'approver', against: null }).yields(granted))
})

describe('a mail address', () => {
  const given = specOf(mail)
  const reserve = { type: 'Reserve', insteadOf: null } as const
  const anas = { type: 'MailReserved', person: ana, at } as const
  test('is reserved', () =>
    given()
      .when({ ...reserve, person: ana, at })
      .yields(anas))
  test('stays with its holder', () =>
    given(anas)
      .when({ ...reserve, person: ana, at: later })
      .yields())
  test('is held by one', () =>
    given(anas)
      .when({ ...reserve, person: ben, at: later })
      .refuses({ type: 'Held', by: ana, since: at }))
  test('changes hands when its holder lost it', () =>
    given(anas)
      .when({ ...reserve, person: ben, at: later, insteadOf: ana })
      .yields({ type: 'MailReserved', person: ben, at: later }))
  test('does not change hands twice', () =>
    given(anas, { type: 'MailReserved', person: ben, at: later })
      .when({ ...reserve, person: 'carla' as PersonId, at: later, insteadOf: ana })
      .refuses({ type: 'Held', by: ben, since: later }))
})

const people = fc.constantFrom(ana, ben)
const lawsOf = {
  team: deciderLaws({
    decider: team,
    codec: teamCodec,
    commands: fc.record({ type: fc.constant('Add' as const), name: fc.constantFrom('Design', 'Zoë’s 👩‍🚀') }),
  }),
  location: deciderLaws({
    decider: location,
    codec: locationCodec,
    commands: fc.record({
      type: fc.constant('Add' as const),
      name: fc.constant('Here'),
      country: fc.constantFrom('PT', 'XX'),
      zone: fc.constantFrom('Europe/Lisbon', 'nowhere'),
    }),
  }),
  departments: deciderLaws({
    decider: departments,
    codec: departmentsCodec,
    commands: fc.record({
      type: fc.constantFrom('Add' as const, 'Change' as const),
      department: fc.constantFrom('a', 'b', 'c'),
      name: fc.constantFrom('Sales', 'West'),
      parent: fc.constantFrom(null, 'a', 'b', 'c'),
      head: fc.option(people),
      against: fc.constantFrom(null, { type: 'UnknownPerson', person: ana } as const),
    }),
    invariants: {
      'no department lies below itself': ({ departments: all }) =>
        all.every(({ parent }) => {
          let above = parent
          for (const _ of all) above = all.find(({ id }) => id === above)?.parent ?? null
          return above === null
        }),
    },
  }),
  roles: deciderLaws({
    decider: roles,
    codec: rolesCodec,
    commands: fc.oneof(
      fc.record({
        type: fc.constant('Grant' as const),
        role: fc.constantFrom(...OWN_ROLES),
        against: fc.constantFrom(null, { type: 'UnknownPerson', person: ana } as const),
      }),
      fc.record({ type: fc.constant('Revoke' as const), role: fc.constantFrom(...OWN_ROLES) }),
    ),
  }),
  mail: deciderLaws({
    decider: mail,
    codec: mailCodec,
    commands: fc.record({
      type: fc.constant('Reserve' as const),
      person: people,
      at: fc.constantFrom(at, later),
      insteadOf: fc.option(people),
    }),
  }),
}

describe.each(Object.entries(lawsOf))('the laws of %s', (_decider, laws) => {
  test.each(Object.entries(laws))('%s', (_law, holds) => holds())
})
