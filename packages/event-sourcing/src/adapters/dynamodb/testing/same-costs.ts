import { metered, type Units } from '@awayday/meter'
import { expect } from 'vitest'
import { type Given, given } from '../../../testing/given.ts'

/**
 * Takes the same steps twice, for two tenants whose names are as long: on ports whose client tells what the server reports,
 * and on ports that tell an estimate. The units of each step, which its name follows, must be the same.
 */
export const sameCosts =
  <Ports>(ports: { readonly reported: () => Ports; readonly estimated: () => Ports }) =>
  (steps: (ports: Ports, given: Given) => AsyncGenerator<string>) =>
  async (): Promise<void> => {
    const reported = await billOf(steps(ports.reported(), given()))
    expect(reported.length).toBeGreaterThan(0)
    expect(await billOf(steps(ports.estimated(), given()))).toEqual(reported)
  }

const billOf = async (steps: AsyncGenerator<string>): Promise<readonly (readonly [string, Units])[]> => {
  const bill: [string, Units][] = []
  for (;;) {
    const { value: step, units } = await metered(() => steps.next())
    if (step.done) return bill
    bill.push([step.value, units])
  }
}
