import { describe, expect, test } from 'vitest'
import type { Difference } from './difference.ts'
import { settled } from './settled.ts'

const difference: Difference = {
  tenant: 'acme',
  collection: 'events',
  key: 'person/ana#0000000001',
  is: 'missing',
  broken: 'target',
  why: 'it is not there yet',
}
/** In doubt for so many looks. */
const settling = (looks: number) => {
  let left = looks
  return async () => ({ ahead: 0, differences: left-- > 0 ? [difference] : [] })
}

describe('what differs', () => {
  test('is looked at for as long as some of it still settles', async () => {
    const doubts = [1, 2, 3, 4, 5, 6].map(settling)
    expect(await settled(doubts, { again: 1, pauseMs: 0 })).toEqual({ ahead: 0, differences: [] })
  })

  test('counts once nothing of it has settled for so many looks', async () => {
    const doubts = [1, 2, 5].map(settling)
    expect(await settled(doubts, { again: 1, pauseMs: 0 })).toEqual({ ahead: 0, differences: [difference] })
  })
})
