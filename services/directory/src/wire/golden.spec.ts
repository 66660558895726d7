import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { companyCodec, locationCodec, mailCodec, personCodec, rolesCodec, teamCodec } from './events.ts'

/** What was once stored must be read for ever: one file per stream kind, event type and version, never edited. */
const folder = join(import.meta.dirname, 'golden')
const golden = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const)

type AnyCodec = {
  readonly types: readonly string[]
  encode(event: unknown): unknown
  decode(stored: { readonly type: string; readonly v: number; readonly data: unknown }): unknown
}
const codecs: Readonly<Record<string, AnyCodec>> = {
  tenant: companyCodec,
  team: teamCodec,
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
  test.each(golden)('%s is read, and written again as it was', (file, text) => {
    const stored = JSON.parse(text)
    const event = codecOfFile(file).decode(stored)
    expect(event).toEqual({ type: stored.type, ...stored.data })
    expect(JSON.stringify(codecOfFile(file).encode(event))).toBe(JSON.stringify(stored))
  })

  test('have a golden file for every type', () => {
    const types = Object.entries(codecs).flatMap(([kind, { types }]) => types.map((type) => `${kind}.${type}.v1.json`))
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
