import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { personCodec } from './events.ts'

/** What was once stored must be read for ever: one file per event type and version, never edited. */
const folder = join(import.meta.dirname, 'golden')
const golden = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const)

describe('events at rest', () => {
  test.each(golden)('%s is read, and written again as it was', (file, text) => {
    const stored = JSON.parse(text)
    expect(file).toBe(`${stored.type}.v${stored.v}.json`)
    const event = personCodec.decode(stored)
    expect(event).toEqual({ type: stored.type, ...stored.data })
    expect(JSON.stringify(personCodec.encode(event))).toBe(JSON.stringify(stored))
  })

  test('have a golden file for every type', () => {
    expect(golden.map(([file]) => file).sort()).toEqual(personCodec.types.map((type) => `${type}.v1.json`).sort())
  })

  test.each([
    ['another version', { type: 'LeaveWithdrawn', v: 2, data: { request: 'r1', by: 'ana', on: '2026-05-04' } }],
    ['another type', { type: 'toString', v: 1, data: {} }],
    ['a member more', { type: 'LeaveWithdrawn', v: 1, data: { request: 'r1', by: 'ana', on: '2026-05-04', why: '' } }],
    ['a member less', { type: 'LeaveWithdrawn', v: 1, data: { request: 'r1', by: 'ana' } }],
    ['a day that is none', { type: 'LeaveWithdrawn', v: 1, data: { request: 'r1', by: 'ana', on: '2026-02-30' } }],
  ])('%s is a defect', (_what, stored) => {
    expect(() => personCodec.decode(stored)).toThrow()
  })
})
