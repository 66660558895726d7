import { addMs, type PersonId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { day, done, type House, inputOf, joinedPerson, metaOf, newHouse, settled } from '#testing/house.ts'
import { addPerson } from './add-person.ts'
import { endEmployment } from './end-employment.ts'
import { purgeCards } from './purge-cards.ts'
import { newPerson } from './streams.ts'

const names = async ({ world, tenant }: House) => {
  const found: string[] = []
  for await (const { card } of world.cards.all(tenant)) found.push(card.name)
  return found.sort()
}
const aDayLater = (house: House) => house.clock.set(addMs(house.clock.now(), 86_400_000))
const meta = (house: House) => metaOf(house, 'cut off')

/** `addPerson` ends between the card and the person. */
const cutOff = ({ world, tenant, clock }: House, id: PersonId) =>
  world.cards.save(tenant, id, { name: 'Cut Off', mail: 'cut@example.com', writtenAt: clock.now() }, 0)

describe('a card', () => {
  test('whose person never came into being is forgotten after a day', async () => {
    const house = await newHouse()
    await cutOff(house, newPerson(meta(house)))
    await purgeCards(house.world)
    expect(await names(house)).toEqual(['Cut Off'])
    aDayLater(house)
    await purgeCards(house.world)
    expect(await names(house)).toEqual([])
  })

  test('of somebody who joined stays, seen by the views or not, and after they left', async () => {
    const house = await newHouse()
    const ana = await joinedPerson('Ana', house)
    const input = { person: ana, on: day('2026-03-02') }
    done(await endEmployment(house.world)({ actor: house.founder, meta: metaOf(house, 'end'), input }))
    await settled(house)
    await joinedPerson('Ben', house)
    aDayLater(house)
    await purgeCards(house.world)
    expect(await names(house)).toEqual(['Ana', 'Ben'])
  })

  test('waits anew when its command is tried again, and keeps the words of the first try', async () => {
    const house = await newHouse()
    const id = newPerson(meta(house))
    await cutOff(house, id)
    aDayLater(house)
    const input = { ...inputOf('Cut Off', house), mail: 'another@example.com' }
    done(await addPerson(house.world)({ actor: house.founder, meta: meta(house), input }))
    const card = { name: 'Cut Off', mail: 'cut@example.com', writtenAt: house.clock.now() }
    expect(await house.world.cards.load(house.tenant, id)).toEqual({ rev: 2, card })
  })

  test('that was purged before its command was tried again is written anew', async () => {
    const house = await newHouse()
    await cutOff(house, newPerson(meta(house)))
    aDayLater(house)
    await purgeCards(house.world)
    const input = inputOf('Cut Off', house)
    done(await addPerson(house.world)({ actor: house.founder, meta: meta(house), input }))
    expect(await names(house)).toEqual(['Cut Off'])
  })
})
