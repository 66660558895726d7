import type { EventStore, StreamName } from '@awayday/event-sourcing'
import type { Rival } from '../interleave.ts'
import { request, tenant } from './record.ts'

let made = 0

/** Appends a second, one after another, each knowing the head the last one left: record made, chained, stored. */
export const appendsOf =
  (store: EventStore, appends: number): Rival =>
  async () => {
    const stream = { tenant, name: `person/${++made}` as StreamName }
    const start = await store.read(stream)
    if (!start.ok) throw new Error('a new stream has a head')
    let { head } = start.value
    return rate(appends, async (n) => {
      const appended = await store.append(stream, head, request(n, head.version > 0 ? head.digest : null))
      if (!appended.ok) throw new Error('nobody else writes here')
      head = appended.value.head
    })
  }

/** Writes a second of a bare driver, one after another: bodies of the same size, made before, under keys of the same shape. */
export const writesOf =
  (write: (stream: string, version: number, body: string) => unknown, writes: number): Rival =>
  () => {
    const stream = `bare/${++made}`
    const { body } = request(0, 'prev'.padEnd(43, '0'))
    return rate(writes, (n) => write(stream, n + 1, body))
  }

/** Acts so often, or as often as it can in the time of a round: a server that is busy with others must not stop the bench. */
const rate = async (times: number, act: (n: number) => unknown): Promise<number> => {
  const start = performance.now()
  let done = 0
  while (done < times && performance.now() - start < ROUND_MS_MAX) await act(done++)
  return (done * 1000) / (performance.now() - start)
}
const ROUND_MS_MAX = 3_000
