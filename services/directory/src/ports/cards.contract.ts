import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import { type Given, listed } from '@awayday/event-sourcing/contracts'
import type { Instant, PersonId } from '@awayday/kernel'
import type { Cards } from './cards.port.ts'

const [ana, ben] = ['ana', 'ben'] as PersonId[] as [PersonId, PersonId]
const writtenAt = '2026-03-02T09:00:00.000Z' as Instant
const cardOf = (name: string) => ({ name, mail: `${name}@example.com`, writtenAt })

export const cardsContract: Contract<Cards, Given> = {
  'a card nobody wrote is not there': async (cards, { tenant }) => {
    assert.deepEqual(await cards.load(tenant(), ana), { rev: 0 })
    assert.deepEqual(await listed(cards.all(tenant())), [])
  },

  'a card is read as it was written, and as it was replaced': async (cards, { tenant }) => {
    assert.equal(await cards.save(tenant(), ana, cardOf('Ana'), 0), true)
    assert.deepEqual(await cards.load(tenant(), ana), { rev: 1, card: cardOf('Ana') })
    assert.equal(await cards.save(tenant(), ana, cardOf('Ана 👩‍🚀'), 1), true)
    assert.deepEqual(await cards.load(tenant(), ana), { rev: 2, card: cardOf('Ана 👩‍🚀') })
  },

  'a late writer is told so and leaves no trace': async (cards, { tenant }) => {
    await cards.save(tenant(), ana, cardOf('Ana'), 0)
    assert.equal(await cards.save(tenant(), ana, cardOf('Late'), 0), false)
    assert.equal(await cards.purge(tenant(), ana, 0), false)
    assert.deepEqual(await cards.load(tenant(), ana), { rev: 1, card: cardOf('Ana') })
  },

  'a purged card is gone, and does not come back by a late copy': async (cards, { tenant }) => {
    await cards.save(tenant(), ana, cardOf('Ana'), 0)
    assert.equal(await cards.purge(tenant(), ana, 1), true)
    assert.deepEqual(await cards.load(tenant(), ana), { rev: 2 })
    assert.deepEqual(await listed(cards.all(tenant())), [])
    for (const seen of [0, 1]) assert.equal(await cards.save(tenant(), ana, cardOf('Ana'), seen), false)
  },

  'all cards of a company are listed, and no other’s': async (cards, { tenant }) => {
    await cards.save(tenant(), ana, cardOf('Ana'), 0)
    await cards.save(tenant(), ben, cardOf('Ben'), 0)
    await cards.save(tenant('a'), ana, cardOf('Another'), 0)
    const found = (await listed(cards.all(tenant()))).toSorted((a, b) => (a.person < b.person ? -1 : 1))
    assert.deepEqual(found, [
      { person: ana, rev: 1, card: cardOf('Ana') },
      { person: ben, rev: 1, card: cardOf('Ben') },
    ])
  },
}
