import { unzipSync } from 'fflate'
import { afterEach, expect, test, vi } from 'vitest'
import { zip } from './zip.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})
const text = (words: string): Uint8Array => new TextEncoder().encode(words)

test('a zip of the same files has the same bytes in every zone, and in whatever order they are named', () => {
  const zips = ['Pacific/Kiritimati', 'America/St_Johns'].map((zone) => {
    vi.stubEnv('TZ', zone)
    return [zip({ 'a.js': text('a'), 'b.js': text('b') }), zip({ 'b.js': text('b'), 'a.js': text('a') })]
  })
  const [first, ...others] = zips.flat().map((bytes) => Buffer.from(bytes).toString('base64'))
  for (const other of others) expect(other).toBe(first)
})

test('a zip holds its files', () => {
  expect(unzipSync(zip({ 'index.js': text('exports.handler') }))).toEqual({ 'index.js': text('exports.handler') })
})
