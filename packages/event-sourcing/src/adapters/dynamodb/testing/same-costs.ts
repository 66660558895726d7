import { type Bill, metered } from '@awayday/meter'
import { expect } from 'vitest'
import { type Given, given } from '../../../testing/given.ts'

/**
 * Takes the same steps twice, for two tenants whose names are as long: on ports whose client tells what the server reports,
 * and on ports that tell an estimate. The units of each call of a step, which its name follows, must be the same.
 */
export const sameCosts =
  <Ports>(ports: { readonly reported: () => Ports; readonly estimated: () => Ports }) =>
  (steps: (ports: Ports, given: Given) => AsyncGenerator<string>) =>
  async (): Promise<void> => {
    const reported = await billOf(steps(ports.reported(), given()))
    expect(reported.length).toBeGreaterThan(0)
    expect(await billOf(steps(ports.estimated(), given()))).toEqual(reported)
  }

const billOf = async (steps: AsyncGenerator<string>): Promise<readonly (readonly [string, Bill])[]> => {
  const bill: [string, Bill][] = []
  for (;;) {
    const { value: step, bill: spent } = await metered(() => steps.next())
    if (step.done) return bill
    bill.push([step.value, spent])
  }
}
