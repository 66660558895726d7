import { AsyncLocalStorage } from 'node:async_hooks'

/** DynamoDB request units: a read unit is 4 KB read strongly, a write unit 1 KB written. Halves are possible for reads. */
export type Units = { readonly reads: number; readonly writes: number }

type Running = { reads: number; writes: number }
const current = new AsyncLocalStorage<Running>()

/** Runs something and tells what every store call within it cost, or would have cost, on DynamoDB. Within another metering it counts for both. */
export const metered = async <T>(run: () => Promise<T>): Promise<{ readonly value: T; readonly units: Units }> => {
  const units: Running = { reads: 0, writes: 0 }
  try {
    return { value: await current.run(units, run), units }
  } finally {
    spend(units)
  }
}

/** Adds to the metering that is running, if one is. Adapters call it once per answer of the store. */
export const spend = ({ reads = 0, writes = 0 }: Partial<Units>): void => {
  const units = current.getStore()
  if (!units) return
  units.reads += reads
  units.writes += writes
}

/** Whether anybody wants to know: asking a server for its units costs it time. */
export const isMetering = (): boolean => current.getStore() !== undefined
