import { AsyncLocalStorage } from 'node:async_hooks'

/** DynamoDB request units: a read unit is 4 KB read strongly, a write unit 1 KB written. Halves are possible for reads. */
export type Units = { readonly reads: number; readonly writes: number }

/** The units of each call of a port, by port and method: `events.read`. */
export type Bill = Readonly<Record<string, Units>>

type Sum = { reads: number; writes: number }
type Metering = { readonly units: Sum; readonly bill: Record<string, Sum> }
/** `call`: of a port, on whose behalf a client is at work. */
const current = new AsyncLocalStorage<{ readonly metering: Metering; readonly call?: string }>()

/** Runs something and tells what every store call within it cost, or would have cost, on DynamoDB. Within another metering it counts for both. */
export const metered = async <T>(
  run: () => Promise<T>,
): Promise<{ readonly value: T; readonly units: Units; readonly bill: Bill }> => {
  const metering: Metering = { units: { reads: 0, writes: 0 }, bill: {} }
  try {
    return { value: await current.run({ metering }, run), ...metering }
  } finally {
    for (const [call, units] of Object.entries(metering.bill)) spend(call, units)
  }
}

/** Adds to the metering that is running, if one is. Adapters call it once per answer of the store. */
export const spend = (call: string, { reads = 0, writes = 0 }: Partial<Units>): void => {
  const metering = current.getStore()?.metering
  if (!metering) return
  metering.bill[call] ??= { reads: 0, writes: 0 }
  for (const sum of [metering.units, metering.bill[call]]) {
    sum.reads += reads
    sum.writes += writes
  }
}

/** Runs something that nobody is to be charged for who is being metered now. */
export const unmetered = <T>(run: () => T): T => current.exit(run)

/** Names the port call that a client works for, where it is the client that spends. */
export const calling = <T>(call: string, ask: () => T): T => {
  const running = current.getStore()
  return running ? current.run({ ...running, call }, ask) : ask()
}

/** The port call that a client works for, while anybody wants to know what it costs: asking a server for its units costs it time. */
export const meteredCall = (): string | undefined => {
  const running = current.getStore()
  return running && (running.call ?? 'client')
}
