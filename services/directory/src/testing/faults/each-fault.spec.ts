import { triedWithFaults } from '@awayday/stores/testing'
import { describe, expect, test } from 'vitest'
import { faultyHouse } from './ground.ts'
import { useCases } from './use-cases.ts'

/** On a machine that does other things as well. */
const BUSY_MS = 300_000

const refused: readonly string[] = [
  'addPerson: whose mail is taken',
  'addPerson: at a place that is not there',
  'endEmployment: of an admin',
  'revokeRole: of the last admin',
]

describe('with each fault at each call of a port, one effect and its answer', () => {
  test.each(Object.entries(useCases))('%s', { timeout: BUSY_MS }, async (name, given) => {
    const house = await faultyHouse()
    const { answer, calls } = await triedWithFaults(house.ground, await given(house))
    expect(calls).not.toEqual([])
    if (refused.includes(name)) expect(answer).toMatchObject({ ok: false })
    else expect(answer).not.toMatchObject({ ok: false })
  })
})
