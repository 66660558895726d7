import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  companyCodec,
  departmentsCodec,
  locationCodec,
  mailCodec,
  personCodec,
  rolesCodec,
  teamCodec,
} from './events.ts'

/** What was once stored must be read for ever: one file per stream kind, event type and version, never edited. */
const folder = join(import.meta.dirname, 'golden')
const golden = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const)

type AnyCodec = {
  readonly versions: Readonly<Record<string, number>>
  encode(event: unknown): unknown
  decode(stored: { readonly type: string; readonly v: number; readonly data: unknown }): unknown
}
const codecs: Readonly<Record<string, AnyCodec>> = {
  tenant: companyCodec,
  team: teamCodec,
  departments: departmentsCodec,
  location: locationCodec,
  person: personCodec,
  roles: rolesCodec,
  mail: mailCodec,
}
const codecOfFile = (file: string) => {
  const codec = codecs[file.split('.')[0] ?? '']
  if (!codec) throw new Error(`no codec for ${file}`)
  return codec
}

describe('events at rest', () => {
  const isLatest = (file: string) => {
    const [, type = '', version] = file.split('.')
    return version === `v${codecOfFile(file).versions[type]}`
  }
  test.each(golden.filter(([file]) => isLatest(file)))('%s is read, and written again as it was', (file, text) => {
    const stored = JSON.parse(text)
    const event = codecOfFile(file).decode(stored)
    expect(event).toEqual({ type: stored.type, ...stored.data })
    expect(JSON.stringify(codecOfFile(file).encode(event))).toBe(JSON.stringify(stored))
  })

  test.each(golden.filter(([file]) => !isLatest(file)))('%s can be written in today’s words', (file, text) => {
    const codec = codecOfFile(file)
    const event = codec.decode(JSON.parse(text))
    expect(codec.decode(codec.encode(event) as Parameters<AnyCodec['decode']>[0])).toEqual(event)
  })

  test('of before there were departments and labels are of somebody who has none', () => {
    const joined = golden.find(([file]) => file === 'person.PersonJoined.v1.json')?.[1] ?? ''
    expect(personCodec.decode(JSON.parse(joined))).toEqual({
      type: 'PersonJoined',
      from: '2026-03-01',
      team: 't1',
      location: 'l1',
      department: null,
      labels: [],
      approver: null,
    })
  })

  test('have a golden file for every type and version', () => {
    const types = Object.entries(codecs).flatMap(([kind, { versions }]) =>
      Object.entries(versions).flatMap(([type, count]) =>
        Array.from({ length: count }, (_, n) => `${kind}.${type}.v${n + 1}.json`),
      ),
    )
    expect(golden.map(([file]) => file).sort()).toEqual(types.sort())
  })

  test.each([
    ['another version', { type: 'TeamAdded', v: 2, data: { name: 'Design' } }],
    ['another type', { type: 'toString', v: 1, data: {} }],
    ['a member more', { type: 'TeamAdded', v: 1, data: { name: 'Design', lead: 'ana' } }],
    ['a member less', { type: 'TeamAdded', v: 1, data: {} }],
  ])('%s is a defect', (_what, stored) => {
    expect(() => teamCodec.decode(stored)).toThrow()
  })
})
