import { describe, test } from 'vitest'
import type { Contract } from './contract.ts'

/** Registers a contract's clauses for one adapter. Each clause opens the port for itself and closes it. */
export const verify = <Port, Given>(
  name: string,
  contract: Contract<Port, Given>,
  { open, given }: { readonly open: () => Promise<Port & AsyncDisposable>; readonly given: () => Given },
): void => {
  describe(name, () => {
    for (const [clause, holds] of Object.entries(contract))
      test.concurrent(clause, async () => {
        await using port = await open()
        await holds(port, given())
      })
  })
}
