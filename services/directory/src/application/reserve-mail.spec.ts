import { handle } from '@awayday/event-sourcing'
import { err, type PersonId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { person } from '#domain/person.ts'
import { day, done, type House, metaOf, newHouse, newPerson } from '#testing/house.ts'
import { personCodec } from '#wire/events.ts'
import { loadPerson } from './load.ts'
import { reserveMail } from './reserve-mail.ts'
import { personStream } from './streams.ts'

const mail = 'ana@example.com'
const taken = err({ type: 'MailTaken' })

/** Somebody's command ends between its reservation and its person. */
const reservedOnly = (house: House, id: PersonId) => reserveMail(house.world)(metaOf(house, `crash ${id}`), id, mail)

/** … and goes on much later. */
const lateJoin = (house: House, id: PersonId) => {
  const { world, tenant, team, location } = house
  const place = { from: day('2026-01-01'), team, location, department: null, labels: [], approver: null, against: null }
  const join = handle({ store: world.store }, person(id), personCodec)
  return join(personStream(tenant, id), metaOf(house, `late ${id}`), () => ({ type: 'Join', ...place }))
}

const racing = (house: House, how: number) =>
  Promise.all(Array.from({ length: how }, (_, n) => newPerson(`Racer ${n}`, house, { mail })))

describe('a mail address', () => {
  test('that many are added with at the same moment belongs to exactly one', async () => {
    for (let round = 0; round < 20; round++) {
      const outcomes = await racing(await newHouse(), 8)
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(7).fill(taken))
    }
  })

  test('that was reserved a moment ago is not taken over', async () => {
    const house = await newHouse('2026-03-02T09:00:00.000Z')
    expect(await reservedOnly(house, 'crashed' as PersonId)).toBe(null)
    house.clock.set('2026-03-02T09:00:59.999Z')
    expect(await newPerson('Ana', house, { mail })).toEqual(taken)
  })

  test('that was reserved and never used is free after a minute', async () => {
    const house = await newHouse('2026-03-02T09:00:00.000Z')
    await reservedOnly(house, 'crashed' as PersonId)
    house.clock.set('2026-03-02T09:01:00.000Z')
    const { person: ana } = done(await newPerson('Ana', house, { mail }))
    expect(await newPerson('Another', house, { mail })).toEqual(taken)
    expect((await loadPerson(house.world, house.tenant, ana)).status).toBe('employed')
  })

  test('that was taken over is lost to a holder who comes late', async () => {
    const house = await newHouse('2026-03-02T09:00:00.000Z')
    const crashed = 'crashed' as PersonId
    await reservedOnly(house, crashed)
    house.clock.set('2026-03-02T09:01:00.000Z')
    done(await newPerson('Ana', house, { mail }))
    expect(await lateJoin(house, crashed)).toEqual(taken)
    expect(await loadPerson(house.world, house.tenant, crashed)).toEqual({ status: 'lapsed' })
  })

  test('whose holder came into being at last is not taken over, however old the reservation', async () => {
    const house = await newHouse('2026-03-02T09:00:00.000Z')
    const slow = 'slow' as PersonId
    await reservedOnly(house, slow)
    house.clock.set('2026-03-03T09:00:00.000Z')
    done(await lateJoin(house, slow))
    expect(await newPerson('Ana', house, { mail })).toEqual(taken)
  })

  test('that lies stale goes to exactly one of many, its late holder included', async () => {
    for (let round = 0; round < 20; round++) {
      const house = await newHouse('2026-03-02T09:00:00.000Z')
      const late = 'late' as PersonId
      await reservedOnly(house, late)
      house.clock.set('2026-03-02T09:01:00.000Z')
      const [holder, others] = await Promise.all([lateJoin(house, late), racing(house, 6)])
      expect([holder, ...others].filter(({ ok }) => ok)).toHaveLength(1)
    }
  })
})
