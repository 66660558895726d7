import { stoppedClock } from '@awayday/clock'
import { err } from '@awayday/kernel'
import { metered } from '@awayday/meter'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { showPeople } from '#application/show-company.ts'
import { compose } from '#composition/compose.ts'
import { furnished, type House, newPerson } from './house.ts'
import { bodiesOf, life, personalTexts } from './life.ts'
import { onDynamoDb, onMongoDb, type TestStore } from './stores.ts'

const MORNING = '2026-03-02T09:00:00.000Z'
const lived = async (house: House) => {
  await life(house)
  return house
}

describe.each(Object.entries({ mongodb: onMongoDb, dynamodb: onDynamoDb }))('a company on %s', (name, on) => {
  let opened: TestStore
  let house: House
  let model: House
  const companyOf = async (tenant: string) => {
    const clock = stoppedClock(MORNING)
    return furnished(await compose(opened.env, { clock }), clock, tenant)
  }

  beforeAll(async () => {
    opened = await on()
    house = await lived(await companyOf(`life-on-${name}`))
    // The same company on SQLite: ids follow from tenant, command and stream, so everything must be the same.
    const clock = stoppedClock(MORNING)
    const env = { AWAYDAY_SECRET: `a secret for the model of ${name} ....`, AWAYDAY_DATA_DIR: ':memory:' }
    const world = await compose({ ...env, AWAYDAY_DEMO: '1', AWAYDAY_METER: 'estimate' }, { clock })
    model = await lived(await furnished(world, clock, `life-on-${name}`))
  })
  afterAll(() => opened[Symbol.asyncDispose]())

  test('holds the very bytes it holds on SQLite, and no name and no mail among them', async () => {
    const bodies = await bodiesOf(house)
    expect(bodies).toEqual(await bodiesOf(model))
    expect(bodies.length).toBeGreaterThan(10)
    for (const text of personalTexts) expect(bodies.join().toLowerCase()).not.toContain(text.toLowerCase())
  })

  test('is shown as it is on SQLite', async () => {
    const people = await showPeople(model.world)({ ...model.founder, person: await anybody(model) })
    expect(people.map(({ name: shown, roles }) => [shown, roles])).toEqual([
      ['Ana Costa', ['employee']],
      ['Zoë Ünal', ['employee', 'approver', 'admin']],
    ])
    expect(await showPeople(house.world)({ ...house.founder, person: await anybody(house) })).toEqual(people)
  })

  test('costs to look at what SQLite estimates that it costs on DynamoDB', async () => {
    const cost = async ({ world, tenant }: House) =>
      (await metered(() => Promise.all([world.views.people(tenant), world.views.teams(tenant)]))).units
    expect(await cost(house)).toEqual(await cost(model))
    expect((await cost(model)).reads).toBeGreaterThan(0)
  })

  test('gives a mail that many are added with at the same moment to exactly one', async () => {
    const racing = await companyOf(`racing-on-${name}`)
    for (let round = 0; round < 25; round++) {
      const racers = Array.from({ length: 4 }, (_, n) =>
        newPerson(`Racer ${round} ${n}`, racing, { mail: `round-${round}@example.com` }),
      )
      const outcomes = await Promise.all(racers)
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(3).fill(err({ type: 'MailTaken' })))
    }
  })
})

const anybody = async ({ world, tenant }: House) => {
  const [someone] = await world.views.people(tenant)
  if (!someone) throw new Error('nobody is there')
  return someone.person
}
