import assert from 'node:assert/strict'
import type { TenantId } from '@awayday/kernel'
import type { EventStore } from '../event-store.port.ts'
import { isOurs } from '../events-in.ts'
import { digestOf, type RecordBody, readBody } from '../record.ts'
import { whole } from '../whole.ts'

/**
 * What the streams of a tenant say, but for records of our own machinery. Throws where the log is not sound: versions without a gap, each
 * command once in a stream, a chain of digests, time that never runs backwards (log2, log3, log6, log8 of the guarantees).
 */
export const soundLog = async (
  store: EventStore,
  tenant: TenantId,
): Promise<Readonly<Record<string, readonly Omit<RecordBody, 'prev'>[]>>> => {
  const said: Record<string, readonly Omit<RecordBody, 'prev'>[]> = {}
  for await (const { stream, head } of store.heads(tenant)) {
    const { records } = await whole(store, stream)
    assert.equal(records.length, head.version, `${stream.name} does not end at its head`)
    const bodies = records.map(readBody)
    assert.equal(
      new Set(bodies.map(({ command }) => command.id)).size,
      bodies.length,
      `a command twice: ${stream.name}`,
    )
    for (const [n, { prev, at }] of bodies.entries()) {
      const before = records[n - 1]
      assert.equal(prev, before ? digestOf(before.body) : null, `the chain of ${stream.name} breaks at ${n + 1}`)
      assert.ok(n === 0 || (bodies[n - 1]?.at ?? '') <= at, `time runs backwards in ${stream.name}`)
    }
    const theirs = bodies.filter((body) => !isOurs(body)).map(({ prev: _, ...rest }) => rest)
    if (theirs.length > 0) said[stream.name] = theirs
  }
  return said
}
