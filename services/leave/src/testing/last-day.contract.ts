import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import { days } from '@awayday/kernel'
import { tellPerson } from '#application/person-stream.ts'
import { balanceOf } from '#domain/ledger/ledger-of.ts'
import { isAccepted } from '#domain/person/state.ts'
import { day, type Office } from './office.ts'
import { oneDayLeft, race } from './races.ts'

/** Races of different people at the same time: a server answers several calls as fast as one. */
const AT_ONCE = 10

/** Through the real use case: two to four approvals for one remaining day, one of which wins. */
export const lastDayRaces = (races: number): Contract<Office> => ({
  [`in ${races} races for the last day exactly one approval wins, and the others are told why not`]: async (office) => {
    for (let n = 0; n < races; n += AT_ONCE)
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, races - n) }, (_, k) => oneRace(office, n + k)))
  },
})

const oneRace = async (office: Office, n: number): Promise<void> => {
  const { person, requests } = await oneDayLeft(office, `racer-${n}`, 2 + (n % 3))
  const outcomes = await race(office, person, requests)
  assert.equal(outcomes.filter(({ ok }) => ok).length, 1)
  for (const outcome of outcomes) {
    if (outcome.ok) continue
    const { type, ...facts } = outcome.error
    const on = 'on' in facts && facts.on
    assert.deepEqual([type, facts], ['NotEnoughLeft', { asked: days(1), available: days(0), on }])
  }
  const { state, facts } = await tellPerson(office.world, office.tenant, person)
  assert.equal(state.requests.filter(isAccepted).length, 2)
  assert.equal(balanceOf(facts, 'vacation', day('2026-12-31')).taken, days(22).n)
}
