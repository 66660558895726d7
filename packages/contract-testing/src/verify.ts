import { afterAll, beforeAll, describe, test } from 'vitest'
import type { Contract } from './contract.ts'

/**
 * Registers a contract's clauses for one adapter. They run side by side on one port, opened before the first and disposed
 * after the last; each gets names of its own.
 */
export const verify = <Port, Given>(
  name: string,
  contract: Contract<Port, Given>,
  { open, given }: { readonly open: () => Promise<Port & AsyncDisposable>; readonly given: () => Given },
): void => {
  describe(name, () => {
    const opened = new AsyncDisposableStack()
    let port: Port
    beforeAll(async () => {
      port = opened.use(await open())
    })
    afterAll(() => opened.disposeAsync())

    for (const [clause, holds] of Object.entries(contract)) test.concurrent(clause, async () => holds(port, given()))
  })
}
