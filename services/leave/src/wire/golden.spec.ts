import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { companyCodec } from './company-events.ts'
import { departmentsCodec } from './department-events.ts'
import { personCodec } from './events.ts'

/** What was once stored must be read for ever: one file per event type and version, never edited. */
type AnyCodec = {
  readonly versions: Readonly<Record<string, number>>
  encode(event: unknown): unknown
  decode(stored: Stored): { readonly type: string }
}
type Stored = { readonly type: string; readonly v: number; readonly data: object }

const filesIn = (folder: string) =>
  readdirSync(join(import.meta.dirname, folder)).map((file) => ({
    file,
    stored: JSON.parse(readFileSync(join(import.meta.dirname, folder, file), 'utf8')),
  }))
const golden = filesIn('golden')
/** What a day costs is stored as a list, without what is usual at its end. */
const inWords = (data: object): object =>
  JSON.parse(JSON.stringify(data), (key, value) =>
    key === 'charges'
      ? value.map(([day, n, unit = 'day', part = 'whole', sandwiched]: readonly unknown[]) => ({
          day,
          unit,
          n,
          part,
          ...(sandwiched === 'sandwiched' && { sandwiched: true }),
        }))
      : value,
  )
const isLatest =
  ({ versions }: AnyCodec) =>
  ({ stored: { type, v } }: { readonly stored: Stored }) =>
    versions[type] === v

describe.each<{ readonly stream: string; readonly files: typeof golden; readonly codec: AnyCodec }>([
  { stream: 'a person', files: golden, codec: personCodec },
  { stream: 'a company', files: filesIn('golden-company'), codec: companyCodec },
  { stream: 'departments', files: filesIn('golden-departments'), codec: departmentsCodec },
])('events of $stream at rest', ({ files, codec }) => {
  test.each(files.filter(isLatest(codec)))('$file is read, and written again as it was', ({ file, stored }) => {
    expect(file).toBe(`${stored.type}.v${stored.v}.json`)
    const event = codec.decode(stored)
    expect(event).toEqual({ type: stored.type, ...inWords(stored.data) })
    expect(JSON.stringify(codec.encode(event))).toBe(JSON.stringify(stored))
  })

  test('have a golden file for every type and version', () => {
    const all = Object.entries(codec.versions).flatMap(([type, versions]) =>
      Array.from({ length: versions }, (_, n) => `${type}.v${n + 1}.json`),
    )
    expect(files.map(({ file }) => file).sort()).toEqual(all.sort())
  })
})

describe('events at rest', () => {
  test.each([
    ['a version to come', { type: 'LeaveWithdrawn', v: 2, data: { request: 'r1', by: 'ana', on: '2026-05-04' } }],
    ['no version', { type: 'LeaveWithdrawn', v: 0, data: { request: 'r1', by: 'ana', on: '2026-05-04' } }],
    ['another type', { type: 'toString', v: 1, data: {} }],
    ['a member more', { type: 'LeaveWithdrawn', v: 1, data: { request: 'r1', by: 'ana', on: '2026-05-04', why: '' } }],
    ['a member less', { type: 'LeaveWithdrawn', v: 1, data: { request: 'r1', by: 'ana' } }],
    ['a day that is none', { type: 'LeaveWithdrawn', v: 1, data: { request: 'r1', by: 'ana', on: '2026-02-30' } }],
  ])('%s is a defect', (_what, stored) => {
    expect(() => personCodec.decode(stored)).toThrow()
  })
})

describe('what was written before', () => {
  const read = (file: string) => personCodec.decode(golden.find((it) => it.file === file)?.stored)

  test('there were policies as documents is an amount a year', () =>
    expect(read('TermsApplied.v1.json')).toEqual({
      type: 'TermsApplied',
      policy: 'starter-pt',
      version: 1,
      from: '2024-01-01',
      leaveType: 'vacation',
      document: { yearly: { unit: 'day', n: 220_000 } },
    }))

  test('single days and hours could be asked for is a range', () =>
    expect(read('LeaveRequested.v1.json')).toEqual({
      type: 'LeaveRequested',
      request: 'aZ09_-aZ09_-aZ09_-aZ09',
      leaveType: 'vacation',
      by: 'ana',
      on: '2026-05-04',
      dates: { kind: 'range', first: '2026-06-05', firstPart: 'pm', last: '2026-06-08', lastPart: 'whole' },
      charges: [
        { day: '2026-06-05', part: 'pm', unit: 'day', n: 5_000 },
        { day: '2026-06-08', part: 'whole', unit: 'day', n: 10_000 },
      ],
      cover: null,
      exceptions: [],
      certificate: false,
      note: 'bY18_-bY18_-bY18_-bY18',
    }))

  test.each(golden.filter((it) => !isLatest(personCodec)(it)))(
    '$file can be written in today’s words',
    ({ stored }) => {
      const event = personCodec.decode(stored)
      expect(personCodec.decode(personCodec.encode(event))).toEqual(event)
    },
  )
})
