import { err, type PersonId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { actorOf, day, done, furnished, inputOf, joinedPerson, metaOf, newHouse, newPerson } from '#testing/house.ts'
import { addPerson } from './add-person.ts'
import { endEmployment } from './end-employment.ts'
import { loadPerson } from './load.ts'
import { newPerson as newPersonId } from './streams.ts'

describe('adding a person', () => {
  test('keeps facts in their stream and the personal text on a card', async () => {
    const house = await newHouse()
    const { world, tenant, team, location } = house
    const { person, version } = done(await newPerson('Ana Costa', house))
    expect(version).toBe(1)
    expect(await loadPerson(world, tenant, person)).toEqual({
      status: 'employed',
      places: [{ from: '2026-01-01', team, location, department: null, labels: [], approver: null }],
    })
    const card = { name: 'Ana Costa', mail: 'ana.costa@example.com', writtenAt: house.clock.now() }
    expect(await world.cards.load(tenant, person)).toEqual({ rev: 1, card })
  })

  test('is for admins', async () => {
    const house = await newHouse()
    const actor = actorOf(house, 'ben' as PersonId, 'approver')
    const asked = { actor, meta: metaOf(house, 'k'), input: inputOf('Ana', house) }
    expect(await addPerson(house.world)(asked)).toEqual(err({ type: 'AdminsOnly' }))
  })

  test('needs a team, a location and an approver that are there', async () => {
    const house = await newHouse()
    const ghost = 'nobody' as PersonId
    expect(await newPerson('A', house, { team: 'x' })).toEqual(err({ type: 'UnknownTeam', team: 'x' }))
    expect(await newPerson('B', house, { location: 'x' })).toEqual(err({ type: 'UnknownLocation', location: 'x' }))
    expect(await newPerson('C', house, { approver: ghost })).toEqual(err({ type: 'UnknownApprover', approver: ghost }))
  })

  test('knows nothing of another company', async () => {
    const house = await newHouse()
    const other = await furnished(house.world, house.clock, 'the-other-company')
    const ben = await joinedPerson('Ben', other)
    expect(await newPerson('A', house, { team: other.team })).toEqual(err({ type: 'UnknownTeam', team: other.team }))
    expect(await newPerson('B', house, { approver: ben })).toEqual(err({ type: 'UnknownApprover', approver: ben }))
    expect((await newPerson('Ben', house)).ok).toBe(true) // the same mail in another company is another mail
  })

  test('needs an approver who is still there by then', async () => {
    const house = await newHouse()
    const ben = await joinedPerson('Ben', house)
    const input = { person: ben, on: day('2026-03-31') }
    done(await endEmployment(house.world)({ actor: house.founder, meta: metaOf(house, 'end'), input }))
    const late = await newPerson('A', house, { approver: ben, joined: day('2026-04-01') })
    expect(late).toEqual(err({ type: 'UnknownApprover', approver: ben }))
    expect((await newPerson('B', house, { approver: ben, joined: day('2026-03-31') })).ok).toBe(true)
  })

  test('refuses a mail that somebody has, however it is spelt', async () => {
    const house = await newHouse()
    await joinedPerson('Ana', house, { mail: 'ana@example.com' })
    expect(await newPerson('Another', house, { mail: 'ANA@Example.com' })).toEqual(err({ type: 'MailTaken' }))
  })

  test('that was refused leaves no card', async () => {
    const house = await newHouse()
    await joinedPerson('Ana', house, { mail: 'ana@example.com' })
    await newPerson('Another', house, { mail: 'ana@example.com' })
    await newPerson('Third', house, { team: 'x' })
    expect(await namesIn(house)).toEqual(['Ana'])
  })

  test('tried again is the same success, and one person', async () => {
    const house = await newHouse()
    const first = await newPerson('Ana', house)
    expect(await newPerson('Ana', house)).toEqual(first)
    expect(await namesIn(house)).toEqual(['Ana'])
  })

  test('tried again is the same success, whatever has changed meanwhile', async () => {
    const house = await newHouse()
    const ben = await joinedPerson('Ben', house)
    const first = await newPerson('Ana', house, { approver: ben })
    const input = { person: ben, on: day('2026-01-01') }
    done(await endEmployment(house.world)({ actor: house.founder, meta: metaOf(house, 'end'), input }))
    expect(await newPerson('Ana', house, { approver: ben })).toEqual(first)
  })

  test('with a key that was used for another person reserves nothing for nobody', async () => {
    const house = await newHouse()
    const meta = metaOf(house, 'key', { digest: 'of one request' })
    done(await addPerson(house.world)({ actor: house.founder, meta, input: inputOf('Ana', house) }))
    const other = { actor: house.founder, meta: { ...meta, digest: 'of another' }, input: inputOf('Ben', house) }
    expect(await addPerson(house.world)(other)).toEqual(err({ type: 'KeyReused' }))
    expect((await newPerson('Ben', house)).ok).toBe(true)
  })

  test('with a key that was used for something else changes nothing', async () => {
    const house = await newHouse()
    const meta = metaOf(house, 'team')
    const asked = { actor: house.founder, meta, input: inputOf('Ana', house) }
    expect(await addPerson(house.world)(asked)).toEqual(err({ type: 'KeyReused' }))
    expect(await loadPerson(house.world, house.tenant, newPersonId(meta))).toEqual({ status: 'unknown' })
    expect(await namesIn(house)).toEqual([])
  })
})

const namesIn = async ({ world, tenant }: Awaited<ReturnType<typeof newHouse>>): Promise<readonly string[]> => {
  const names: string[] = []
  for await (const { card } of world.cards.all(tenant)) names.push(card.name)
  return names.sort()
}
