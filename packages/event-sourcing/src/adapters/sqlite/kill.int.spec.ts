import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { TenantId } from '@awayday/kernel'
import { afterAll, describe, expect, test } from 'vitest'
import { digestOf, readBody } from '../../record.ts'
import { parseStreamName } from '../../stream.ts'
import { whole } from '../../testing/reading.ts'
import { openDatabase } from './database.ts'
import { sqliteEventStore } from './event-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'awayday-kill-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Acknowledged = readonly [stream: string, version: number, digest: string]

/** Starts a writer, kills it (-9) when it has acknowledged so many appends, and tells all that it acknowledged. */
const killedAfter = async (acknowledgements: number, file: string): Promise<readonly Acknowledged[]> => {
  const program = fileURLToPath(new URL('./processes/write-until-killed.ts', import.meta.url))
  const writer = spawn(process.execPath, [program, file, `${acknowledgements}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(writer, 'exit')
  const all: Acknowledged[] = []
  for await (const line of createInterface(writer.stdout)) {
    if (line.endsWith(']')) all.push(JSON.parse(line) as Acknowledged)
    if (all.length === acknowledgements) writer.kill('SIGKILL')
  }
  await ended
  return all
}

describe('a writer that is killed', () => {
  test.each([1, 50, 217])('after %d appends leaves them all, and no part of another', async (count) => {
    const file = join(folder, `${count}.sqlite`)
    const acknowledged = [...(await killedAfter(count, file)), ...(await killedAfter(count, file))]

    const db = openDatabase(file)
    expect({ ...db.prepare('PRAGMA integrity_check').get() }).toEqual({ integrity_check: 'ok' })
    const store = sqliteEventStore(db)
    let stored = 0
    for (const id of ['0', '1', '2']) {
      const name = parseStreamName(`thing/${id}`)
      if (!name) throw new Error('not a name')
      const { records } = await whole(store, { tenant: 'acme' as TenantId, name }) // throws on a gap
      stored += records.length
      for (const record of records) expect(readBody(record).events.length).toBeGreaterThan(0)
      expect(
        acknowledged
          .filter(([stream]) => stream === name)
          .filter(([, version, digest]) => digestOf(records[version - 1]?.body ?? '') !== digest),
      ).toEqual([])
    }
    // What was under way when each of the two was killed may be there as well.
    expect(stored).toBeGreaterThanOrEqual(acknowledged.length)
    db.close()
  })
})
