import { randomBytes } from 'node:crypto'
import type { Instant, TenantId } from '@awayday/kernel'
import { commandId } from '../command.ts'
import { APPEND_BYTES_MAX, type NewRecord, newRecord, type StoredEvent } from '../record.ts'
import { parseStreamName, type StreamId } from '../stream.ts'
import { metaOf } from './commands.ts'

/** Names nobody else uses, so that clauses run side by side on one store and nothing is ever cleared. */
export const given = () => {
  const mark = `t${randomBytes(6).toString('hex')}`
  let streams = 0

  const tenant = (suffix = ''): TenantId => `${mark}${suffix}` as TenantId
  const stream = (name?: string, of: TenantId = tenant()): StreamId => ({
    tenant: of,
    name: parseStreamName(name ?? `thing/${++streams}`) ?? fail(`not a stream's name: ${name}`),
  })
  return { tenant, stream, noted }
}
export type Given = ReturnType<typeof given>

/** A record as a command of that key would write it. */
export const noted = (
  key: string,
  { events = 1, data = {} }: { readonly events?: number; readonly data?: unknown } = {},
): NewRecord => {
  const meta = metaOf('anybody' as TenantId, key)
  return newRecord({
    at: '2026-05-04T08:00:00.000Z' as Instant,
    by: 'ana',
    command: { id: commandId(meta), digest: meta.digest },
    correlation: 'correlation-1',
    cause: 'request-1',
    prev: null,
    events: Array.from({ length: events }, (_, n): StoredEvent => ({ type: 'Noted', v: 1, data: { n, data } })),
  })
}

const fail = (why: string): never => {
  throw new Error(why)
}

/** That many records, each of a command of its own. */
export const manyNoted = (count: number, key = 'note'): readonly NewRecord[] =>
  Array.from({ length: count }, (_, n) => noted(`${key} ${n}`))

export const bodies = (records: readonly { readonly body: string }[]): readonly string[] =>
  records.map(({ body }) => body)

/** A record of exactly the most bytes allowed, filled with one character. */
export const largest = (filling: string): NewRecord => {
  const room = APPEND_BYTES_MAX - Buffer.byteLength(noted(filling, { data: '' }).body)
  const fits = Math.floor(room / Buffer.byteLength(filling))
  const rest = room - fits * Buffer.byteLength(filling)
  return noted(filling, { data: filling.repeat(fits) + 'x'.repeat(rest) })
}
