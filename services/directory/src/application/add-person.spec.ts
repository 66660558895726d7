import { err, type PersonId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { actorOf, day, done, inputOf, joinedPerson, metaOf, newHouse, newPerson } from '#testing/house.ts'
import { addPerson } from './add-person.ts'
import { endEmployment } from './end-employment.ts'
import { loadPerson } from './load.ts'

describe('adding a person', () => {
  test('keeps facts in their stream and the personal text on a card', async () => {
    const house = await newHouse()
    const { world, tenant, team, location } = house
    const { person, version } = done(await newPerson('Ana Costa', house))
    expect(version).toBe(1)
    expect(await loadPerson(world, tenant, person)).toEqual({
      status: 'employed',
      places: [{ from: '2026-01-01', team, location, approver: null }],
    })
    expect(await world.cards.load(tenant, person)).toEqual({
      rev: 1,
      card: { name: 'Ana Costa', mail: 'ana.costa@example.com' },
    })
  })
})
