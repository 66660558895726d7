import { triedWithFaults } from '@awayday/stores/testing'
import { describe, expect, test } from 'vitest'
import { faultyOffice } from './ground.ts'
import { useCases } from './use-cases.ts'

/** On a machine that does other things as well. */
const BUSY_MS = 300_000

const refused: readonly string[] = ['requestLeave: refused', 'approveLeave: their own']

describe('with each fault at each call of a port, one effect and its answer', () => {
  test.each(Object.entries(useCases))('%s', { timeout: BUSY_MS }, async (name, given) => {
    const office = await faultyOffice()
    const { answer, calls } = await triedWithFaults(office.ground, await given(office))
    expect(calls).not.toEqual([])
    if (refused.includes(name)) expect(answer).toMatchObject({ ok: false })
    else expect(answer).not.toMatchObject({ ok: false })
  })
})
