import { processClock } from '@awayday/clock'
import { type Actor, type Instant, type PersonId, parseTenantId } from '@awayday/kernel'
import { beforeAll, describe, expect, test } from 'vitest'
import { compose } from '#composition/compose.ts'
import { asking } from '#testing/gateway.ts'
import { actorOf, furnished, type House, joinedPerson, settled } from '#testing/house.ts'

Object.assign(process.env, {
  AWAYDAY_DATA_DIR: ':memory:',
  AWAYDAY_SECRET: 'a secret for the GraphQL functions',
  AWAYDAY_DEMO: '1',
  AWAYDAY_LOG: 'off',
})
const { handler } = await import('./graphql/lambda.ts')

const clock = { now: processClock.now, set: (at: string) => processClock.travelTo(at as Instant) }
let house: House
let other: House
let admin: Actor
let [ana, eve] = ['', ''] as PersonId[] as [PersonId, PersonId]
beforeAll(async () => {
  clock.set('2026-03-02T09:00:00.000Z')
  const world = await compose(process.env)
  house = await furnished(world, clock, 'house')
  other = await furnished(world, clock, 'other')
  ana = await joinedPerson('Ana', house)
  eve = await joinedPerson('Eve', other)
  admin = actorOf(house, ana, 'admin')
  await settled(house)
  await settled(other)
})

let keys = 0
const key = () => `key-${++keys}`
const ask = (name: string, args: Readonly<Record<string, unknown>> = {}, actor: Actor | undefined = admin) =>
  handler(asking(name, args, actor)) as Promise<Record<string, unknown>>
const change = (name: string, input: Readonly<Record<string, unknown>>, actor: Actor | undefined = admin) =>
  ask(`Mutation.${name}`, { input: { commandId: key(), ...input } }, actor)
const problem = (type: string, status: number, facts: object = {}) => ({
  problem: {
    type: `/problems/${type}`,
    title: expect.any(String),
    status,
    detail: null,
    facts: JSON.stringify(facts),
  },
})
const invalid = (path: string) => ({
  problem: expect.objectContaining({
    type: '/problems/InvalidInput',
    status: 400,
    facts: expect.stringContaining(`"path":"${path}"`),
  }),
})
const somebody = () => ({
  name: 'Ben',
  mail: `${key()}@example.com`,
  team: house.team,
  location: house.location,
  approver: null,
  joined: '2026-02-01',
})

describe('a query', () => {
  test('is about the viewer’s own company', async () => {
    const me = {
      id: ana,
      name: 'Ana',
      mail: 'ana@example.com',
      team: house.team,
      location: house.location,
      department: null,
      labels: [],
      approver: null,
      roles: ['employee'],
      joined: '2026-01-01',
      left: null,
    }
    const viewer = actorOf(house, ana)
    expect(await ask('Query.me', {}, viewer)).toEqual(me)
    expect(await ask('Query.people', {}, viewer)).toEqual([me])
    expect(await ask('Query.teams', {}, viewer)).toEqual([{ id: house.team, name: 'Engineering' }])
    expect(await ask('Query.locations', {}, viewer)).toEqual([
      { id: house.location, name: 'Lisbon', country: 'PT', zone: 'Europe/Lisbon' },
    ])
    expect(await ask('Query.company', {}, viewer)).toEqual({
      id: 'house',
      name: 'Acme',
      today: '2026-03-02',
      demo: true,
    })
  })

  test('of nobody is refused', async () => {
    const refused = { problem: expect.objectContaining({ type: '/problems/NotSignedIn', status: 401 }) }
    for (const name of ['company', 'me', 'people', 'teams', 'departments', 'locations'])
      expect(await handler(asking(`Query.${name}`, {}))).toEqual(refused)
  })
})

describe('a change', () => {
  test('answers what it made and the version that holds it', async () => {
    const added = { id: expect.stringMatching(/^[\w-]{22}$/), version: 1 }
    expect(await change('addTeam', { name: 'Design' })).toEqual(added)
    expect(await change('addLocation', { name: 'Boston', country: 'US', zone: 'America/New_York' })).toEqual(added)
    const department = await change('addDepartment', { name: 'Sales' })
    expect(department).toEqual(added)
    expect(await change('changeDepartment', { department: department['id'], name: 'Sales', head: ana })).toEqual({
      id: department['id'],
      version: 2,
    })
    const joined = await change('addPerson', { ...somebody(), department: department['id'], labels: ['first-aid'] })
    expect(joined).toEqual({ person: added.id, version: 1 })
    const { person } = joined
    const { team, location } = house
    expect(await change('movePerson', { person, from: '2026-04-01', team, location, approver: ana })).toEqual({
      person,
      version: 2,
    })
    expect(await change('grantRole', { person, role: 'hr' })).toEqual({ person, version: 1 })
    expect(await change('revokeRole', { person, role: 'hr' })).toEqual({ person, version: 2 })
    expect(await change('endEmployment', { person, on: '2026-06-30' })).toEqual({ person, version: 3 })
  })

  test('repeated under its key is answered alike and done once', async () => {
    const input = { ...somebody(), commandId: key() }
    const first = await ask('Mutation.addPerson', { input })
    expect(await ask('Mutation.addPerson', { input })).toEqual(first)
    expect(await ask('Mutation.addPerson', { input: { ...input, name: 'Bob' } })).toEqual(problem('KeyReused', 422))
    expect(await ask('Mutation.addTeam', { input: { commandId: input.commandId, name: 'X' } })).toEqual(
      problem('KeyReused', 422),
    )
  })

  test('of nobody is refused', async () => {
    const signedOut = handler(asking('Mutation.addTeam', { input: { commandId: key(), name: 'X' } }))
    expect(await signedOut).toEqual(problem('NotSignedIn', 401))
  })

  test.each([
    'addTeam',
    'addLocation',
    'addDepartment',
    'changeDepartment',
    'addPerson',
    'movePerson',
    'endEmployment',
    'grantRole',
    'revokeRole',
  ])('%s is for admins', async (name) => {
    const { team, location } = house
    const inputs: Readonly<Record<string, object>> = {
      addTeam: { name: 'X' },
      addLocation: { name: 'X', country: 'PT', zone: 'Europe/Lisbon' },
      addDepartment: { name: 'X' },
      changeDepartment: { department: 'sales', name: 'X' },
      addPerson: somebody(),
      movePerson: { person: ana, from: '2026-04-01', team, location },
      endEmployment: { person: ana, on: '2026-06-30' },
      grantRole: { person: ana, role: 'admin' },
      revokeRole: { person: ana, role: 'admin' },
    }
    const answer = await change(name, { ...inputs[name] }, actorOf(house, ana, 'approver'))
    expect(answer).toEqual(problem('AdminsOnly', 403))
  })

  test('about another company’s things is answered as if there were none', async () => {
    const { team, location } = house
    const unknown = problem('UnknownPerson', 404, { person: eve })
    const move = { from: '2026-04-01', team, location }
    expect(await change('movePerson', { person: eve, ...move })).toEqual(unknown)
    expect(await change('endEmployment', { person: eve, on: '2026-06-30' })).toEqual(unknown)
    expect(await change('grantRole', { person: eve, role: 'admin' })).toEqual(unknown)
    expect(await change('revokeRole', { person: eve, role: 'admin' })).toEqual(unknown)
    expect(await change('addPerson', { ...somebody(), team: other.team })).toEqual(
      problem('UnknownTeam', 404, { team: other.team }),
    )
    expect(await change('addPerson', { ...somebody(), location: other.location })).toEqual(
      problem('UnknownLocation', 404, { location: other.location }),
    )
    expect(await change('addPerson', { ...somebody(), approver: eve })).toEqual(
      problem('UnknownApprover', 404, { approver: eve }),
    )
  })

  test('that cannot be says why', async () => {
    const { team, location } = house
    const ben = (await change('addPerson', somebody()))['person']
    const move = { person: ben, from: '2026-04-01', team, location, approver: null }
    await change('endEmployment', { person: ben, on: '2026-06-30' })
    const lastDay = { lastDay: '2026-06-30' }
    expect(await change('movePerson', { ...move, from: '2026-07-01' })).toEqual(problem('AlreadyLeft', 409, lastDay))
    expect(await change('movePerson', { ...move, from: '2026-01-31' })).toEqual(
      problem('TooEarly', 422, { earliest: '2026-02-01' }),
    )
    expect(await change('movePerson', { ...move, approver: ben })).toEqual(problem('OwnApprover', 422))
    expect(await change('endEmployment', { person: ben, on: '2026-07-31' })).toEqual(
      problem('AlreadyLeft', 409, lastDay),
    )
    expect(await change('grantRole', { person: ben, role: 'approver' })).toEqual(problem('AlreadyLeft', 409, lastDay))
    expect(await change('grantRole', { person: ana, role: 'employee' })).toEqual(problem('ByEmployment', 422))
    expect(await change('addPerson', { ...somebody(), mail: 'ANA@example.com' })).toEqual(problem('MailTaken', 409))
    const place = { name: 'X', country: 'PT', zone: 'Europe/Lisbon' }
    expect(await change('addLocation', { ...place, zone: 'Mars/Base' })).toEqual(problem('InvalidZone', 422))
    expect(await change('addLocation', { ...place, country: 'XX' })).toEqual(problem('InvalidCountry', 422))
    await change('grantRole', { person: ana, role: 'admin' })
    expect(await change('revokeRole', { person: ana, role: 'admin' })).toEqual(
      problem('LastAdmin', 409, { person: ana }),
    )
    expect(await change('endEmployment', { person: ana, on: '2026-06-30' })).toEqual(
      problem('StillAdmin', 409, { person: ana }),
    )
  })
})

describe('bad input', () => {
  const malformed: readonly (readonly [string, string, object])[] = [
    ['input.name', 'an empty name', { name: '' }],
    ['input.name', 'a name of blanks', { name: ' \u00a0 ' }],
    ['input.name', 'a name too long', { name: 'x'.repeat(101) }],
    ['input.name', 'a name over two lines', { name: 'Ben\nAdmin' }],
    ['input.name', 'a name that turns the text around', { name: 'Ben\u202enimdA' }],
    ['input.name', 'a name that is no text', { name: 7 }],
    ['input.mail', 'a mail without @', { mail: 'ben.example.com' }],
    ['input.mail', 'a mail with a blank', { mail: 'ben fischer@example.com' }],
    ['input.mail', 'a mail with a line break', { mail: 'ben@example.com\r\nBcc: all@example.com' }],
    ['input.mail', 'a mail too long', { mail: `${'x'.repeat(65)}@example.com` }],
    ['input.joined', '30 February', { joined: '2026-02-30' }],
    ['input.joined', 'an instant', { joined: '2026-02-01T00:00:00Z' }],
    ['input.joined', 'a year nobody lives in', { joined: '2999-01-01' }],
    ['input.team', 'an id with a separator', { team: 'a/b' }],
    ['input.location', 'an empty id', { location: '' }],
    ['input.approver', 'an approver by name', { approver: 'Ana Costa' }],
    ['input.labels', 'a label that is a text', { labels: ['ill since May'] }],
    ['input.admin', 'a member nobody asked for', { admin: true }],
  ]
  test.each(malformed)('%s: %s is refused and has no effect', async (path, _what, part) => {
    const before = await names()
    expect(await change('addPerson', { ...somebody(), ...part })).toEqual(invalid(path))
    expect(await names()).toEqual(before)
  })

  test.each([
    ['NUL', '\0'],
    ['half a character', '\ud800'],
  ])('text with %s, which not every store can hold, is refused', async (_what, text) => {
    const refused = { problem: expect.objectContaining({ type: '/problems/UnstorableText', status: 400 }) }
    expect(await change('addTeam', { name: `X${text}` })).toEqual(refused)
  })

  test.each(['', 'with blanks', 'x'.repeat(129), 'ü'])('the command id %j is refused', async (commandId) => {
    const refused = { problem: expect.objectContaining({ type: '/problems/IdempotencyKeyInvalid', status: 400 }) }
    expect(await ask('Mutation.addTeam', { input: { commandId, name: 'X' } })).toEqual(refused)
  })

  test('a role that nobody knows is refused', async () =>
    expect(await change('grantRole', { person: ana, role: 'owner' })).toEqual(invalid('input.role')))
})

/** All cards of the company: what an accepted `addPerson` leaves. */
const names = async () => {
  const all: string[] = []
  const tenant = parseTenantId('house')
  if (tenant) for await (const { card } of house.world.cards.all(tenant)) all.push(card.name)
  return all.sort()
}

describe('files', () => {
  const csv = 'id,name,mail,team,location,joined\nF-1,Fay,fay@example.com,Files,Lisbon,2026-03-01\n'
  const report = { rows: 1, created: 1, unchanged: 0, written: 1, problems: [] }

  test('bring people in, and take them out again', async () => {
    expect(await change('importPeople', { csv, dryRun: true })).toEqual({ ...report, written: 0 })
    expect(await change('importPeople', { csv, dryRun: false })).toEqual(report)
    await settled(house)
    const { csv: all } = await ask('Query.exportPeople')
    expect(String(all).split('\r\n')).toContain(
      `F-1,Fay,fay@example.com,Files,files,Lisbon,${house.location},PT,Europe/Lisbon,,,,,2026-03-01,2026-03-01,,`,
    )
  })

  test('are for admins', async () => {
    const none = { rows: 0, created: 0, unchanged: 0, written: 0, problems: [] }
    const ben = actorOf(house, ana)
    expect(await change('importPeople', { csv, dryRun: false }, ben)).toEqual({
      ...none,
      ...problem('AdminsOnly', 403),
    })
    expect(await ask('Query.exportPeople', {}, ben)).toEqual(problem('AdminsOnly', 403))
  })
})
