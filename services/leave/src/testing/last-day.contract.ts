import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import { days } from '@awayday/kernel'
import { tellPerson } from '#application/person-stream.ts'
import { ledgerOf } from '#domain/ledger.ts'
import { requestsOf } from '#domain/state.ts'
import { day, type Office } from './office.ts'
import { oneDayLeft, race } from './races.ts'

/** Through the real use case: two to four approvals for one remaining day, one of which wins. */
export const lastDayRaces = (races: number): Contract<Office> => ({
  [`in ${races} races for the last day exactly one approval wins, and the others are told why not`]: async (office) => {
    for (let n = 0; n < races; n++) {
      const { person, requests } = await oneDayLeft(office, `racer-${n}`, 2 + (n % 3))
      const outcomes = await race(office, person, requests)
      assert.equal(outcomes.filter(({ ok }) => ok).length, 1)
      for (const outcome of outcomes)
        if (!outcome.ok) {
          const { type, ...facts } = outcome.error
          assert.deepEqual([type, 'asked' in facts && facts.asked], ['NotEnoughLeft', days(1)])
          assert.deepEqual('available' in facts && facts.available, days(0))
        }
      const { state } = await tellPerson(office.world, office.tenant, person)
      assert.equal(requestsOf(state).filter(({ status }) => status === 'approved').length, 2)
      assert.deepEqual(ledgerOf(state, 'vacation', day('2026-12-31')).figures.taken, days(22))
    }
  },
})
